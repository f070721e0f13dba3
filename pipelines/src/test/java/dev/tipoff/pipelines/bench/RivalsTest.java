package dev.tipoff.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Splitter;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What Tipoff is measured against computes the same, or the comparison says nothing. */
public class RivalsTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final SlateRange SLATES =
      SlateRange.of(GameDay.parse("2025-11-01"), GameDay.parse("2025-11-25"));

  private static Path folder;
  private static TestWarehouse warehouse;

  @BeforeClass
  public static void fill() throws IOException {
    folder = TEMP.newFolder().toPath();
    LeagueSimulator.of(8)
        .writeHistory(folder, GameDay.parse("2025-10-21").date(), SLATES.to().date());
    warehouse = TestWarehouse.in(folder);
    warehouse.importAll(folder);
    warehouse.analytics(SLATES);
    warehouse.precompute(SLATES);
  }

  private static String differs(String ours, String theirs) {
    return String.format(
        "(%1$s IS NULL) <> (%2$s IS NULL) OR ABS(%1$s - %2$s) > 1e-9 * GREATEST(1, ABS(%1$s))",
        ours, theirs);
  }

  @Test
  public void theStatementGivesOurFeatures() {
    warehouse.execute("CREATE TABLE main.theirs AS " + WindowSql.of(SLATES));
    String joined =
        " FROM " + Tables.FEATURE_STORE + " o JOIN main.theirs t USING (game_id, player) ";
    assertThat(
        warehouse.number("SELECT COUNT(*)" + joined),
        is(warehouse.digest(Tables.FEATURE_STORE).rows()));
    List<String> different = new ArrayList<>();
    for (Feature feature : WindowSql.features()) {
      String name = feature.id();
      if (warehouse.number(
              "SELECT COUNT(*)" + joined + "WHERE " + differs("o." + name, "t." + name))
          > 0) {
        different.add(name);
      }
      assertThat(
          name, warehouse.number("SELECT COUNT(t." + name + ")" + joined), is(greaterThan(1_000L)));
    }
    assertThat(different, is(empty()));
    assertThat(WindowSql.features().size(), is(greaterThanOrEqualTo(70)));
  }

  /**
   * The loop prints how many values it has; in the feature store there is one row less for none.
   */
  @Test
  public void theLoopGivesOurFeatures() throws Exception {
    Path out = folder.resolve("loop.txt");
    java(out, LoopProcess.class.getName());
    List<String> words = Splitter.on(' ').splitToList(Files.readString(out));
    assertThat(
        Long.parseLong(words.get(0)), is(warehouse.digest(Tables.PLAYER_GAME_CONTEXT).rows()));
    List<String> counts = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      counts.add("COUNT(" + feature.id() + ")");
    }
    long stored =
        warehouse.number("SELECT " + String.join(" + ", counts) + " FROM " + Tables.FEATURE_STORE);
    assertThat(Long.parseLong(words.get(2)), is(greaterThanOrEqualTo(stored)));
  }

  private static void java(Path out, String main) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main,
                warehouse.file().toString(),
                SLATES.from().toString(),
                SLATES.to().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(), is(0));
  }

  @Test
  public void theScriptGivesOurFeatures() throws Exception {
    Path out = folder.resolve("features.csv");
    Process script =
        new ProcessBuilder(
                "python3",
                System.getProperty("tipoff.root") + "/pipelines/src/bench/python/features.py",
                folder.resolve("player_games.csv.gz").toString(),
                "2025-26",
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(folder.resolve("script.txt").toFile())
            .start();
    assertThat(script.waitFor(), is(0));
    Map<String, CSVRecord> theirs = new HashMap<>();
    try (CSVParser rows =
        CSVParser.parse(
            Files.newBufferedReader(out),
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      rows.forEach(row -> theirs.put(row.get("game_id") + " " + row.get("player"), row));
    }
    for (String name :
        List.of("points_mean_slow", "minutes_sd_last_10", "pra_mean_last_5", "days_rest")) {
      int compared = 0;
      for (String row :
          warehouse.column(
              "SELECT game_id || ' ' || player || ' ' || "
                  + name
                  + " FROM "
                  + Tables.FEATURE_STORE
                  + " WHERE "
                  + name
                  + " IS NOT NULL")) {
        List<String> words = Splitter.on(' ').splitToList(row);
        CSVRecord played = theirs.get(words.get(0) + " " + words.get(1));
        if (played != null) {
          assertThat(
              name,
              Double.parseDouble(played.get(name)),
              closeTo(Double.parseDouble(words.get(2)), 1e-9));
          compared++;
        }
      }
      assertThat(name, compared, is(greaterThan(1_000)));
    }
  }
}
