package dev.tipoff.io.balldontlie;

import static dev.tipoff.io.balldontlie.BdlRows.games;
import static dev.tipoff.io.balldontlie.BdlRows.lines;
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
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Map;
import org.junit.Test;

/** {@link BdlBoxScores} and {@link BdlPlayerBoxScores}. */
public class BdlBoxScoresTest {
  private static final BodyParser BY_GAME = new BdlBoxScores();
  private static final BodyParser BY_PLAYER = new BdlPlayerBoxScores();
  private static final FeedPlayerGame ZED =
      FeedPlayerGame.builder()
          .setSource("a_source")
          .setFiledDate(SourceBodies.DAY)
          .setEventId("20310110/MIABOS")
          .setGameId("")
          .setGameDate(SourceBodies.DAY)
          .setPlayerId("501")
          .setPlayerName("Zed Quillfeather Jr.")
          .setTeam(TeamCode.BOS)
          .setOpponent(TeamCode.MIA)
          .setAtHome(true)
          .setGameStatus(GameStatus.FINAL)
          .setAppearance(Appearance.PLAYED)
          .setMinutes(34.2)
          .setFieldGoalsMade(8)
          .setFieldGoalsAttempted(15)
          .setThreesMade(2)
          .setThreesAttempted(5)
          .setFreeThrowsMade(3)
          .setFreeThrowsAttempted(4)
          .setOffensiveRebounds(1)
          .setDefensiveRebounds(5)
          .setRebounds(6)
          .setAssists(7)
          .setSteals(2)
          .setBlocks(1)
          .setTurnovers(3)
          .setFouls(4)
          .setPoints(21)
          .setReceivedTime(SourceBodies.RECEIVED)
          .build();

  @Test
  public void everyFigureOfALine() {
    assertThat(parse(BY_GAME, "box-scores").rows(FeedTables.PLAYER_GAMES).get(0), is(ZED));
  }

  @Test
  public void whoHasNeitherMinutesNorFiguresOfAFinalGameDidNotPlay() {
    ParsedRows parsed = parse(BY_GAME, "box-scores");
    assertThat(
        lines(parsed),
        contains(
            "501 Zed Quillfeather Jr. BOS PLAYED 34.2 21",
            "502 Ørjan Tømmer BOS PLAYED 34.0 21",
            "503 Abe Short BOS PLAYED 0.0 2",
            "504 Ben Bench BOS DID_NOT_PLAY null null",
            "505 Cy Bench BOS DID_NOT_PLAY null null",
            "506 Dov Bench BOS DID_NOT_PLAY null null",
            "507 Eli Clockless BOS PLAYED null 21",
            "601 Nené MIA PLAYED 48.0 21",
            "602 Gus Bench MIA DID_NOT_PLAY null null",
            "701 Hap Live ORL PLAYED 20.0 21"));
    FeedPlayerGame live = parsed.rows(FeedTables.PLAYER_GAMES).get(9);
    assertThat(live.getGameStatus(), is(GameStatus.LIVE));
    assertThat(live.getPlusMinus(), is(-4));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("has not played in a game that is not over", 1)));
  }

  @Test
  public void gamesWithoutAnIdGoByTheirDayAndTeams() {
    assertThat(
        games(parse(BY_GAME, "box-scores")),
        contains(
            "20310110/MIABOS: MIA@BOS 2031-01-10 null FINAL 99-101",
            "20310110/UTAORL: UTA@ORL 2031-01-10 null LIVE 64-70"));
  }

  @Test
  public void linesThatContradictThemselvesAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed = parse(BY_GAME, "box-scores-with-bad-entries");
    String players = "BAD_ENTRY a/body.json#/data/0/home_team/players/";
    String at = ": at /data/0/home_team/players/";
    assertThat(lines(parsed), contains("502 Ørjan Tømmer BOS PLAYED 31.0 21"));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            players
                + "0"
                + at
                + "0: 22 points do not come of 8 field goals, 2 of them threes, and 3 free throws",
            players + "1" + at + "1: 9 rebounds are not 1 and 5",
            players + "2" + at + "2/min: 'about 30' are no minutes",
            players + "3" + at + "3/min: expected a text, found NUMBER 34",
            players + "4" + at + "4/stl: expected a whole number, found STRING \"2\"",
            players + "5" + at + "5/blk: -1 of them",
            players + "6" + at + "6/player: a player without a name",
            "SCHEMA_DRIFT a_source /data/[]/home_team/players/[]/player/id: the field is gone",
            players + "7" + at + "7/player/id: expected a text, found nothing",
            "SCHEMA_DRIFT a_source /data/[]/home_team/players/[]/player: the field is gone",
            players + "8" + at + "8/player: expected an object, found nothing",
            players + "9" + at + "9/min: '34:75' are no minutes",
            "BAD_ENTRY a/body.json#/data/1: at /data/1/home_team/players: expected an array, found"
                + " nothing"));
  }

  @Test
  public void fieldsThatAreNewOrGoneAreDriftAndTheLineIsRead() {
    ParsedRows parsed = parse(BY_GAME, "box-scores-of-another-shape");
    assertThat(lines(parsed), contains("501 Zed Quillfeather Jr. BOS PLAYED 34.0 21"));
    String line = "SCHEMA_DRIFT a_source /data/[]/home_team/players/[]/";
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            line + "fg_pct: the field is gone",
            line + "double_double: the field is new",
            line + "player/nickname: the field is new"));
  }

  @Test
  public void linesOfPlayersNameTheirGamesOnce() {
    ParsedRows parsed = parse(BY_PLAYER, "player-box-scores");
    assertThat(
        games(parsed),
        contains(
            "17: MIA@BOS 2031-01-10 2031-01-11T00:30:00.000Z FINAL 99-101",
            "18: DEN@LAL 2031-01-10 2031-01-11T03:00:00.000Z LIVE 51-50"));
    assertThat(
        lines(parsed),
        contains(
            "501 Zed Quillfeather Jr. BOS PLAYED 34.0 21",
            "502 Ørjan Tømmer MIA PLAYED 38.5 21",
            "504 Ben Bench BOS DID_NOT_PLAY null null",
            "801 Jed Live LAL PLAYED 12.0 21"));
    FeedPlayerGame away = parsed.rows(FeedTables.PLAYER_GAMES).get(1);
    assertThat(away.getEventId(), is("17"));
    assertThat(away.getOpponent(), is(TeamCode.BOS));
    assertThat(away.getAtHome(), is(false));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void aLineOfATeamThatDoesNotPlayIsAFailure() {
    ParsedRows parsed = parse(BY_PLAYER, "player-box-scores-with-bad-entries");
    assertThat(lines(parsed), contains("502 Ørjan Tømmer BOS PLAYED 31.0 21"));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "BAD_ENTRY a/body.json#/data/0: at /data/0/game/visitor_team_id: no team has the id 31",
            "BAD_ENTRY a/body.json#/data/1: at /data/1/team: DEN does not play in the game",
            "SCHEMA_DRIFT a_source /data/[]/game: the field is gone",
            "BAD_ENTRY a/body.json#/data/2: at /data/2/game: expected an object, found nothing",
            "BAD_ENTRY a/body.json#/data/3: at /data/3/team: expected an object, found NULL null",
            "BAD_ENTRY a/body.json#/data/4: at /data/4/game/home_team_id: expected a whole number,"
                + " found STRING \"2\""));
  }
}
