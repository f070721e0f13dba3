package dev.tipoff.io.nba;

import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.sample;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assume.assumeTrue;

import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.ShotZone;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;
import org.junit.Before;
import org.junit.Test;

/**
 * Bodies captured from the source; they are not part of the repository. The figures were counted in
 * the bodies with another program.
 */
public class NbaSamplesTest {
  @Before
  public void findSamples() {
    assumeTrue("no captured bodies here", SourceFixtures.hasSamples());
  }

  private static Body unpacked(String file, String day) throws IOException {
    Body packed = sample(file, day);
    try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
      return Body.of(
          packed.name(),
          packed.source(),
          packed.filedUnder(),
          packed.parameters(),
          packed.receivedTime(),
          bytes.readAllBytes());
    }
  }

  private static int sum(List<FeedPlayerGame> lines, ToIntFunction<FeedPlayerGame> figure) {
    return lines.stream().mapToInt(figure).sum();
  }

  @Test
  public void theScheduleOfASeasonThatIsOver() throws IOException {
    ParsedRows parsed =
        ParsedRows.of(
            new NbaSchedule(), unpacked("nbacom_scheduleleaguev2_raw.json.gz", "2025-08-27"));
    List<FeedGame> games = parsed.rows(FeedTables.GAMES);
    assertThat(
        games.stream().collect(groupingBy(FeedGame::getSeasonType, counting())),
        is(
            Map.of(
                SeasonType.REGULAR, 1230L,
                SeasonType.CUP_FINAL, 1L,
                SeasonType.PLAYIN, 6L,
                SeasonType.PLAYOFFS, 84L)));
    assertThat(parsed.ignored(), is(Map.of("preseason", 73, "all-star", 6)));
    assertThat(failures(parsed), is(empty()));
    assertThat(
        games.stream().mapToInt(game -> game.getHomePoints() + game.getAwayPoints()).sum(),
        is(299_802));
    assertThat(
        games.stream().filter(game -> game.getHomePoints() > game.getAwayPoints()).count(),
        is(720L));
    assertThat(games.stream().map(FeedGame::getGameDate).distinct().count(), is(214L));
    assertThat(games.stream().map(FeedGame::getArena).distinct().count(), is(36L));
    assertThat(
        games.stream()
            .filter(game -> game.getHome() == TeamCode.BOS || game.getAway() == TeamCode.BOS)
            .count(),
        is(93L));
    for (FeedGame game : games) {
      assertThat(game.getGameId(), game.getStatus(), is(GameStatus.FINAL));
      assertThat(game.getGameId(), game.getTipTime() != null, is(true));
    }
    assertThat(
        games.stream()
            .filter(game -> game.getSeasonType() == SeasonType.CUP_FINAL)
            .map(FeedGame::getGameDate)
            .toList(),
        hasItem(GameDay.parse("2024-12-17")));
  }

  @Test
  public void aScheduleOfTheCdnThatHasOnlyThePreseason() {
    ParsedRows parsed =
        ParsedRows.of(new NbaSchedule(), sample("nbacom_schedule_cdn.json", "2025-07-17"));
    assertThat(parsed.rows(FeedTables.GAMES), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("preseason", 13)));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void theLinesOfADay() {
    ParsedRows parsed =
        ParsedRows.of(
            new NbaPlayerLog(), sample("nbacom_playergamelog_boxscore.json", "2025-03-15"));
    List<FeedPlayerGame> lines = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(
        lines.stream().collect(groupingBy(FeedPlayerGame::getGameId, counting())),
        is(
            Map.of(
                "0022400968", 18L,
                "0022400969", 21L,
                "0022400970", 19L,
                "0022400971", 22L,
                "0022400972", 20L,
                "0022400973", 20L,
                "0022400974", 19L,
                "0022400975", 18L)));
    assertThat(sum(lines, FeedPlayerGame::getPoints), is(1814));
    assertThat(sum(lines, FeedPlayerGame::getRebounds), is(690));
    assertThat(sum(lines, FeedPlayerGame::getThreesMade), is(219));
    assertThat(sum(lines, FeedPlayerGame::getTurnovers), is(202));
    assertThat(sum(lines, FeedPlayerGame::getFouls), is(281));
    assertThat(sum(lines, FeedPlayerGame::getFieldGoalsMade), is(682));
    assertThat(sum(lines, FeedPlayerGame::getFieldGoalsAttempted), is(1432));
    assertThat(sum(lines, FeedPlayerGame::getThreesAttempted), is(599));
    assertThat(sum(lines, FeedPlayerGame::getFreeThrowsMade), is(231));
    assertThat(sum(lines, FeedPlayerGame::getFreeThrowsAttempted), is(288));
    assertThat(sum(lines, FeedPlayerGame::getOffensiveRebounds), is(172));
    assertThat(sum(lines, FeedPlayerGame::getDefensiveRebounds), is(518));
    assertThat(sum(lines, FeedPlayerGame::getAssists), is(448));
    assertThat(sum(lines, FeedPlayerGame::getSteals), is(117));
    assertThat(sum(lines, FeedPlayerGame::getBlocks), is(78));
    assertThat(sum(lines, FeedPlayerGame::getPlusMinus), is(0));
    assertThat(lines.stream().mapToDouble(FeedPlayerGame::getMinutes).sum(), is(3845.0));
    assertThat(lines.stream().filter(FeedPlayerGame::getAtHome).count(), is(79L));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void theShotsOfAGame() throws IOException {
    ParsedRows parsed =
        ParsedRows.of(new NbaPlayByPlay(), unpacked("nbacom_playbyplay_raw.json.gz", "2025-01-06"));
    List<FeedShot> shots = parsed.rows(FeedTables.SHOTS);
    assertThat(shots, hasSize(181));
    assertThat(
        shots.stream().collect(groupingBy(FeedShot::getZone, counting())),
        is(
            Map.of(
                ShotZone.RESTRICTED_AREA, 44L,
                ShotZone.PAINT, 46L,
                ShotZone.MID_RANGE, 17L,
                ShotZone.CORNER_THREE, 19L,
                ShotZone.ABOVE_BREAK_THREE, 55L)));
    assertThat(
        shots.stream()
            .filter(FeedShot::getMade)
            .collect(groupingBy(FeedShot::getTeam, summingInt(FeedShot::getValue))),
        is(Map.of(TeamCode.MIN, 98, TeamCode.LAC, 86)));
    assertThat(shots.stream().filter(FeedShot::getMade).count(), is(78L));
    assertThat(shots.stream().filter(shot -> shot.getAssistedBy() != null).count(), is(47L));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void whatAnotherSystemMadeOfAScoreboardIsNoScoreboard() {
    // It has neither the day nor the tip-offs of the body that it came from.
    assertThat(
        failures(
            ParsedRows.of(
                new NbaScoreboard(), sample("nbacom_scoreboardv2_parsed.json", "2024-01-15"))),
        hasItem(startsWith("BAD_BODY nbacom_scoreboardv2_parsed.json: at /scoreboard/gameDate")));
  }
}
