package dev.tipoff.io.nba;

import static dev.tipoff.io.nba.NbaBodies.GAME;
import static dev.tipoff.io.nba.NbaBodies.parse;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.ShotZone;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Map;
import org.junit.Test;

/** The NBA's play-by-play. */
public class NbaPlayByPlayTest {
  private static final FeedShot HOOK = shot().build();

  private static FeedShot.Builder shot() {
    return FeedShot.builder()
        .setSource("a_source")
        .setFiledDate(SourceBodies.DAY)
        .setEventId("0023000511")
        .setGameId("0023000511")
        .setGameDate(SourceBodies.DAY)
        .setEventNumber(4)
        .setPeriod(1)
        .setClockSeconds(702)
        .setPlayerId("900001")
        .setPlayerName("T. Łuczak")
        .setTeam(TeamCode.BOS)
        .setMade(false)
        .setValue(2)
        .setZone(ShotZone.PAINT)
        .setDistance(5.57)
        .setCourtX(11.514455)
        .setCourtY(49.754902)
        .setReceivedTime(SourceBodies.RECEIVED);
  }

  @Test
  public void fieldGoalsAndNothingElse() {
    ParsedRows parsed = parse(new NbaPlayByPlay(), "play-by-play.json", GAME);
    assertThat(
        parsed.rows(FeedTables.SHOTS),
        contains(
            HOOK,
            shot()
                .setEventNumber(7)
                .setPeriod(5)
                .setClockSeconds(0.4)
                .setMade(true)
                .setValue(3)
                .setZone(ShotZone.CORNER_THREE)
                .setDistance(22.1)
                .setCourtX(93.5)
                .setCourtY(93.0)
                .setAssistedBy("900002")
                .build(),
            shot()
                .setEventNumber(9)
                .setPlayerId("900011")
                .setPlayerName("Lindqvist")
                .setTeam(TeamCode.MIA)
                .setMade(true)
                .setZone(ShotZone.MID_RANGE)
                .build(),
            shot().setEventNumber(12).build()));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void aZoneIsMeasuredOrToldWhereTheSourceNamesNoneThatFits() {
    ParsedRows parsed = parse(new NbaPlayByPlay(), "play-by-play-no-area.json", GAME);
    assertThat(
        parsed.rows(FeedTables.SHOTS).stream()
            .map(shot -> shot.getEventNumber() + " " + shot.getZone())
            .toList(),
        contains(
            "1 RESTRICTED_AREA",
            "2 PAINT",
            "3 PAINT",
            "4 MID_RANGE",
            "5 CORNER_THREE",
            "6 CORNER_THREE",
            "7 ABOVE_BREAK_THREE",
            "8 BACKCOURT",
            "9 RESTRICTED_AREA",
            "10 PAINT",
            "11 MID_RANGE",
            "12 CORNER_THREE",
            "13 ABOVE_BREAK_THREE",
            "14 BACKCOURT",
            "15 ABOVE_BREAK_THREE",
            "16 BACKCOURT",
            "17 RESTRICTED_AREA"));
    assertThat(
        failures(parsed),
        contains(
            "SCHEMA_DRIFT a_source /game/actions/[]/area: an area that nobody knows",
            "BAD_ENTRY a/body.json#/game/actions/17: at /game/actions/17: nothing says where the"
                + " shot is from"));
  }

  @Test
  public void anActionThatCannotBeReadIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed = parse(new NbaPlayByPlay(), "play-by-play-bad-entries.json", GAME);
    assertThat(
        parsed.rows(FeedTables.SHOTS),
        contains(shot().setEventNumber(9).build(), shot().setEventNumber(10).build()));
    String bad = "BAD_ENTRY a/body.json#/game/actions/";
    String drift = "SCHEMA_DRIFT a_source /game/actions/[]/";
    String at = ": at /game/actions/";
    assertThat(
        failures(parsed),
        contains(
            bad + "0" + at + "0/shotResult: 'Blocked' is neither Made nor Missed",
            bad + "1" + at + "1/clock: '11:42' is no time left",
            bad + "2" + at + "2/teamTricode: 'SEA' is not a team",
            bad + "3" + at + "3/actionType: '4pt' is no known field goal",
            drift + "personId: the field is gone",
            bad + "4" + at + "4/personId: expected a text, found nothing",
            bad + "5" + at + "5/actionNumber: expected a whole number, found STRING \"6\"",
            bad + "6" + at + "6/x: expected a number, found STRING \"left\"",
            bad + "7" + at + "7/playerName: expected a text, found STRING \"\"",
            drift + "crowdNoise: the field is new",
            drift + "side: the field is gone"));
  }

  @Test
  public void aGameOfThePreseasonIsIgnoredAndAnotherGameIsABadBody() {
    ParsedRows preseason =
        parse(new NbaPlayByPlay(), "play-by-play-preseason.json", ImmutableMap.of());
    assertThat(preseason.tables(), is(empty()));
    assertThat(preseason.ignored(), is(Map.of("preseason", 1)));
    assertThat(
        failures(
            parse(
                new NbaPlayByPlay(),
                "play-by-play.json",
                ImmutableMap.of("game_id", "0023000512"))),
        contains("BAD_BODY a/body.json: at /game/gameId: asked for 0023000512, found 0023000511"));
    assertThat(
        failures(ParsedRows.of(new NbaPlayByPlay(), SourceBodies.of("{\"message\":\"no\"}"))),
        contains("BAD_BODY a/body.json: an error of the source: no"));
  }
}
