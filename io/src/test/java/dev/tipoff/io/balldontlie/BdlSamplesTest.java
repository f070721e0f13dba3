package dev.tipoff.io.balldontlie;

import static dev.tipoff.io.sources.SourceFixtures.sample;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeTrue;

import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.Before;
import org.junit.Test;

/**
 * Bodies captured from the source; they are not part of the repository. The figures were counted in
 * the bodies with another program.
 */
public class BdlSamplesTest {
  @Before
  public void findSamples() {
    assumeTrue("no captured bodies here", SourceFixtures.hasSamples());
  }

  private static ParsedRows parse(BodyParser parser, String file, String day) {
    ParsedRows parsed = ParsedRows.of(parser, sample(file, day));
    assertThat(SourceFixtures.failures(parsed), is(empty()));
    assertThat(parsed.ignored().keySet(), is(empty()));
    return parsed;
  }

  private static Map<Appearance, Long> appearances(List<FeedPlayerGame> lines) {
    return lines.stream().collect(groupingBy(FeedPlayerGame::getAppearance, counting()));
  }

  private static int points(List<FeedPlayerGame> lines) {
    return lines.stream()
        .map(FeedPlayerGame::getPoints)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static double minutes(List<FeedPlayerGame> lines) {
    return lines.stream()
        .map(FeedPlayerGame::getMinutes)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static String text(FeedGame game) {
    return String.join(
        " ",
        game.getEventId(),
        game.getAway() + "@" + game.getHome(),
        game.getStatus().name(),
        game.getAwayPoints() + "-" + game.getHomePoints(),
        String.valueOf(game.getTipTime()));
  }

  @Test
  public void games() {
    List<FeedGame> games =
        parse(new BdlGames(), "bdl_v1_games.json", "2025-02-20").rows(FeedTables.GAMES);
    assertThat(games, hasSize(9));
    assertThat(games.stream().mapToInt(FeedGame::getHomePoints).sum(), is(1016));
    assertThat(games.stream().mapToInt(FeedGame::getAwayPoints).sum(), is(1016));
    assertThat(text(games.get(0)), is("15908525 CHA@DEN FINAL 115-129 2025-02-21T02:00:00.000Z"));
  }

  @Test
  public void boxScores() {
    ParsedRows parsed = parse(new BdlBoxScores(), "bdl_v1_box_scores.json", "2024-01-15");
    List<FeedPlayerGame> lines = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(parsed.rows(FeedTables.GAMES), hasSize(11));
    assertThat(
        text(parsed.rows(FeedTables.GAMES).get(0)),
        is("20240115/HOUPHI HOU@PHI FINAL 115-124 null"));
    assertThat(
        appearances(lines), is(Map.of(Appearance.PLAYED, 229L, Appearance.DID_NOT_PLAY, 155L)));
    assertThat(points(lines), is(2399));
    assertThat(minutes(lines), is(closeTo(5330, 0.01)));
    FeedPlayerGame third = lines.get(2);
    assertThat(
        List.of(
            third.getPlayerName(),
            third.getMinutes(),
            third.getFieldGoalsMade(),
            third.getFreeThrowsAttempted(),
            third.getRebounds(),
            third.getFouls(),
            third.getPoints()),
        contains("Joel Embiid", 31.0, 12, 17, 10, 5, 41));
  }

  @Test
  public void playerBoxScores() {
    ParsedRows parsed = parse(new BdlPlayerBoxScores(), "bdl_v1_stats.json", "2025-06-22");
    List<FeedPlayerGame> lines = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(
        parsed.rows(FeedTables.GAMES).stream().map(BdlSamplesTest::text).toList(),
        contains("18444564 IND@OKC FINAL 91-103 2025-06-23T00:00:00.000Z"));
    assertThat(parsed.rows(FeedTables.GAMES).get(0).getSeasonType(), is(SeasonType.PLAYOFFS));
    assertThat(
        lines.stream().collect(groupingBy(FeedPlayerGame::getTeam, counting())),
        is(Map.of(TeamCode.OKC, 15L, TeamCode.IND, 15L)));
    assertThat(appearances(lines), is(Map.of(Appearance.PLAYED, 24L, Appearance.DID_NOT_PLAY, 6L)));
    assertThat(points(lines), is(194));
    assertThat(minutes(lines), is(closeTo(480, 0.01)));
  }

  @Test
  public void activePlayers() {
    List<RosterListing> players =
        parse(new BdlActivePlayers(), "bdl_v1_players_active.json", "2025-02-20")
            .rows(FeedTables.ROSTERS);
    assertThat(players, hasSize(100));
    Map<TeamCode, Long> byTeam =
        players.stream().collect(groupingBy(RosterListing::getTeam, counting()));
    assertThat(byTeam.get(TeamCode.LAC), is(7L));
    assertThat(byTeam.get(TeamCode.PHX), is(6L));
    assertThat(byTeam.get(TeamCode.BOS), is(5L));
  }

  @Test
  public void injuries() {
    List<InjuryListing> injuries =
        parse(new BdlInjuries(), "bdl_v1_player_injuries.json", "2025-07-16")
            .rows(FeedTables.INJURIES);
    assertThat(
        injuries.stream().collect(groupingBy(InjuryListing::getStatus, counting())),
        is(Map.of(InjuryStatus.DAY_TO_DAY, 91L, InjuryStatus.OUT, 9L)));
    assertThat(
        injuries.stream()
            .map(
                each ->
                    each.getPlayerName()
                        + " "
                        + each.getTeam()
                        + " "
                        + each.getStatus()
                        + " "
                        + each.getReturnText())
            .toList(),
        hasItem("Jayson Tatum BOS OUT Feb 1"));
  }
}
