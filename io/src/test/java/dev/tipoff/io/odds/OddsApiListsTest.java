package dev.tipoff.io.odds;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.Test;

/** Events, scores and players of The Odds API. */
public class OddsApiListsTest {
  private static final String ID = "a100000000000000000000000000000";
  private static final FeedGame BOSTON =
      FeedGame.builder()
          .setSource("a_source")
          .setFiledDate(DAY)
          .setEventId(ID + "1")
          .setGameId("")
          .setGameDate(DAY)
          .setHome(TeamCode.BOS)
          .setAway(TeamCode.LAC)
          .setTipTime(Instant.parse("2031-01-11T00:30:00Z"))
          .setStatus(GameStatus.LIVE)
          .setReceivedTime(RECEIVED)
          .build();

  private static ParsedRows parse(BodyParser parser, String scenario) {
    return ParsedRows.of(parser, fixture("odds-api/" + scenario));
  }

  private static List<FeedGame> games(ParsedRows parsed) {
    return parsed.rows(FeedTables.GAMES);
  }

  private static FeedGame.Builder game(FeedGame like) {
    return FeedGame.builder()
        .setSource(like.getSource())
        .setFiledDate(like.getFiledDate())
        .setEventId(like.getEventId())
        .setGameId(like.getGameId())
        .setGameDate(like.getGameDate())
        .setHome(like.getHome())
        .setAway(like.getAway())
        .setTipTime(like.getTipTime())
        .setStatus(like.getStatus())
        .setReceivedTime(like.getReceivedTime());
  }

