package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Splitter;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What {@code run} runs and skips, and why. */
public class RunCommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate DAY = LocalDate.of(2025, 11, 5);
  private static final String RAN = " " + DAY + ": runs, ";
  private static final String SKIPPED = " " + DAY + ": skipped, nothing that it is made from";

  private static Path folder;
  private static TestWarehouse ready;

  @BeforeClass
  public static void runOnce() throws IOException {
    folder = TEMP.newFolder().toPath();
    LeagueSimulator league = LeagueSimulator.of(11);
    league.writeHistory(folder.resolve("history"), LocalDate.of(2025, 10, 25), DAY.minusDays(1));
    league.writeUpcoming(folder.resolve("tonight"), DAY);
    league.writeOdds(folder.resolve("archive"), DAY);
    ready = TestWarehouse.in(folder.resolve("warehouse"));
    ready.importAll(folder.resolve("history"));
    ready.importAll(folder.resolve("tonight"));
    String first = run(ready, 0);
    for (String phase : new String[] {"load-raw   ", "analytics  ", "precompute ", "predict    "}) {
      assertThat(first, containsString(phase + RAN + "no completed run is known\n"));
    }
    assertThat(
        first,
        containsString("grade       " + DAY + ": not ready, no rows of nba_raw.player_games"));
    assertThat(first, containsString(", 5 data reads"));
  }

  private static String run(TestWarehouse warehouse, int exit, String... more) {
    String[] args = new String[6 + more.length];
    args[0] = "run";
    args[1] = "--date=" + DAY;
    args[2] = "--warehouse=duckdb:" + warehouse.file();
    args[3] = "--archive=" + folder.resolve("archive");
    args[4] = "--site=" + folder.resolve("site");
    args[5] = "--asOf=" + DAY + "T22:00:00Z";
    System.arraycopy(more, 0, args, 6, more.length);
    return command(exit, args);
  }

  private static String command(int exit, String... args) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args, stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  private static TestWarehouse copy() throws IOException {
    return ready.copyTo(TEMP.newFolder().toPath());
  }

  private static void assertRan(String text, String... phases) {
    for (String phase :
        new String[] {"load-raw", "analytics", "precompute", "predict", "publish"}) {
      boolean ran = List.of(phases).contains(phase);
      String name = String.format("%-11s", phase);
      assertThat(text, containsString(name + (ran ? RAN : SKIPPED)));
    }
  }

  @Test
  public void whatHasNotChangedIsSkippedAndSaysSo() throws IOException {
    TestWarehouse copy = copy();
    assertRan(run(copy, 0));
    assertThat(
        copy.number("SELECT COUNT(*) FROM nba_orchestration.pipeline_runs WHERE event = 'SKIPPED'"),
        is(5L));
    String report = command(0, "report", "--date=" + DAY, "--warehouse=duckdb:" + copy.file());
    assertThat(report, containsString("SKIPPED   nothing that it is made from has changed"));
    assertThat(report, containsString("COMPLETED no completed run is known"));
  }

  @Test
  public void oneChangedRowRunsWhatIsMadeFromIt() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "UPDATE nba_precompute.ml_feature_store SET row_hash = row_hash + 1 WHERE player ="
            + " (SELECT MIN(player) FROM nba_precompute.ml_feature_store)");
    String text = run(copy, 0);
    assertRan(text, "predict", "publish");
    assertThat(text, containsString(RAN + "nba_precompute.ml_feature_store is "));
  }

  @Test
  public void aChangedOptionRunsItsPhase() throws IOException {
    String text = run(copy(), 0, "--devig=SHIN");
    assertRan(text, "predict");
    assertThat(text, containsString(RAN + "option devig is SHIN, was POWER"));
  }

  @Test
  public void forceRunsEverything() throws IOException {
    assertRan(
        run(copy(), 0, "--force"), "load-raw", "analytics", "precompute", "predict", "publish");
  }

  @Test
  public void aRunThatDidNotSayThatItCompletedIsRunAgain() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "DELETE FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline = 'analytics' AND event IN ('COMPLETED', 'MEASURED')");
    assertRan(run(copy, 0), "analytics");
  }

  @Test
  public void anotherModelOrOtherCodeRunsWhatItWasNotMadeWith() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "UPDATE nba_orchestration.pipeline_runs SET inputs ="
            + " regexp_replace(inputs, '(model|code)=\\w+', '\\1=another', 'g')"
            + " WHERE pipeline = 'predict'");
    String text = run(copy, 0);
    assertRan(text, "predict");
    assertThat(text, containsString(RAN + "code is "));
    assertThat(text, containsString("; model is none, was another\n"));
  }

  @Test
  public void aPhaseWhoseInputsAreMissingIsNotRunAndChangesNothing() throws IOException {
    TestWarehouse empty = TestWarehouse.in(TEMP.newFolder().toPath());
    String text =
        command(
            3,
            "run",
            "--date=" + DAY,
            "--warehouse=duckdb:" + empty.file(),
            "--archive=" + folder.resolve("none"));
    assertThat(text, containsString("load-raw    " + folder.resolve("none") + ": passed over"));
    assertThat(text, containsString("analytics   " + DAY + ": not ready, no rows of nba_raw."));
    assertThat(
        empty.column("SELECT pipeline || ' ' || event FROM nba_orchestration.pipeline_runs"),
        is(List.of("analytics NOT_READY")));
  }

  @Test
  public void ofSeveralSlatesOnlyTheOneThatChangedIsRun() throws IOException {
    TestWarehouse copy = copy();
    LeagueSimulator league = LeagueSimulator.of(11);
    Path archive = TEMP.newFolder().toPath();
    for (LocalDate day = DAY.minusDays(2); !day.isAfter(DAY); day = day.plusDays(1)) {
      league.writeOdds(archive, day);
    }
    String[] range = {
      "run",
      "--from=" + DAY.minusDays(2),
      "--to=" + DAY.plusDays(1),
      "--warehouse=duckdb:" + copy.file(),
      "--archive=" + archive,
      "--site=" + folder.resolve("site"),
      "--asOf=" + DAY.minusDays(2) + "T21:00:00Z"
    };
    String three = DAY.minusDays(2) + " to " + DAY;
    String first = command(0, range);
    assertThat(first, containsString("load-raw    " + DAY.plusDays(1) + ": not ready, no rows of"));
    assertThat(first, containsString("load-raw    " + three + ": runs, "));
    assertThat(first, containsString("predict     " + three + ": runs, "));
    String unchanged = DAY.minusDays(2) + ", " + DAY.minusDays(1) + ", " + DAY + ": skipped, ";
    assertThat(command(0, range), containsString("predict     " + unchanged));
    copy.execute(
        "UPDATE nba_precompute.ml_feature_store SET row_hash = row_hash + 1"
            + " WHERE game_date = DATE '"
            + DAY.minusDays(1)
            + "' AND player = (SELECT MIN(player) FROM nba_precompute.ml_feature_store"
            + " WHERE game_date = DATE '"
            + DAY.minusDays(1)
            + "')");
    String again = command(0, range);
    assertThat(
        again, containsString("predict     " + DAY.minusDays(2) + ", " + DAY + ": skipped, "));
    assertThat(
        again,
        containsString(
            "predict     " + DAY.minusDays(1) + ": runs, nba_precompute.ml_feature_store is "));
    assertThat(again, containsString("precompute  " + unchanged));

    // A box score is in the means of everybody's later slates, and in no feature of its own slate.
    copy.execute(change("nba_raw.player_games", "player", DAY.minusDays(2)));
    String corrected = command(0, range);
    for (int before = 2; before >= 0; before--) {
      assertThat(ran(corrected, "analytics", DAY.minusDays(before)), is(true));
      assertThat(ran(corrected, "precompute", DAY.minusDays(before)), is(before < 2));
    }
    assertThat(corrected, containsString(": runs, nba_raw.player_games is "));

    copy.execute(change("nba_raw.odds_api_player_props", "player_name", DAY.minusDays(1)));
    String moved = command(0, range);
    for (int before = 2; before >= 0; before--) {
      assertThat(ran(moved, "analytics", DAY.minusDays(before)), is(before == 1));
      assertThat(ran(moved, "precompute", DAY.minusDays(before)), is(false));
    }
  }

  private static String change(String table, String name, LocalDate day) {
    String ofDay = " WHERE game_date = DATE '" + day + "'";
    return "UPDATE "
        + table
        + " SET row_hash = row_hash + 1"
        + ofDay
        + " AND "
        + name
        + " = (SELECT MIN("
        + name
        + ") FROM "
        + table
        + ofDay
        + ")";
  }

  /** Whether a phase says that it ran for a slate, alone or in a range of them. */
  private static boolean ran(String text, String phase, LocalDate day) {
    return text.lines()
        .filter(line -> line.startsWith(phase) && line.contains(": runs, "))
        .map(line -> line.substring(12, line.indexOf(':')))
        .flatMap(slates -> Splitter.on(", ").splitToStream(slates))
        .map(slates -> Splitter.on(" to ").splitToList(slates))
        .anyMatch(
            ends ->
                !day.isBefore(LocalDate.parse(ends.get(0)))
                    && !day.isAfter(LocalDate.parse(ends.get(ends.size() - 1))));
  }

  /** An evening has several predictions of a slate, and a stream adds more. */
  @Test
  public void predictionsAsOfAnotherTimeAreNoReasonToWorry() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "INSERT INTO nba_predictions.player_prop_predictions SELECT * REPLACE"
            + " (as_of + INTERVAL 30 MINUTE AS as_of) FROM nba_predictions.player_prop_predictions");
    assertThat(run(copy, 0), containsString("publish     " + DAY + ": runs, "));
    assertThat(copy.failures("CheckInputs"), is(Map.of()));
  }

  /** Analytics that died while it was writing, so that a table has other rows than it said. */
  @Test
  public void aHalfWrittenSourceIsAFailure() throws IOException {
    TestWarehouse copy = copy();
    copy.execute(
        "DELETE FROM nba_precompute.ml_feature_store WHERE player ="
            + " (SELECT MIN(player) FROM nba_precompute.ml_feature_store)");
    String text = run(copy, 0);
    assertThat(text, containsString("1  incomplete-input"));
    assertThat(
        copy.column(
            "SELECT message FROM nba_orchestration.failures WHERE code = 'INCOMPLETE_INPUT'"),
        is(
            List.of(
                "nba_precompute.ml_feature_store of "
                    + DAY
                    + " has 269 rows, but the run that wrote it said 270; run its phase again")));
  }
}
