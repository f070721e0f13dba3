package dev.tipoff.pipelines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Ten weeks of a simulated league, from box scores and lines to graded predictions, give the rows
 * that they always gave: what makes it faster must not change what comes of it. Where a change of
 * results is meant, {@code -Dtipoff.docs=write} writes the files of {@code test-data/golden} anew.
 */
public class GoldenSeasonTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final boolean WRITE = System.getProperty("tipoff.docs", "check").equals("write");
  private static final Path GOLDEN =
      Path.of(System.getProperty("tipoff.root"), "test-data", "golden");

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay THROUGH = GameDay.parse("2025-12-17");
  private static final GameDay LAST = GameDay.parse("2025-12-30");
  private static final SlateRange LINED = SlateRange.of(LAST.plusDays(-2), LAST);

  /** Floating-point units of other processors round sums of trees otherwise. */
  private static final double SAME_SCORE = 1e-6;

  private static TestWarehouse league;

  @BeforeClass
  public static void playTheSeason() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    LeagueSimulator simulator = LeagueSimulator.of(20_251_021);
    simulator.writeHistory(folder.resolve("history"), OPENING.date(), LAST.date());
    for (GameDay slate : LINED.days()) {
      simulator.writeOdds(folder.resolve("archive"), slate.date());
    }
    league = TestWarehouse.in(folder.resolve("warehouse"));
    league.importAll(folder.resolve("history"));
    league.loadRaw(LINED, folder.resolve("archive"));
    league.train(
        THROUGH,
        folder.resolve("models"),
        options -> {
          options.setPromote("always");
          options.setLearningRate(0.3);
        });
    league.analytics(SlateRange.of(OPENING, LAST));
    league.precompute(SlateRange.of(OPENING.plusDays(2), LAST));
    league.backtest(
        SlateRange.of(THROUGH.plusDays(1), LAST),
        options -> {
          options.setRetrain(null);
          options.setAvailability("report");
          options.setModelDir(folder.resolve("models").toString());
        });
  }

  private static List<String> golden(String name, List<String> lines) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (WRITE) {
      Files.write(file, lines, UTF_8);
    }
    return Files.readAllLines(file, UTF_8);
  }

  /** Of every table but that of predictions, in which models have a part. */
  @Test
  public void everyTableHasTheRowsOfAlways() throws IOException {
    Map<String, Digest> digests = new TreeMap<>(league.digests(Tables.reproducible()));
    Digest predictions = digests.remove(Tables.BACKTEST_PREDICTIONS.name());
    assertThat(predictions.rows(), is(greaterThan(20_000L)));
    List<String> lines = new ArrayList<>();
    digests.forEach((table, digest) -> lines.add(table + " " + digest));
    assertThat(lines, is(golden("digests.txt", lines)));
  }

  private static List<String> predicted(String figures) {
    return league.column(
        "SELECT "
            + figures
            + " FROM nba_predictions.backtest_predictions GROUP BY system_id, market"
            + " ORDER BY system_id, market");
  }

  /** What the systems predict that ask no model, bit by bit. */
  @Test
  public void formulasPredictWhatTheyAlwaysDid() throws IOException {
    List<String> lines =
        predicted("system_id || ' ' || market || ' ' || COUNT(*) || ' ' || BIT_XOR(row_hash)")
            .stream()
            .filter(line -> !line.matches("(ensemble|gradient_boosted).*"))
            .toList();
    assertThat(lines.size(), is(16));
    assertThat(lines, is(golden("formulas.txt", lines)));
  }

  @Test
  public void modelsScoreWhatTheyAlwaysDid() throws IOException {
    List<String> lines =
        predicted(
            "system_id || ' ' || market || ' ' || COUNT(*) || ' ' || AVG(mean) || ' ' || AVG(sd)"
                + " || ' ' || AVG(ABS(mean - actual))");
    List<String> expected = golden("scores.txt", lines);
    assertThat(lines.size(), is(expected.size()));
    for (int i = 0; i < lines.size(); i++) {
      String[] found = lines.get(i).split(" ");
      String[] always = expected.get(i).split(" ");
      for (int part = 0; part < always.length; part++) {
        if (part < 3) {
          assertThat(lines.get(i), found[part], is(always[part]));
        } else {
          assertThat(
              lines.get(i),
              Double.parseDouble(found[part]),
              is(closeTo(Double.parseDouble(always[part]), SAME_SCORE)));
        }
      }
    }
  }
}
