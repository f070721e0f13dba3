package dev.tipoff.io.nba;

import static dev.tipoff.io.nba.NbaBodies.GAME;
import static dev.tipoff.io.nba.NbaBodies.lines;
import static dev.tipoff.io.nba.NbaBodies.parse;
import static dev.tipoff.io.nba.NbaBodies.words;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedTeamGame;
import dev.tipoff.transforms.feed.GameStatus;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.Test;

/** The NBA's game log of players and its box scores. */
public class NbaBoxScoresTest {
  private static final String FIGURES = "8/20 4/13 8/9 1+7=8 5 2 3 6 4 28 -5";
  private static final String ABSENT = "null null/null null/null null/null null+null=null";
  private static final String NOTHING = ABSENT + " null null null null null null null";
  private static final String LUCZAK = "0023000511 2031-01-10 900001 Teodor Łuczak BOS vs MIA ";

  private static List<String> teams(ParsedRows parsed) {
    return parsed.rows(FeedTables.TEAM_GAMES).stream().map(NbaBoxScoresTest::text).toList();
  }

  private static String text(FeedTeamGame line) {
    return words(
        line.getGameId(),
        line.getGameDate(),
        line.getTeam(),
        line.getAtHome() ? "vs" : "at",
        line.getOpponent(),
        line.getGameStatus(),
        line.getMinutes(),
        line.getFieldGoalsMade() + "/" + line.getFieldGoalsAttempted(),
        line.getThreesMade() + "/" + line.getThreesAttempted(),
        line.getFreeThrowsMade() + "/" + line.getFreeThrowsAttempted(),
        line.getOffensiveRebounds() + "+" + line.getDefensiveRebounds() + "=" + line.getRebounds(),
        line.getAssists(),
        line.getSteals(),
        line.getBlocks(),
        line.getTurnovers(),
        line.getFouls(),
        line.getPoints());
  }

  private static GameStatus status(String scenario) {
    List<FeedTeamGame> teams = parse(new NbaBoxScore(), scenario, GAME).rows(FeedTables.TEAM_GAMES);
    assertThat(teams, hasSize(2));
    assertThat(teams.get(0).getGameStatus(), is(teams.get(1).getGameStatus()));
    return teams.get(0).getGameStatus();
  }

  @Test
  public void theLogHasEverybodyWhoPlayed() {
    for (String order : List.of("player-log.json", "player-log-other-order.json")) {
      ParsedRows parsed = parse(new NbaPlayerLog(), order);
      assertThat(
          lines(parsed),
          contains(
              LUCZAK + "FINAL PLAYED null null 35.0 " + FIGURES,
              "0023000511 2031-01-10 900011 Søren Lindqvist MIA at BOS FINAL PLAYED null null 0.0"
                  + " 0/0 4/13 8/9 1+7=8 5 2 3 6 4 0 0",
              "0023000512 2031-01-10 900021 Jonas Vrančić DEN at LAL LIVE PLAYED null null 12.0 "
                  + FIGURES));
      assertThat(parsed.ignored(), is(Map.of("all-star", 1)));
      assertThat(failures(parsed), is(empty()));
    }
  }

  @Test
  public void aHeaderThatIsGoneIsReportedAndTheRestLoads() {
    ParsedRows parsed = parse(new NbaPlayerLog(), "player-log-headers-gone.json");
    assertThat(
        lines(parsed),
        contains(LUCZAK + "FINAL PLAYED null null 35.0 " + FIGURES.replace("-5", "null")));
    assertThat(
        failures(parsed),
        contains("SCHEMA_DRIFT a_source /resultSets/LeagueGameLog/PLUS_MINUS: the field is gone"));
  }

  @Test
  public void nobodyPlayedWithoutPointsAndMinutes() {
    ParsedRows parsed = parse(new NbaPlayerLog(), "player-log-points-gone.json");
    assertThat(lines(parsed), is(empty()));
    assertThat(
        failures(parsed),
        contains(
            "SCHEMA_DRIFT a_source /resultSets/LeagueGameLog/PTS: the field is gone",
            "BAD_ENTRY a/body.json#/resultSets/0/rowSet/0: at /resultSets/0/rowSet/0/PTS: expected"
                + " a whole number, found nothing"));
  }