  @Test
  public void anEventThatCommencedBeforeItWasListedIsLive() {
    ParsedRows parsed = parse(new OddsApiEvents(), "events.json");
    assertThat(
        games(parsed),
        contains(
            BOSTON,
            game(BOSTON)
                .setEventId(ID + "2")
                .setGameDate(GameDay.parse("2031-01-11"))
                .setHome(TeamCode.GSW)
                .setAway(TeamCode.UTA)
                .setTipTime(Instant.parse("2031-01-12T04:45:00Z"))
                .setStatus(GameStatus.SCHEDULED)
                .build()));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("sport basketball_nba_preseason", 1)));
  }

  @Test
  public void aHistoricalListIsAsOfItsEnvelope() {
    ParsedRows parsed = parse(new OddsApiEvents(), "events-historical.json");
    assertThat(
        games(parsed),
        contains(
            game(BOSTON).setStatus(GameStatus.SCHEDULED).build(),
            game(BOSTON)
                .setEventId(ID + "4")
                .setHome(TeamCode.NYK)
                .setAway(TeamCode.MEM)
                .setTipTime(Instant.parse("2031-01-10T22:10:00Z"))
                .setStatus(GameStatus.LIVE)
                .build()));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void eventsThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed = parse(new OddsApiEvents(), "events-with-bad-entries.json");
    assertThat(games(parsed).stream().map(FeedGame::getHome).toList(), contains(TeamCode.ORL));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/0: at /0/away_team: 'Springfield Isotopes' is not a team",
            "BAD_ENTRY a/body.json#/1: at /1/commence_time: 'tomorrow' is not a time like"
                + " 2031-01-11T00:30:00Z",
            "BAD_ENTRY a/body.json#/2: at /2/sport_key: 'icehockey_nhl' is another league",
            "SCHEMA_DRIFT a_source /[]/neutral_site: the field is new",
            "SCHEMA_DRIFT a_source /[]/sport_title: the field is gone"));
  }

  @Test
  public void scoresSayWhereAGameStands() {
    ParsedRows parsed = parse(new OddsApiScores(), "scores.json");
    assertThat(
        games(parsed),
        contains(
            game(BOSTON).setStatus(GameStatus.FINAL).setHomePoints(99).setAwayPoints(101).build(),
            game(BOSTON)
                .setEventId(ID + "2")
                .setHome(TeamCode.GSW)
                .setAway(TeamCode.UTA)
                .setTipTime(Instant.parse("2031-01-11T03:00:00Z"))
                .setStatus(GameStatus.LIVE)
                .setHomePoints(0)
                .setAwayPoints(4)
                .build(),
            game(BOSTON)
                .setEventId(ID + "5")
                .setGameDate(GameDay.parse("2031-01-11"))
                .setHome(TeamCode.ORL)
                .setAway(TeamCode.DEN)
                .setTipTime(Instant.parse("2031-01-12T00:10:00Z"))
                .setStatus(GameStatus.SCHEDULED)
                .build()));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void scoresThatContradictThemselvesAreFailures() {
    ParsedRows parsed = parse(new OddsApiScores(), "scores-with-bad-entries.json");
    assertThat(games(parsed), is(empty()));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/0: at /0: completed, but without scores",
            "BAD_ENTRY a/body.json#/1: at /1/scores: the scores are not of the two teams:"
                + " {LAC=101, MIA=99}",
            "BAD_ENTRY a/body.json#/2: at /2/scores/1/score: '99.5' is no score",
            "SCHEMA_DRIFT a_source /[]/completed: the field is gone",
            "BAD_ENTRY a/body.json#/3: at /3: nothing says whether it is completed"));
  }

  @Test
  public void playersAreOfTheTeamThatWasAskedFor() {
    ParsedRows parsed =
        ParsedRows.of(
            new OddsApiPlayers(),
            fixture("odds-api/players.json", ImmutableMap.of("team", "Boston Celtics")));
    RosterListing zed =
        RosterListing.builder()
            .setSource("a_source")
            .setFiledDate(DAY)
            .setPlayerId("pla_01zed")
            .setPlayerName("Zed Quillfeather Jr")
            .setTeam(TeamCode.BOS)
            .setReceivedTime(RECEIVED)
            .build();
    assertThat(parsed.rows(FeedTables.ROSTERS), hasSize(2));
    assertThat(parsed.rows(FeedTables.ROSTERS).get(0), is(zed));
    assertThat(parsed.rows(FeedTables.ROSTERS).get(1).getPlayerName(), is("Ørjan Tømmer"));
    assertThat(parsed.failures(), is(empty()));
    ParsedRows unknown =
        ParsedRows.of(
            new OddsApiPlayers(),
            fixture("odds-api/players.json", ImmutableMap.of("team", "Isotopes")));
    assertThat(
        failures(unknown),
        contains("BAD_BODY a/body.json: the parameter team: 'Isotopes' is not a team"));
  }

  @Test
  public void aTeamThatNobodyNamesIsAbsent() {
    String players = "{\"players\":[{\"id\":\"p1\",\"full_name\":\"Zed\"},{\"id\":\"p2\"}]}";
    ParsedRows parsed = ParsedRows.of(new OddsApiPlayers(), SourceBodies.of(players));
    assertThat(parsed.rows(FeedTables.ROSTERS), hasSize(1));
    assertThat(parsed.rows(FeedTables.ROSTERS).get(0).getTeam() == null, is(true));
    assertThat(
        failures(parsed),
        contains(
            "SCHEMA_DRIFT a_source /players/[]/full_name: the field is gone",
            "BAD_ENTRY a/body.json#/players/1: at /players/1/full_name: expected a text, found"
                + " nothing"));
  }

  @Test
  public void anErrorIsABadBodyInTheSourcesWordsAndAnEmptyListIsFine() {
    for (BodyParser parser :
        List.of(new OddsApiEvents(), new OddsApiScores(), new OddsApiPlayers())) {
      assertThat(
          failures(parse(parser, "error-quota.json")),
          contains(
              "BAD_BODY a/body.json: an error of the source: OUT_OF_USAGE_CREDITS: Usage quota has"
                  + " been reached."));
      assertThat(
          failures(ParsedRows.of(parser, SourceBodies.of("{\"error_code\":\"X\"}"))),
          contains("BAD_BODY a/body.json: an error of the source: X"));
      assertThat(
          failures(ParsedRows.of(parser, SourceBodies.of("[1]"))),
          contains(containsString("at /0: expected an object, found NUMBER 1")));
      ParsedRows none = ParsedRows.of(parser, SourceBodies.of("[]"));
      assertThat(none.tables(), is(empty()));
      assertThat(none.failures(), is(empty()));
    }
  }
}
