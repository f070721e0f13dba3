package dev.tipoff.io.bettingpros;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeTrue;

import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link BettingProsEvents}. */
public class BettingProsEventsTest {
  private static ParsedRows parse(Body body) {
    return ParsedRows.of(new BettingProsEvents(), body);
  }

  private static List<String> games(ParsedRows parsed) {
    return parsed.rows(FeedTables.GAMES).stream()
        .map(
            game ->
                String.join(
                    " ",
                    game.getEventId(),
                    game.getGameDate().toString(),
                    game.getAway() + "@" + game.getHome(),
                    String.valueOf(game.getTipTime()),
                    String.valueOf(game.getSeasonType()),
                    game.getStatus().name(),
                    game.getAwayPoints() + ":" + game.getHomePoints()))
        .toList();
  }

  @Test
  public void gamesWithTheScoreOfTheWholeGameAndTimesThatAreUtc() {
    ParsedRows parsed = parse(fixture("bettingpros/events.json"));
    assertThat(
        games(parsed),
        contains(
            "50601 2031-01-10 UTA@NOP 2031-01-11T00:30:00.000Z REGULAR FINAL 101:109",
            "50602 2031-01-11 GSW@PHX null REGULAR SCHEDULED null:null",
            "50603 2031-01-10 NYK@BKN 2031-01-11T00:00:00.000Z PLAYOFFS POSTPONED null:null"));
    assertThat(
        parsed.rows(FeedTables.GAMES).get(0),
        is(
            FeedGame.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setEventId("50601")
                .setGameId("")
                .setGameDate(DAY)
                .setSeasonType(SeasonType.REGULAR)
                .setHome(TeamCode.NOP)
                .setAway(TeamCode.UTA)
                .setTipTime(Instant.parse("2031-01-11T00:30:00Z"))
                .setStatus(GameStatus.FINAL)
                .setHomePoints(109)
                .setAwayPoints(101)
                .setArena("Bayou Hall")
                .setReceivedTime(RECEIVED)
                .build()));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("season_type PRE", 1)));
  }

  @Test
  public void aGameThatCannotBeReadIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed = parse(fixture("bettingpros/events-with-bad-entries.json"));
    assertThat(
        games(parsed),
        contains("5 2031-01-10 MIA@BOS 2031-01-11T00:30:00.000Z null SCHEDULED null:null"));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/events/0: at /events/0/scheduled: no time like 2031-01-11"
                + " 00:30:00",
            "BAD_ENTRY a/body.json#/events/1: at /events/1/status: 'napping' is no status that is"
                + " known",
            "BAD_ENTRY a/body.json#/events/2: at /events/2/results: over, but the scores are not"
                + " of the two teams",
            "BAD_ENTRY a/body.json#/events/3: at /events/3/home: 'FA' is not a team",
            "SCHEMA_DRIFT a_source /events/[]/mood: the field is new",
            "SCHEMA_DRIFT a_source /events/[]/season_type: 'CUP' is new"));
  }

  @Test
  public void anErrorIsABadBodyInTheSourcesWords() {
    assertThat(
        failures(parse(fixture("bettingpros/forbidden.json"))),
        contains("BAD_BODY a/body.json: an error of the source: Forbidden"));
  }

  /** Counted by hand in a body captured from the source, which is not part of the repository. */
  @Test
  public void aCapturedBody() {
    assumeTrue("no captured bodies here", SourceFixtures.hasSamples());
    ParsedRows parsed = parse(SourceFixtures.sample("bettingpros_events.json", "2021-10-21"));
    assertThat(
        games(parsed),
        contains(
            "20879 2021-10-21 DAL@ATL 2021-10-21T23:30:00.000Z REGULAR FINAL 87:113",
            "20880 2021-10-21 MIL@MIA 2021-10-22T00:00:00.000Z REGULAR FINAL 95:137",
            "20881 2021-10-21 LAC@GSW 2021-10-22T02:00:00.000Z REGULAR FINAL 113:115"));
    assertThat(parsed.rows(FeedTables.GAMES).get(1).getArena(), is("FTX Arena"));
    assertThat(parsed.rows(FeedTables.GAMES).get(2).getGameDate(), is(GameDay.parse("2021-10-21")));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.ignored().keySet(), is(empty()));
  }
}
