package dev.tipoff.io.balldontlie;

import static dev.tipoff.io.balldontlie.BdlRows.games;
import static dev.tipoff.io.balldontlie.BdlRows.parse;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import org.joda.time.Instant;
import org.junit.Test;

public class BdlGamesTest {
  private static final BodyParser PARSER = new BdlGames();

  @Test
  public void aFinalGameWithAllThatIsSaidOfIt() {
    assertThat(
        parse(PARSER, "games").rows(FeedTables.GAMES).get(0),
        is(
            FeedGame.builder()
                .setSource("a_source")
                .setFiledDate(SourceBodies.DAY)
                .setEventId("17")
                .setGameId("")
                .setGameDate(SourceBodies.DAY)
                .setSeasonType(SeasonType.REGULAR)
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setTipTime(Instant.parse("2031-01-11T00:30:00Z"))
                .setStatus(GameStatus.FINAL)
                .setHomePoints(101)
                .setAwayPoints(99)
                .setReceivedTime(SourceBodies.RECEIVED)
                .build()));
  }

  @Test
  public void theStatusSaysWhereAGameStandsOrWhenItBegins() {
    ParsedRows parsed = parse(PARSER, "games");
    assertThat(parsed.failures(), is(empty()));
    assertThat(
        games(parsed),
        contains(
            "17: MIA@BOS 2031-01-10 2031-01-11T00:30:00.000Z FINAL 99-101",
            "18: DEN@LAL 2031-01-10 2031-01-11T03:00:00.000Z SCHEDULED null-null",
            "19: UTA@ORL 2031-01-10 2031-01-11T00:30:00.000Z LIVE 64-70",
            "20: BOS@UTA 2031-01-10 2031-01-11T00:30:00.000Z POSTPONED null-null",
            "21: ORL@DEN 2031-01-10 null SCHEDULED null-null",
            "22: LAL@MIA 2031-05-02 null FINAL 119-120",
            "23: ORL@MIA 2031-01-10 null SCHEDULED null-null"));
    assertThat(parsed.rows(FeedTables.GAMES).get(5).getSeasonType(), is(SeasonType.PLAYOFFS));
  }

  @Test
  public void gamesThatAreOffHaveNoScore() {
    ParsedRows parsed = parse(PARSER, "games-postponed-and-canceled");
    assertThat(
        games(parsed),
        contains(
            "31: MIA@BOS 2031-01-10 2031-01-11T00:30:00.000Z POSTPONED null-null",
            "32: DEN@LAL 2031-01-10 null CANCELED null-null",
            "33: UTA@ORL 2031-01-10 null POSTPONED null-null"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void gamesThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed = parse(PARSER, "games-with-bad-entries");
    assertThat(games(parsed), contains("12: ORL@DEN 2031-01-10 null FINAL 99-111"));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "SCHEMA_DRIFT a_source /data/[]/id: the field is gone",
            "BAD_ENTRY a/body.json#/data/0: at /data/0/id: expected a text, found nothing",
            "BAD_ENTRY a/body.json#/data/1: at /data/1/visitor_team/abbreviation: 'SEA' is not a"
                + " team",
            "BAD_ENTRY a/body.json#/data/2: at /data/2/home_team_score: expected a whole number,"
                + " found STRING \"101\"",
            "BAD_ENTRY a/body.json#/data/3: at /data/3/status: 'delayed' is no status",
            "BAD_ENTRY a/body.json#/data/4: at /data/4/date: '10 January' is not a date like"
                + " 2025-01-10 (year-month-day)",
            "BAD_ENTRY a/body.json#/data/5: at /data/5: final, but the score is 0 to 0",
            "BAD_ENTRY a/body.json#/data/6: at /data/6/status: '2031-13-11T03:00:00Z' is not a time"
                + " like 2031-01-11T00:30:00Z",
            "BAD_ENTRY a/body.json#/data/7: at /data/7: BOS plays against itself",
            "BAD_ENTRY a/body.json#/data/8: at /data/8/postseason: expected true or false, found"
                + " STRING \"no\"",
            "BAD_ENTRY a/body.json#/data/9: at /data/9/home_team: expected an object, found STRING"
                + " \"BOS\"",
            "SCHEMA_DRIFT a_source /data/[]/status: the field is gone",
            "BAD_ENTRY a/body.json#/data/10: at /data/10/status: expected a text, found nothing"));
  }

  @Test
  public void fieldsThatAreNewOrGoneAreDriftAndTheGameIsRead() {
    ParsedRows parsed = parse(PARSER, "games-of-another-shape");
    assertThat(games(parsed), contains("17: MIA@BOS 2031-01-10 null FINAL 99-101"));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "SCHEMA_DRIFT a_source /links: the field is new",
            "SCHEMA_DRIFT a_source /meta/pages: the field is new",
            "SCHEMA_DRIFT a_source /data/[]/period: the field is gone",
            "SCHEMA_DRIFT a_source /data/[]/time: the field is gone",
            "SCHEMA_DRIFT a_source /data/[]/attendance: the field is new",
            "SCHEMA_DRIFT a_source /data/[]/home_team/arena: the field is new"));
  }

  @Test
  public void anErrorIsABadBodyForEveryParserAndAnEmptyListIsFine() {
    for (BodyParser parser :
        List.of(
            new BdlGames(),
            new BdlBoxScores(),
            new BdlPlayerBoxScores(),
            new BdlActivePlayers(),
            new BdlInjuries(),
            new BdlStandings())) {
      assertThat(
          failures(ParsedRows.of(parser, SourceBodies.of("{\"error\":\"Unauthorized\"}"))),
          contains("BAD_BODY a/body.json: an error of the source: Unauthorized"));
      assertThat(
          failures(ParsedRows.of(parser, SourceBodies.of("{\"data\":[1]}"))),
          contains("BAD_BODY a/body.json: at /data/0: expected an object, found NUMBER 1"));
      ParsedRows none = ParsedRows.of(parser, SourceBodies.of("{\"data\":[]}"));
      assertThat(none.tables(), is(empty()));
      assertThat(none.failures(), is(empty()));
    }
  }
}
