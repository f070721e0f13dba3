package dev.tipoff.io.nba;

import static dev.tipoff.io.nba.NbaBodies.games;
import static dev.tipoff.io.nba.NbaBodies.parse;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.Test;

/** The NBA's schedules and scoreboards. */
public class NbaGamesTest {
  private static final String LATE =
      "0023000512 REGULAR 2031-01-10 DEN@LAL SCHEDULED null:null 2031-01-11T03:00:00.000Z ";

  @Test
  public void theGamesOfASeasonThatCountWithTheirPoints() {
    ParsedRows parsed = parse(new NbaSchedule(), "schedule.json");
    assertThat(
        games(parsed),
        contains(
            "0023000491 REGULAR 2031-01-08 BOS@MIA FINAL 118:115 2031-01-09T00:30:00.000Z Harbor"
                + " Garden",
            "0023000511 REGULAR 2031-01-10 MIA@BOS SCHEDULED null:null 2031-01-11T00:30:00.000Z"
                + " Harbor Garden",
            "0023000512 REGULAR 2031-01-10 DEN@LAL LIVE 66:71 2031-01-11T03:00:00.000Z null",
            "0063000001 CUP_FINAL 2030-12-16 MIA@DEN FINAL 81:97 2030-12-17T01:30:00.000Z Harbor"
                + " Garden",
            "0053000101 PLAYIN 2031-04-15 DEN@LAL SCHEDULED null:null 2031-04-16T02:00:00.000Z"
                + " Harbor Garden",
            "0043000101 PLAYOFFS 2031-04-19 MIA@BOS SCHEDULED null:null 2031-04-19T19:00:00.000Z"
                + " Harbor Garden"));
    assertThat(
        parsed.ignored(), is(Map.of("preseason", 1, "all-star", 1, "teams not known yet", 1)));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void aGameIsFiledWithItsSourceAndDay() {
    assertThat(
        parse(new NbaSchedule(), "schedule.json").rows(FeedTables.GAMES).get(0),
        is(
            FeedGame.builder()
                .setSource("a_source")
                .setFiledDate(SourceBodies.DAY)
                .setEventId("0023000491")
                .setGameId("0023000491")
                .setGameDate(SourceBodies.DAY.plusDays(-2))
                .setSeasonType(SeasonType.REGULAR)
                .setHome(TeamCode.MIA)
                .setAway(TeamCode.BOS)
                .setTipTime(Instant.parse("2031-01-09T00:30:00Z"))
                .setStatus(GameStatus.FINAL)
                .setHomePoints(115)
                .setAwayPoints(118)
                .setArena("Harbor Garden")
                .setReceivedTime(SourceBodies.RECEIVED)
                .build()));
  }

  @Test
  public void aTipThatIsNotFixedIsAbsentAndAGameThatIsOffSaysSo() {
    ParsedRows parsed = parse(new NbaSchedule(), "schedule-tbd-and-called-off.json");
    assertThat(
        games(parsed),
        contains(
            "0043000102 PLAYOFFS 2031-04-20 MIA@BOS SCHEDULED null:null null Harbor Garden",
            "0043000103 PLAYOFFS 2031-04-20 DEN@LAL SCHEDULED null:null null Harbor Garden",
            "0043000104 PLAYOFFS 2031-04-20 CHI@NYK SCHEDULED null:null null Harbor Garden",
            "0023000601 REGULAR 2031-01-21 MIA@BOS POSTPONED null:null null Harbor Garden",
            "0023000602 REGULAR 2031-01-21 DEN@LAL POSTPONED null:null null Harbor Garden",
            "0023000603 REGULAR 2031-01-21 CHI@NYK CANCELED null:null null Harbor Garden",
            "0023000604 REGULAR 2031-01-21 UTA@SAS FINAL 119:120 2031-01-22T01:30:00.000Z Harbor"
                + " Garden"));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void aGameThatCannotBeReadIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed = parse(new NbaSchedule(), "schedule-bad-entries.json");
    assertThat(games(parsed), contains(LATE + "Harbor Garden"));
    String bad = "BAD_ENTRY a/body.json#/leagueSchedule/gameDates/0/games/";
    String at = ": at /leagueSchedule/gameDates/0/games/";
    assertThat(
        failures(parsed),
        contains(
            "SCHEMA_DRIFT a_source /leagueSchedule/gameDates/[]/games/[]/gameStatus: the field is"
                + " gone",
            bad + "0" + at + "0/gameStatus: expected a whole number, found nothing",
            bad + "1" + at + "1/gameStatus: 7 is no status of a game",
            bad + "2" + at + "2/homeTeam/teamTricode: 'SEA' is not a team",
            bad + "3" + at + "3/homeTeam/score: expected a whole number, found STRING \"112\"",
            bad + "4" + at + "4/gameId: '23000511' is no game of the NBA",
            bad + "5" + at + "5/gameId: '1023000511' is no game of the NBA",
            bad + "6" + at + "6/gameId: expected a text, found NUMBER 23000511",
            bad + "7" + at + "7/awayTeam: expected an object, found ARRAY []",
            bad
                + "8"
                + at
                + "8/gameDateTimeUTC: 'half past seven' is not a time like"
                + " 2031-01-11T00:30:00Z",
            bad + "9" + at + "9/gameDateEst: 'tomorrow' is not a date like 2031-01-10",
            bad
                + "10"
                + at
                + "10/gameDateEst: '2031-02-30T00:00:00Z' is not a date like 2031-01-10",
            bad + "11" + at + "11/homeTeam/score: expected a whole number, found NULL null",
            "BAD_ENTRY a/body.json#/leagueSchedule/gameDates/1: at"
                + " /leagueSchedule/gameDates/1/games: expected an array, found STRING \"none\""));
  }

  @Test
  public void fieldsThatAreNewOrGoneAreReported() {
    ParsedRows parsed = parse(new NbaSchedule(), "schedule-drift.json");
    assertThat(
        games(parsed),
        contains(
            "0023000511 REGULAR 2031-01-10 MIA@BOS SCHEDULED null:null 2031-01-11T00:30:00.000Z"
                + " null"));
    String days = "SCHEMA_DRIFT a_source /leagueSchedule/gameDates/[]";
    assertThat(
        failures(parsed),
        contains(
            days + "/note: the field is new",
            days + "/games/[]/gameMood: the field is new",
            days + "/games/[]/arenaName: the field is gone",
            days + "/games/[]/awayTeam/mascot: the field is new"));
  }

  @Test
  public void theScoreboardOfADay() {
    ParsedRows parsed = parse(new NbaScoreboard(), "scoreboard-v3.json");
    assertThat(
        games(parsed),
        contains(
            "0023000511 REGULAR 2031-01-10 MIA@BOS FINAL 104:112 2031-01-11T00:30:00.000Z null",
            "0023000512 REGULAR 2031-01-10 DEN@LAL LIVE 51:50 2031-01-11T03:00:00.000Z null",
            "0023000513 REGULAR 2031-01-10 CHI@NYK SCHEDULED null:null null null",
            "0023000514 REGULAR 2031-01-10 UTA@SAS POSTPONED null:null null null"));
    assertThat(parsed.ignored(), is(Map.of("all-star", 1)));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void aBadGameOnTheScoreboardKeepsNoOtherOut() {
    ParsedRows parsed = parse(new NbaScoreboard(), "scoreboard-v3-bad-entries.json");
    assertThat(games(parsed), contains(LATE + "null"));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/scoreboard/games/0: at /scoreboard/games/0/homeTeam/score:"
                + " expected a whole number, found NUMBER 112.5",
            "SCHEMA_DRIFT a_source /scoreboard/games/[]/odds: the field is new"));
  }