  @Test
  public void aLineThatCannotBeReadIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed = parse(new NbaPlayerLog(), "player-log-bad-entries.json");
    assertThat(lines(parsed), hasSize(1));
    assertThat(
        parsed.failures().stream()
            .map(failure -> failure.getMessage().replaceFirst("^at /resultSets/0/rowSet/\\d+/", ""))
            .toList(),
        contains(
            "MIN: expected minutes",
            "FGM: expected a whole number, found STRING \"8\"",
            "REB: -1 is less than none",
            "MATCHUP: 'BOS - MIA' is no game of BOS",
            "MATCHUP: 'MIA @ BOS' is no game of BOS",
            "MATCHUP: 'SEA' is not a team",
            "WL: 'T' is neither W nor L",
            "TEAM_ABBREVIATION: 'SEA' is not a team",
            "PLAYER_NAME: expected a text, found STRING \"\"",
            "GAME_DATE: 'JAN 10, 2031' is not a date like 2031-01-10",
            "MIN: expected minutes like 34:12, found x",
            "PTS: expected a whole number, found NUMBER 28.5",
            "MIN: -1.0 is less than none"));
  }

  @Test
  public void theBoxScoreSaysWhoPlayedAndWhyOthersDidNot() {
    ParsedRows parsed = parse(new NbaBoxScore(), "box-score-final.json", GAME);
    String game = "0023000511 2031-01-10 ";
    assertThat(
        lines(parsed),
        contains(
            game + "900011 Søren Lindqvist MIA at BOS FINAL PLAYED null true 35.5 " + FIGURES,
            game
                + "900012 Dante Okonjo MIA at BOS FINAL DID_NOT_PLAY DNP - Coach's Decision false "
                + NOTHING,
            LUCZAK + "FINAL PLAYED null false 34.2 " + FIGURES,
            game
                + "900003 Ivo Đorđević BOS vs MIA FINAL INACTIVE DND - Injury/Illness false "
                + NOTHING,
            game + "900004 Owen Pryce BOS vs MIA FINAL INACTIVE NWT - Personal false " + NOTHING,
            game + "900005 Kit Harrow BOS vs MIA FINAL DID_NOT_PLAY null false " + NOTHING));
    String figures = "8/20 4/13 8/9 1+7=8 5 2 3 6 4 ";
    assertThat(
        teams(parsed),
        contains(
            game + "MIA at BOS FINAL 240.0 " + figures + "104",
            game + "BOS vs MIA FINAL 240.0 " + figures + "112"));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void aGameIsOverWhenItsMinutesAreFullAndSomebodyHasWon() {
    assertThat(status("box-score-final.json"), is(GameStatus.FINAL));
    assertThat(status("box-score-overtime.json"), is(GameStatus.FINAL));
    assertThat(status("box-score-tied.json"), is(GameStatus.LIVE));
    assertThat(status("box-score-live.json"), is(GameStatus.LIVE));
    assertThat(status("box-score-live-overtime.json"), is(GameStatus.LIVE));
  }

  @Test
  public void aGameIsOverAtSixInTheMorning() {
    Body live = SourceFixtures.fixture("nba-com/box-score-live.json", GAME);
    for (String time : List.of("2031-01-11T11:00:00Z", "2031-01-11T10:59:59Z")) {
      Body received =
          Body.of(
              live.name(),
              live.source(),
              live.filedUnder(),
              live.parameters(),
              Instant.parse(time),
              live.bytes());
      assertThat(
          ParsedRows.of(new NbaBoxScore(), received)
              .rows(FeedTables.TEAM_GAMES)
              .get(0)
              .getGameStatus(),
          is(time.contains("T11") ? GameStatus.FINAL : GameStatus.LIVE));
    }
  }

  @Test
  public void aBoxScoreWithoutAnybodyHasNothingYet() {
    ParsedRows parsed = parse(new NbaBoxScore(), "box-score-empty.json", GAME);
    assertThat(parsed.tables(), is(empty()));
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("no figures yet", 1)));
  }

  @Test
  public void rowsOfOtherGamesAndTeamsAreFailures() {
    ParsedRows parsed = parse(new NbaBoxScore(), "box-score-bad-entries.json", GAME);
    assertThat(lines(parsed), contains(LUCZAK + "FINAL PLAYED null false 34.2 " + FIGURES));
    assertThat(teams(parsed), hasSize(1));
    assertThat(
        parsed.failures().stream()
            .map(failure -> failure.getMessage().replaceFirst("^at /resultSets/", ""))
            .toList(),
        contains(
            "1/rowSet/1/REB: -3 is less than none",
            "0/rowSet/0/TEAM_ABBREVIATION: LAL does not play in this game",
            "0/rowSet/1/TEAM_ABBREVIATION: 'SEA' is not a team",
            "0/rowSet/2/GAME_ID: asked for 0023000511, found 0023000512",
            "0/rowSet/3/MIN: expected minutes like 34:12, found 34",
            "0/rowSet/4/MIN: expected minutes like 34:12, found 34:60",
            "0/rowSet/5/STL: expected a whole number, found STRING \"two\"",
            "0/rowSet/6/PLAYER_ID: expected a text, found BOOLEAN true"));
  }

  @Test
  public void withoutTheHeaderNothingSaysWhoStarted() {
    ParsedRows parsed = parse(new NbaBoxScore(), "box-score-drift.json", GAME);
    assertThat(
        lines(parsed),
        contains(LUCZAK + "LIVE PLAYED null null 34.2 " + FIGURES.replace(" 4 28", " null 28")));
    assertThat(
        failures(parsed).stream().sorted().toList(),
        contains(
            "SCHEMA_DRIFT a_source /resultSets/PlayerStats/DUNKS: the field is new",
            "SCHEMA_DRIFT a_source /resultSets/PlayerStats/PF: the field is gone",
            "SCHEMA_DRIFT a_source /resultSets/PlayerStats/START_POSITION: the field is gone"));
  }

  @Test
  public void theGameThatWasAskedForMustBeKnown() {
    for (String missing : GAME.keySet()) {
      ImmutableMap<String, String> others =
          GAME.entrySet().stream()
              .filter(parameter -> !parameter.getKey().equals(missing))
              .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
      assertThat(
          failures(parse(new NbaBoxScore(), "box-score-final.json", others)),
          contains("BAD_BODY a/body.json: the parameter " + missing + " is missing"));
    }
    assertThat(
        failures(ParsedRows.of(new NbaBoxScore(), SourceBodies.of("{\"resource\":\"boxscore\"}"))),
        contains("BAD_BODY a/body.json: at /resultSets: expected an array, found nothing"));
  }
}
