package dev.tipoff.io.espn;

import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.sample;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeTrue;

import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.joda.time.Instant;
import org.junit.Before;
import org.junit.Test;

/**
 * Bodies captured from ESPN; they are not part of the repository. The figures were counted in the
 * bodies with another program.
 */
public class EspnSamplesTest {
  @Before
  public void findSamples() {
    assumeTrue("no captured bodies here", SourceFixtures.hasSamples());
  }

  private static Body unpacked(Body body) throws IOException {
    try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(body.bytes()))) {
      return Body.of(
          body.name(),
          body.source(),
          body.filedUnder(),
          body.parameters(),
          body.receivedTime(),
          bytes.readAllBytes());
    }
  }

  /**
   * The other parser has the same 25 players and figures, but no reason for the two that did not
   * play, and counts them as the bench of those that played.
   */
  @Test
  public void boxScore() throws IOException {
    Body page = unpacked(sample("espn_boxscore_page.html.gz", "2024-01-15"));
    ParsedRows parsed = ParsedRows.of(new EspnGameBoxscore(), page);
    List<FeedPlayerGame> rows = parsed.rows(FeedTables.PLAYER_GAMES);
    assertThat(failures(parsed), is(empty()));
    assertThat(
        rows.stream()
            .collect(
                groupingBy(
                    row -> row.getTeam() + " " + row.getAppearance() + " " + row.getStarter(),
                    counting())),
        is(
            Map.of(
                "HOU PLAYED true", 5L,
                "HOU PLAYED false", 7L,
                "HOU DID_NOT_PLAY false", 2L,
                "PHI PLAYED true", 5L,
                "PHI PLAYED false", 6L)));
    assertThat(
        rows.stream()
            .filter(row -> row.getAppearance() == Appearance.PLAYED)
            .collect(
                groupingBy(
                    FeedPlayerGame::getTeam, summingInt(row -> requireNonNull(row.getPoints())))),
        is(Map.of(TeamCode.HOU, 115, TeamCode.PHI, 124)));
    FeedPlayerGame.Builder embiid =
        line(page, TeamCode.PHI, TeamCode.HOU)
            .setPlayerId("3059318")
            .setPlayerName("Joel Embiid")
            .setAppearance(Appearance.PLAYED)
            .setStarter(true)
            .setMinutes(31.0)
            .setFieldGoalsMade(12)
            .setFieldGoalsAttempted(21)
            .setThreesMade(1)
            .setThreesAttempted(5)
            .setFreeThrowsMade(16)
            .setFreeThrowsAttempted(17)
            .setOffensiveRebounds(2)
            .setDefensiveRebounds(8)
            .setRebounds(10)
            .setAssists(3)
            .setSteals(1)
            .setBlocks(1)
            .setTurnovers(2)
            .setFouls(5)
            .setPlusMinus(7)
            .setPoints(41);
    FeedPlayerGame.Builder bullock =
        line(page, TeamCode.HOU, TeamCode.PHI)
            .setPlayerId("2528779")
            .setPlayerName("Reggie Bullock Jr.")
            .setAppearance(Appearance.DID_NOT_PLAY)
            .setReason("DNP-COACH'S DECISION")
            .setStarter(false);
    assertThat(rows, hasItems(embiid.build(), bullock.build()));
  }

  private static FeedPlayerGame.Builder line(Body page, TeamCode team, TeamCode opponent) {
    return FeedPlayerGame.builder()
        .setSource("a_source")
        .setFiledDate(page.filedUnder())
        .setEventId("401585183")
        .setGameId("")
        .setGameDate(GameDay.parse("2024-01-15"))
        .setTeam(team)
        .setOpponent(opponent)
        .setAtHome(team == TeamCode.PHI)
        .setGameStatus(GameStatus.FINAL)
        .setReceivedTime(page.receivedTime());
  }

  @Test
  public void roster() {
    Body body = sample("espn_roster.json", "2025-08-24");
    ParsedRows parsed = ParsedRows.of(new EspnRoster(), body);
    List<RosterListing> players = parsed.rows(FeedTables.ROSTERS);
    assertThat(failures(parsed), is(empty()));
    assertThat(players, hasSize(17));
    RosterListing.Builder brown =
        RosterListing.builder()
            .setSource("a_source")
            .setFiledDate(body.filedUnder())
            .setPlayerId("3917376")
            .setPlayerName("Jaylen Brown")
            .setTeam(TeamCode.BOS)
            .setJersey("7")
            .setPosition("SG")
            .setActive(true)
            .setReceivedTime(body.receivedTime());
    assertThat(players.get(0), is(brown.build()));
    InjuryListing.Builder injury =
        InjuryListing.builder()
            .setSource("a_source")
            .setFiledDate(body.filedUnder())
            .setGameDate(body.filedUnder())
            .setReportTime(Instant.parse("2025-06-11T15:30:00Z"))
            .setTeam(TeamCode.BOS)
            .setPlayerId("3917376")
            .setPlayerName("Jaylen Brown")
            .setStatus(InjuryStatus.OUT)
            .setStatusText("Out")
            .setReason("Knee")
            .setReturnText("2025-10-01")
            .setReceivedTime(body.receivedTime());
    assertThat(
        parsed.rows(FeedTables.INJURIES),
        contains(
            injury.build(),
            injury
                .setReportTime(Instant.parse("2025-05-13T20:52:00Z"))
                .setPlayerId("4065648")
                .setPlayerName("Jayson Tatum")
                .setReason("Right Achilles, Surgery")
                .setReturnText("2026-02-01")
                .build()));
  }

  @Test
  public void scoreboard() {
    Body body = sample("espn_scoreboard.json", "2024-01-15");
    ParsedRows parsed = ParsedRows.of(new EspnScoreboard(), body);
    List<FeedGame> games = parsed.rows(FeedTables.GAMES);
    assertThat(failures(parsed), is(empty()));
    assertThat(
        games.stream()
            .map(
                game ->
                    String.join(
                        " ",
                        game.getEventId(),
                        game.getAway() + "@" + game.getHome(),
                        game.getAwayPoints() + "-" + game.getHomePoints(),
                        String.valueOf(game.getTipTime()),
                        game.getArena()))
            .toList(),
        contains(
            "401585183 HOU@PHI 115-124 2024-01-15T18:00:00.000Z Wells Fargo Center",
            "401585184 NOP@DAL 120-125 2024-01-15T19:30:00.000Z American Airlines Center",
            "401585185 ORL@NYK 98-94 2024-01-15T20:00:00.000Z Madison Square Garden",
            "401585186 DET@WAS 129-117 2024-01-15T20:00:00.000Z Capital One Arena",
            "401585187 SAS@ATL 99-109 2024-01-15T20:30:00.000Z State Farm Arena",
            "401585188 GSW@MEM 107-116 2024-01-15T23:00:00.000Z FedExForum",
            "401585189 CHI@CLE 91-109 2024-01-16T00:00:00.000Z Rocket Arena",
            "401585190 MIA@BKN 96-95 2024-01-16T00:30:00.000Z Barclays Center",
            "401585191 BOS@TOR 105-96 2024-01-16T00:30:00.000Z Scotiabank Arena",
            "401585192 IND@UTA 105-132 2024-01-16T02:00:00.000Z Delta Center",
            "401585193 OKC@LAL 105-112 2024-01-16T03:30:00.000Z crypto.com Arena"));
    for (FeedGame game : games) {
      assertThat(game.getGameDate(), is(GameDay.parse("2024-01-15")));
      assertThat(game.getStatus(), is(GameStatus.FINAL));
      assertThat(game.getSeasonType(), is(SeasonType.REGULAR));
    }
  }
}
