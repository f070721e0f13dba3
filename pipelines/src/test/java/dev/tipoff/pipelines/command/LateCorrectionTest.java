package dev.tipoff.pipelines.command;

import static java.util.stream.Collectors.toSet;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A box score that the league corrects after four slates have been graded. */
public class LateCorrectionTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final SlateRange SLATES =
      SlateRange.of(GameDay.parse("2025-10-30"), GameDay.parse("2025-11-02"));
  private static final GameDay CORRECTED = GameDay.parse("2025-10-31");
  private static final List<Table<?>> GRADES =
      List.of(Tables.PREDICTION_ACCURACY, Tables.SYSTEM_DAILY_PERFORMANCE);
  private static final String ACCURACY = "nba_predictions.prediction_accuracy";
  private static final String GRADE_COLUMNS =
      "outcome, actual, error, within_three, within_five, actual_margin, probability_score, profit,"
          + " row_hash";

  private static Path history;
  private static Path archive;
  private static TestWarehouse graded;
  private static String player;

  @BeforeClass
  public static void gradeFourSlates() throws IOException {
    LeagueSimulator league = LeagueSimulator.of(5);
    history = newFolder();
    archive = newFolder();
    league.writeHistory(history, GameDay.parse("2025-10-23").date(), SLATES.to().date());
    for (GameDay day : SLATES.days()) {
      league.writeOdds(archive, day.date());
    }
    graded = TestWarehouse.in(newFolder());
    graded.importAll(history);
    ofSlates(graded, "load-raw", "--archive=" + archive);
    ofSlates(graded, "analytics");
    ofSlates(graded, "precompute");
    for (GameDay day : SLATES.days()) {
      command(graded, "predict", "--date=" + day, "--asOf=" + day + "T19:00:00Z");
    }
    ofSlates(graded, "grade");
    player =
        graded
            .column(
                "SELECT MIN(player) FROM "
                    + ACCURACY
                    + " WHERE market = 'PRA' AND actual > 0 AND game_date = DATE '"
                    + CORRECTED
                    + "'")
            .get(0);
  }

  private static Path newFolder() throws IOException {
    return TEMP.newFolder().toPath();
  }

  private static String command(TestWarehouse warehouse, String command, String... more) {
    String[] options = new String[more.length + 1];
    options[0] = PlayedNight.option(warehouse);
    System.arraycopy(more, 0, options, 1, more.length);
    return Ended.of(command, options).with(0).text();
  }

  private static String ofSlates(TestWarehouse warehouse, String command, String... more) {
    String[] options = new String[more.length + 2];
    options[0] = "--from=" + SLATES.from();
    options[1] = "--to=" + SLATES.to();
    System.arraycopy(more, 0, options, 2, more.length);
    return command(warehouse, command, options);
  }

  /** A copy into which the slate's box scores are imported anew, his with one more free throw. */
  private static TestWarehouse corrected() throws IOException {
    TestWarehouse copy = graded.copyTo(newFolder());
    Path file = newFolder().resolve("corrected.csv");
    copy.execute(
        String.format(
            "COPY (SELECT * REPLACE (points::INT + his AS points, ftm::INT + his AS ftm,"
                + " fta::INT + his AS fta) FROM read_csv('%s', all_varchar = true),"
                + " LATERAL (SELECT (player_id = '%s')::INT AS his) WHERE date = '%s')"
                + " TO '%s' (HEADER)",
            history.resolve("player_games.csv.gz"), player, CORRECTED, file));
    command(copy, "import", "--playerGames=" + file);
    return copy;
  }

  @Test
  public void runGradesTheCorrectedSlateAgainAndSkipsTheOthers() throws IOException {
    TestWarehouse copy = corrected();
    String text = ofSlates(copy, "run", "--archive=" + archive, "--site=" + newFolder());
    assertThat(
        decidedSinceTheImport(copy),
        is(
            List.of(
                "2025-10-30 SKIPPED",
                "2025-10-31 COMPLETED",
                "2025-11-01 SKIPPED",
                "2025-11-02 SKIPPED")));
    assertThat(
        text, containsString("grade       " + CORRECTED + ": runs, nba_raw.player_games is "));
    assertThat(copy.digest(Tables.PREDICTIONS), is(graded.digest(Tables.PREDICTIONS)));
    assertOnlyTheCorrectedGradesChanged(copy);
  }

  /** A phase on its own does what it is told, and comes to the same. */
  @Test
  public void gradeGradesEverySlateAgainAndLeavesTheOthersAsTheyWere() throws IOException {
    TestWarehouse copy = corrected();
    ofSlates(copy, "grade");
    assertThat(
        decidedSinceTheImport(copy),
        is(SLATES.days().stream().map(day -> day + " COMPLETED").toList()));
    assertOnlyTheCorrectedGradesChanged(copy);
  }

  private static List<String> decidedSinceTheImport(TestWarehouse warehouse) {
    return warehouse.column(
        "SELECT game_date || ' ' || event FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline = 'grade' AND event NOT IN ('STARTED', 'MEASURED')"
            + " AND started_at > (SELECT MAX(started_at) FROM nba_orchestration.pipeline_runs"
            + " WHERE pipeline = 'import') ORDER BY game_date");
  }

  private static void assertOnlyTheCorrectedGradesChanged(TestWarehouse copy) {
    for (GameDay day : SLATES.days()) {
      for (Table<?> table : GRADES) {
        Digest before = graded.digest(table, SlateRange.of(day));
        assertThat(
            table + " of " + day,
            copy.digest(table, SlateRange.of(day)),
            is(day.equals(CORRECTED) ? not(before) : is(before)));
      }
    }
    Set<String> his =
        Set.copyOf(
            graded.column(
                String.format(
                    "SELECT concat_ws('|', system_id, game_id, player, market) FROM %s"
                        + " WHERE game_date = DATE '%s' AND player = '%s'"
                        + " AND market IN ('POINTS', 'PRA')",
                    ACCURACY, CORRECTED, player)));
    assertThat(his, is(not(empty())));
    assertThat(changed(copy, ACCURACY, "system_id, game_id, player, market", "row_hash"), is(his));
    assertThat(
        changed(copy, ACCURACY, "system_id, game_id, player, market", GRADE_COLUMNS), empty());
    assertThat(
        changed(
            copy,
            "nba_predictions.system_daily_performance",
            "game_date, system_id, market",
            "row_hash"),
        is(
            his.stream()
                .map(key -> key.split("\\|"))
                .map(key -> CORRECTED + "|" + key[0] + "|" + key[3])
                .collect(toSet())));
  }

  /** The keys of rows that are not what they were, whatever some columns say. */
  private static Set<String> changed(
      TestWarehouse copy, String table, String key, String otherThan) {
    Map<String, String> before = rows(graded, table, key, otherThan);
    Map<String, String> after = rows(copy, table, key, otherThan);
    assertThat(after.keySet(), is(before.keySet()));
    return after.keySet().stream()
        .filter(row -> !after.get(row).equals(before.get(row)))
        .collect(toSet());
  }

  private static Map<String, String> rows(
      TestWarehouse warehouse, String table, String key, String otherThan) {
    Map<String, String> rows = new HashMap<>();
    warehouse
        .column(
            String.format(
                "SELECT concat_ws('|', %s) || ' ' || r::VARCHAR"
                    + " FROM (SELECT * EXCLUDE (%s) FROM %s) AS r",
                key, otherThan, table))
        .forEach(row -> rows.put(row.substring(0, row.indexOf(' ')), row));
    return rows;
  }
}
