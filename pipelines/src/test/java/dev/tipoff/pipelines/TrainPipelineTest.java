package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.models.ModelCard;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.models.ModelRegistry;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Models trained on weeks of a simulated league, and nights predicted by them. */
public class TrainPipelineTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay NIGHT = GameDay.parse("2025-12-10");
  private static final SlateRange SLATE = SlateRange.of(NIGHT);
  private static final GameDay THROUGH = NIGHT.plusDays(-2);
  private static final Instant AS_OF = Instant.parse("2025-12-10T22:00:00Z");

  private static TestWarehouse league;
  private static Path models;
  private static Counts trained;

  @BeforeClass
  public static void trainOnWeeks() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    models = folder.resolve("models");
    LeagueSimulator simulator = LeagueSimulator.of(11);
    simulator.writeHistory(folder.resolve("history"), OPENING.date(), NIGHT.plusDays(-1).date());
    simulator.writeUpcoming(folder.resolve("upcoming"), NIGHT.date());
    simulator.writeOdds(folder.resolve("archive"), NIGHT.date());
    league = TestWarehouse.in(folder.resolve("warehouse"));
    league.importAll(folder.resolve("history"));
    trained = train(league, models);
    league.importAll(folder.resolve("upcoming"));
    league.loadRaw(SLATE, folder.resolve("archive"));
    league.analytics(SLATE);
    league.precompute(SLATE);
    league.predict(SLATE, AS_OF, AS_OF, options -> options.setModelDir(models.toString()));
  }

  private static Counts train(TestWarehouse warehouse, Path folder) {
    return warehouse.train(
        THROUGH,
        folder,
        options -> {
          options.setPromote("always");
          options.setLearningRate(0.3);
        });
  }

  private static List<String> bySystem(String sql) {
    return league.column(
        "SELECT system_id || ' ' || COUNT(*) FROM nba_predictions.player_prop_predictions "
            + sql
            + " GROUP BY system_id ORDER BY 1");
  }

  @Test
  public void theModelsAreStoredWithTheirCard() {
    assertThat(trained.get("models", "promoted"), is(1L));
    assertThat(trained.of("failures"), is(Map.of()));
    ModelCard card = ModelFolder.at(models.toString()).champion(ModelFeatures.blind()).card();
    assertThat(card.through(), is(THROUGH));
    assertThat(card.availability(), is("report"));
    assertThat(card.codeVersion(), is("f00d"));
    assertThat(card.settings().get("eta"), is("0.3"));
    assertThat(card.metrics().get("points_mae"), is(lessThan(7.0)));
    assertThat(card.checksums().size(), is(8));
  }

  @Test
  public void everySystemPredictsEveryLineAndSaysWhy() {
    List<String> counts = bySystem("");
    String lined = counts.get(0).split(" ")[1];
    assertThat(Integer.parseInt(lined), is(greaterThan(300)));
    assertThat(
        counts,
        containsInAnyOrder(
            "ensemble " + lined,
            "ensemble_market_aware " + lined,
            "exponential_mean " + lined,
            "gradient_boosted " + lined,
            "gradient_boosted_market_aware " + lined,
            "moving_average " + lined,
            "similarity_balanced " + lined,
            "zone_matchup " + lined));
    assertThat(
        bySystem("WHERE reasons <> '' AND low_80 < high_80 AND availability = 'unknown'").size(),
        is(greaterThan(5)));
    assertThat(
        league.column(
            "SELECT DISTINCT reasons FROM nba_predictions.player_prop_predictions"
                + " WHERE system_id = 'gradient_boosted' AND NOT contains(reasons, '; ')"),
        is(empty()));
  }

  /** On another copy of the same warehouse, and with the folder written to a second time. */
  @Test
  public void theSameDataTrainsTheSameModels() throws IOException {
    Path other = TEMP.newFolder().toPath();
    TestWarehouse copy = league.copyTo(TEMP.newFolder().toPath());
    train(copy, other);
    assertThat(
        Files.readString(other.resolve("registry.json")),
        is(Files.readString(models.resolve("registry.json"))));
  }

  @Test
  public void modelsSayNothingOfWhatTheyLearnedFrom() throws IOException {
    TestWarehouse copy = league.copyTo(TEMP.newFolder().toPath());
    SlateRange known = SlateRange.of(THROUGH.plusDays(-1), THROUGH.plusDays(1));
    copy.backtest(
        known,
        options -> {
          options.setRetrain(null);
          options.setModelDir(models.toString());
          options.setAvailability("report");
        });
    assertThat(
        copy.column(
            "SELECT DISTINCT CAST(game_date AS VARCHAR) FROM nba_predictions.backtest_predictions"
                + " WHERE system_id = 'gradient_boosted'"),
        is(List.of(THROUGH.plusDays(1).toString())));
    assertThat(
        copy.column(
            "SELECT failure_key FROM nba_orchestration.failures WHERE code = 'MODEL_KNOWS_SLATE'"
                + " ORDER BY 1"),
        is(List.of(THROUGH.plusDays(-1).toString(), THROUGH.toString())));
  }

  @Test
  public void aDamagedModelStopsTheRun() throws IOException {
    Path damaged = TEMP.newFolder().toPath();
    train(league.copyTo(TEMP.newFolder().toPath()), damaged);
    ModelRegistry.Entry champion =
        ModelFolder.at(damaged.toString()).registry().orElseThrow().champion().orElseThrow();
    Files.write(damaged.resolve(champion.id()).resolve("pra.ubj"), new byte[] {1, 2, 3});
    TestWarehouse copy = league.copyTo(TEMP.newFolder().toPath());
    copy.execute("DELETE FROM nba_predictions.player_prop_predictions");
    RuntimeException stopped =
        assertThrows(
            RuntimeException.class,
            () ->
                copy.predict(
                    SLATE, AS_OF, AS_OF, options -> options.setModelDir(damaged.toString())));
    assertThat(stopped.getMessage(), containsString("is not the file that was stored"));
    assertThat(copy.digest(Tables.PREDICTIONS, SLATE).rows(), is(0L));
  }

  @Test
  public void modelsThatLearnedWithOtherKnowledgeAreRefused() throws IOException {
    TestWarehouse copy = league.copyTo(TEMP.newFolder().toPath());
    RuntimeException stopped =
        assertThrows(
            RuntimeException.class,
            () ->
                copy.backtest(
                    SlateRange.of(NIGHT.plusDays(-1)),
                    options -> {
                      options.setRetrain(null);
                      options.setModelDir(models.toString());
                    }));
    assertThat(
        stopped.getMessage(), containsString("learned with availability report and is asked with"));
  }

  @Test
  public void afterAWeekThereIsTooLittleToLearnFrom() throws IOException {
    TestWarehouse copy = league.copyTo(TEMP.newFolder().toPath());
    Path folder = TEMP.newFolder().toPath();
    Counts counts = copy.train(OPENING.plusDays(6), folder, options -> {});
    assertThat(counts.of("failures").get("TOO_FEW_EXAMPLES"), is(8L));
    assertThat(counts.of("models"), is(Map.of()));
    assertThat(Files.exists(folder.resolve("registry.json")), is(not(true)));
  }
}
