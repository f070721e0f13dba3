package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A row that the code stumbles over: what becomes of it, and of the others. {@code
 * -Dtipoff.requests=10000} asks for as many forecasts.
 */
public class ReplayCommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate DAY = LocalDate.of(2025, 11, 2);
  private static final String AS_OF = DAY + "T19:00:00Z";
  private static final int REQUESTS = Integer.getInteger("tipoff.requests", 300);

  /** The tables that predict makes its slate from, a row a player and more. */
  private static final List<String> OF_PLAYERS =
      List.of(
          "nba_analytics.player_prop_lines",
          "nba_precompute.ml_feature_store",
          "nba_analytics.upcoming_player_game_context");

  private static TestWarehouse warehouse;

  /** A night with as many lined players as a league of some hundred teams. */
  @BeforeClass
  public static void makeAGreatNight() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    LeagueSimulator league = LeagueSimulator.of(5);
    league.writeHistory(folder.resolve("history"), LocalDate.of(2025, 10, 25), DAY);
    league.writeOdds(folder.resolve("archive"), DAY);
    warehouse = TestWarehouse.in(folder.resolve("warehouse"));
    warehouse.importAll(folder.resolve("history"));
    command(0, "load-raw", "--date=" + DAY, "--archive=" + folder.resolve("archive"));
    command(0, "analytics", "--date=" + DAY);
    command(0, "precompute", "--date=" + DAY);
    warehouse.execute(
        "DELETE FROM nba_analytics.player_prop_lines WHERE bookmaker <> 'draftkings' OR market <>"
            + " 'POINTS' OR tip_time < TIMESTAMP '"
            + AS_OF
            + "' OR snapshot_time > TIMESTAMP '"
            + AS_OF
            + "'");
    String lined =
        "SELECT DISTINCT player FROM nba_analytics.player_prop_lines WHERE player IN"
            + " (SELECT player FROM nba_precompute.ml_feature_store WHERE games_season > 2)";
    int players = warehouse.column(lined).size();
    for (String table : OF_PLAYERS) {
      warehouse.execute("DELETE FROM " + table + " WHERE player NOT IN (" + lined + ")");
      warehouse.execute(
          "INSERT INTO "
              + table
              + " SELECT made.* REPLACE (player || '-' || n AS player) FROM "
              + table
              + " AS made, range(1, "
              + (REQUESTS / players + 1)
              + ") AS copies(n)");
    }
    warehouse.execute(
        "DELETE FROM nba_analytics.player_prop_lines WHERE player NOT IN (SELECT DISTINCT player"
            + " FROM nba_analytics.player_prop_lines ORDER BY player LIMIT "
            + REQUESTS
            + ")");
  }

  private static String command(int exit, String name, String... options) {
    String[] args = new String[options.length + 2];
    args[0] = name;
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = "--warehouse=duckdb:" + warehouse.file();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args, stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  private static String predicted() {
    return warehouse
        .column(
            "SELECT COUNT(DISTINCT player) FROM nba_predictions.player_prop_predictions"
                + " WHERE system_id = 'moving_average'")
        .get(0);
  }

  @Test
  public void oneOfManyIsKeptAndComesAfterTheMend() {
    String one = " WHERE player = (SELECT MIN(player) FROM nba_analytics.player_prop_lines)";
    warehouse.execute("CREATE TABLE kept AS FROM nba_precompute.ml_feature_store" + one);
    warehouse.execute("UPDATE nba_precompute.ml_feature_store SET points_mean_last_5 = NULL" + one);
    command(0, "predict", "--date=" + DAY, "--asOf=" + AS_OF);
    assertThat(predicted(), is(String.valueOf(REQUESTS - 1)));
    assertThat(
        warehouse.column("SELECT code FROM nba_orchestration.failures WHERE step = 'Predict'"),
        is(List.of("STEP_FAULT")));

    assertThat(
        command(1, "replay", "--code=STEP_FAULT"),
        allOf(
            containsString("1 failures tried again: 0 resolved, 1 still there"),
            containsString("met again 1 times")));
    assertThat(
        command(1, "replay", "--date=" + DAY, "--step=Predict"),
        containsString("met again 2 times"));
    assertThat(predicted(), is(String.valueOf(REQUESTS - 1)));

    warehouse.execute("DELETE FROM nba_precompute.ml_feature_store" + one);
    warehouse.execute("INSERT INTO nba_precompute.ml_feature_store FROM kept");
    assertThat(
        command(0, "replay", "--code=STEP_FAULT"),
        containsString("1 failures tried again: 1 resolved, 0 still there"));
    assertThat(predicted(), is(String.valueOf(REQUESTS)));
    assertThat(command(0, "replay", "--step=Predict"), containsString("nothing to try again"));
  }
}
