package dev.tipoff.io.bigdataball;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.feed.ShotZone;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** {@link SharedFiles} and {@link PlayByPlayShots}. */
public class BigDataBallTest {
  private static final ImmutableMap<String, String> GAME =
      ImmutableMap.of("event_id", "1aFileOne", "game_id", "0023000511");

  private static ParsedRows shots(String scenario) {
    return ParsedRows.of(new PlayByPlayShots(), fixture("bigdataball/" + scenario, GAME));
  }

  private static String text(FeedShot shot) {
    return String.join(
        " ",
        String.valueOf(shot.getEventNumber()),
        shot.getTeam().name(),
        shot.getPlayerName(),
        String.valueOf(shot.getMade()),
        String.valueOf(shot.getValue()),
        shot.getZone().name(),
        shot.getPeriod() + "/" + shot.getClockSeconds());
  }

  private static List<String> texts(ParsedRows parsed) {
    return parsed.rows(FeedTables.SHOTS).stream().map(BigDataBallTest::text).toList();
  }

  @Test
  public void filesAreGamesByTheirNames() {
    ParsedRows parsed = ParsedRows.of(new SharedFiles(), fixture("bigdataball/files.json"));
    FeedGame boston =
        FeedGame.builder()
            .setSource("a_source")
            .setFiledDate(DAY)
            .setEventId("1aFileOne")
            .setGameId("0023000511")
            .setGameDate(DAY)
            .setSeasonType(SeasonType.REGULAR)
            .setHome(TeamCode.BOS)
            .setAway(TeamCode.MIA)
            .setStatus(GameStatus.FINAL)
            .setReceivedTime(RECEIVED)
            .build();
    List<FeedGame> games = parsed.rows(FeedTables.GAMES);
    assertThat(games.get(0), is(boston));
    assertThat(
        games.stream().map(game -> game.getEventId() + " " + game.getSeasonType()).toList(),
        contains("1aFileOne REGULAR", "1aFileTwo CUP_FINAL"));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/files/4: at /files/4/name: 'SEA' is not a team",
            "BAD_ENTRY a/body.json#/files/5: at /files/5/name: '2031-02-30' is not a date like"
                + " 2025-01-10 (year-month-day)",
            "BAD_ENTRY a/body.json#/files/6: at /files/6/name: expected a text, found NUMBER 7"));
    assertThat(
        parsed.ignored(),
        is(Map.of("file of another name than a game's", 1, "game with an id of the kind 001", 1)));
  }

  @Test
  public void aFolderOfSeveralPagesIsNotADays() {
    assertThat(
        failures(
            ParsedRows.of(
                new SharedFiles(), SourceBodies.of("{\"files\":[],\"nextPageToken\":\"t\"}"))),
        contains(
            "BAD_BODY a/body.json: a day with more than a thousand files: the folder is another"));
    assertThat(
        failures(
            ParsedRows.of(
                new SharedFiles(),
                SourceBodies.of("{\"error\":{\"code\":403,\"message\":\"no such key\"}}"))),
        contains(containsString("an error of the source: {\"code\":403")));
  }

  @Test
  public void shotsWithTheirZones() {
    ParsedRows parsed = shots("shots.csv");
    assertThat(
        texts(parsed),
        contains(
            "2 BOS Teodor Łuczak true 2 RESTRICTED_AREA 1/701.0",
            "3 MIA Søren Lindqvist false 3 CORNER_THREE 1/680.5",
            "4 BOS Teodor Łuczak true 3 ABOVE_BREAK_THREE 1/701.0",
            "5 BOS Teodor Łuczak false 3 BACKCOURT 5/701.0",
            "6 BOS Teodor Łuczak true 2 PAINT 1/701.0",
            "7 BOS Teodor Łuczak false 2 MID_RANGE 1/701.0"));
    assertThat(
        parsed.rows(FeedTables.SHOTS).get(0),
        is(
            FeedShot.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setEventId("1aFileOne")
                .setGameId("0023000511")
                .setGameDate(DAY)
                .setEventNumber(2)
                .setPeriod(1)
                .setClockSeconds(701)
                .setPlayerId("")
                .setPlayerName("Teodor Łuczak")
                .setTeam(TeamCode.BOS)
                .setMade(true)
                .setValue(2)
                .setZone(ShotZone.RESTRICTED_AREA)
                .setDistance(2.0)
                .setCourtX(87.5 / 94 * 100)
                .setCourtY(26.2 / 50 * 100)
                .setAssistedBy("Kit Harrow")
                .setReceivedTime(RECEIVED)
                .build()));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("event start of period", 1, "event rebound", 2)));
  }

  @Test
  public void aRowThatCannotBeReadIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed = shots("shots-with-bad-rows.csv");
    assertThat(texts(parsed), contains("1 BOS Teodor Łuczak true 2 RESTRICTED_AREA 1/701.0"));
    assertThat(
        failures(parsed),
        contains(
            "SCHEMA_DRIFT a_source /mood: the column is new",
            "BAD_ENTRY a/body.json#/2: original_x is empty",
            "BAD_ENTRY a/body.json#/3: game_id is '23000999', asked for 0023000511",
            "BAD_ENTRY a/body.json#/4: a shot for 2, made, gives 3",
            "BAD_ENTRY a/body.json#/5: result is 'swish', not made or missed",
            "BAD_ENTRY a/body.json#/6: remaining_time is 'soon', no time left",
            "BAD_ENTRY a/body.json#/7: team is 'SEA': 'SEA' is not a team",
            "BAD_ENTRY a/body.json#/8: play_id is '1e99': For input string: \"1e99\"",
            "BAD_ENTRY a/body.json#/9: original_y is 'NaN': not between -60 and 900"));
  }

  @Test
  public void whatIsNoPlayByPlayIsABadBody() {
    assertThat(
        failures(shots("shots-quote-unclosed.csv")),
        contains(containsString("BAD_BODY a/body.json: not CSV: ")));
    for (String text :
        List.of("a,b\n1,2\n", "<html></html>", "event_type,event_type\nshot,shot\n")) {
      assertThat(
          failures(
              ParsedRows.of(
                  new PlayByPlayShots(),
                  Body.of(
                      "a/body.json",
                      "a_source",
                      DAY,
                      GAME,
                      RECEIVED,
                      text.getBytes(StandardCharsets.UTF_8)))),
          contains(containsString("BAD_BODY a/body.json: ")));
    }
  }
}