  @Test
  public void theOlderScoreboardWhateverTheOrderOfItsHeaders() {
    ParsedRows parsed = parse(new NbaScoreboard(), "scoreboard-v2.json");
    assertThat(
        games(parsed),
        contains(
            "0023000511 REGULAR 2031-01-10 MIA@BOS FINAL 104:112 null Harbor Garden",
            "0023000512 REGULAR 2031-01-10 DEN@LAL LIVE 61:60 null null",
            "0023000513 REGULAR 2031-01-10 CHI@NYK SCHEDULED null:null 2031-01-11T00:30:00.000Z"
                + " Harbor Garden",
            "0023000514 REGULAR 2031-01-10 UTA@SAS SCHEDULED null:null 2031-01-10T17:00:00.000Z"
                + " Harbor Garden",
            "0023000515 REGULAR 2031-01-10 POR@PHX SCHEDULED null:null null Harbor Garden",
            "0023000516 REGULAR 2031-01-10 OKC@SAC POSTPONED null:null null Harbor Garden"));
    assertThat(parsed.ignored(), is(Map.of("preseason", 1)));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void badRowsOfTheOlderScoreboard() {
    ParsedRows parsed = parse(new NbaScoreboard(), "scoreboard-v2-bad-entries.json");
    assertThat(
        games(parsed),
        contains(
            "0023000514 REGULAR 2031-01-10 UTA@SAS SCHEDULED null:null 2031-01-11T03:00:00.000Z"
                + " Harbor Garden"));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/resultSets/1/rowSet/1: at"
                + " /resultSets/1/rowSet/1/TEAM_ABBREVIATION: 'SEA' is not a team",
            "BAD_ENTRY a/body.json#/resultSets/0/rowSet/2: expected a row of 17 values, found 16",
            "BAD_ENTRY a/body.json#/resultSets/0/rowSet/0: at /resultSets/0/rowSet/0: a final game"
                + " without its points",
            "BAD_ENTRY a/body.json#/resultSets/0/rowSet/1: at"
                + " /resultSets/0/rowSet/1/HOME_TEAM_ID: 99 is no team"));
  }

  @Test
  public void whatIsNoScheduleAndNoScoreboardIsABadBody() {
    for (BodyParser parser : List.of(new NbaSchedule(), new NbaScoreboard())) {
      for (String body :
          List.of(
              "{\"Message\":\"An error has occurred.\"}",
              "{\"error\":\"busy\"}",
              "<html>Access Denied</html>",
              "[]",
              "{\"leagueSchedule\":{},\"scoreboard\":[]}",
              "{\"resultSets\":[]}",
              "{\"resultSets\":[{\"name\":\"LineScore\",\"headers\":[\"PTS\",\"PTS\"],\"rowSet\":[]}]}",
              "{\"resultSets\":[{\"name\":\"LineScore\",\"headers\":[1],\"rowSet\":[]}]}")) {
        ParsedRows parsed = ParsedRows.of(parser, SourceBodies.of(body));
        assertThat(body, parsed.tables(), is(empty()));
        assertThat(body, failures(parsed), contains(containsString("BAD_BODY a/body.json")));
      }
    }
  }
}
