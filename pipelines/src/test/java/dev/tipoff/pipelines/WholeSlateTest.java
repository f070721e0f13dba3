package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.systems.FormulaSystems;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.ParDo;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** One simulated slate through every phase, each on the real embedded warehouse. */
public class WholeSlateTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay BIG = GameDay.parse("2025-11-05");
  private static final SlateRange SLATE = SlateRange.of(BIG);
  private static final Instant AS_OF = Instant.parse("2025-11-05T22:00:00Z");

  private static TestWarehouse league;
  private static String before;
  private static String after;
  private static String noResults;
  private static String results;
  private static final Map<String, Counts> COUNTS = new TreeMap<>();

  @BeforeClass
  public static void playOneSlate() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    LeagueSimulator simulator = LeagueSimulator.of(11);
    simulator.writeHistory(folder.resolve("history"), OPENING.date(), BIG.plusDays(-1).date());
    simulator.writeUpcoming(folder.resolve("upcoming"), BIG.date());
    simulator.writeHistory(folder.resolve("results"), BIG.date(), BIG.date());
    simulator.writeOdds(folder.resolve("archive"), BIG.date());
    HistoryCsv broken = HistoryCsv.read(folder.resolve("history/player_games.csv.gz"));
    broken.rows().subList(3, broken.rows().size()).clear();
    broken.rows().get(0).put("points", "250");
    broken.rows().get(1).put("minutes", "many");

    league = TestWarehouse.in(folder.resolve("warehouse"));
    COUNTS.put("import", league.importAll(folder.resolve("history")));
    COUNTS.put(
        "import of broken rows",
        TestWarehouse.in(folder.resolve("broken"))
            .importFiles(
                options ->
                    options.setPlayerGames(
                        List.of(
                            folder.resolve("history/player_games.csv.gz").toString(),
                            write(broken, folder.resolve("broken.csv"))))));
    league.importAll(folder.resolve("upcoming"));
    COUNTS.put("load-raw", league.loadRaw(SLATE, folder.resolve("archive")));
    COUNTS.put("analytics", league.analytics(SLATE));
    COUNTS.put("precompute", league.precompute(SLATE));
    COUNTS.put("predict", league.predict(SLATE, AS_OF));
    league.publish(SLATE, folder.resolve("site"));
    before = Files.readString(folder.resolve("site/v1/predictions/today.json"));
    noResults = Files.readString(folder.resolve("site/v1/results/latest.json"));
    league.importAll(folder.resolve("results"));
    COUNTS.put("grade", league.grade(SLATE));
    league.publish(SLATE, folder.resolve("site"));
    after = Files.readString(folder.resolve("site/v1/predictions/today.json"));
    results = Files.readString(folder.resolve("site/v1/results/latest.json"));
  }

  private static String write(HistoryCsv rows, Path file) {
    try {
      return rows.writeTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  public void importedRowsAreStored() {
    Counts counts = COUNTS.get("import");
    for (Table<?> table :
        List.of(Tables.PLAYER_GAMES, Tables.PLAYER_DNP, Tables.SCHEDULE, Tables.GAME_LINES)) {
      long in = counts.get("rows-in", table.name());
      assertThat(table + " in", in, is(greaterThan(50L)));
      assertThat(table + " stored", counts.stored(table), is(in));
      SlateRange imported = SlateRange.of(OPENING, BIG.plusDays(-1));
      assertThat(table + " kept", league.digest(table, imported).rows(), is(in));
    }
    assertThat(counts.of("failures"), is(Map.of()));
  }

  @Test
  public void rowsInAreStoredRowsPlusFailures() {
    Counts counts = COUNTS.get("import of broken rows");
    String table = Tables.PLAYER_GAMES.name();
    long whole = COUNTS.get("import").get("rows-in", table);
    assertThat(counts.get("rows-in", table), is(whole + 3));
    assertThat(counts.stored(Tables.PLAYER_GAMES), is(whole));
    assertThat(counts.get("rows-failed", table), is(3L));
    assertThat(counts.of("failures"), is(Map.of("BAD_ROW", 2L, "DUPLICATE_ROW", 1L)));
  }

  @Test
  public void everyRawLineIsALineACopyOrAFailure() {
    long raw = league.digest(Tables.ODDS_API_PLAYER_PROPS, SLATE).rows();
    long lines = league.digest(Tables.PROP_LINES, SLATE).rows();
    long copies = COUNTS.get("analytics").get("dev.tipoff.transforms.odds.ResolveLines", "copies");
    long failures =
        league.failures("ResolveLines").values().stream().mapToLong(Long::longValue).sum();
    assertThat(COUNTS.get("load-raw").stored(Tables.ODDS_API_PLAYER_PROPS), is(raw));
    assertThat(lines + copies + failures, is(raw));
    assertThat(lines, is(greaterThan(raw * 9 / 10)));
  }

  @Test
  public void everybodyExpectedHasFeatures() {
    long contexts = league.digest(Tables.PLAYER_GAME_CONTEXT, SLATE).rows();
    long games = league.digest(Tables.SCHEDULE, SLATE).rows();
    assertThat(games, is(9L));
    assertThat(contexts, is(allOf(greaterThan(games * 20), lessThan(games * 40))));
    assertThat(league.digest(Tables.FEATURE_STORE, SLATE).rows(), is(contexts));
    assertThat(COUNTS.get("analytics").stored(Tables.PLAYER_GAME_CONTEXT), is(contexts));
    assertThat(COUNTS.get("precompute").stored(Tables.FEATURE_STORE), is(contexts));
    assertThat(
        league.column(
            "SELECT game_id || player FROM nba_analytics.upcoming_player_game_context"
                + " EXCEPT SELECT game_id || player FROM nba_precompute.ml_feature_store"),
        is(empty()));
  }

  @Test
  public void noColumnIsEmptyOrConstantThatMayNotBe() {
    assertThat(
        league.column(
            "SELECT message FROM nba_orchestration.failures"
                + " WHERE code IN ('EMPTY_COLUMN', 'CONSTANT_COLUMN')"),
        is(empty()));
  }

  @Test
  public void everyLinedMarketIsPredictedByEverySystemOrFails() {
    String lined =
        "SELECT DISTINCT LOWER(market) || '|' || game_id || '|' || player"
            + " FROM nba_analytics.player_prop_lines WHERE snapshot_time <= TIMESTAMP '"
            + AS_OF.toString().replace("T", " ").replace("Z", "")
            + "'";
    List<String> failed =
        league.column("SELECT failure_key FROM nba_orchestration.failures WHERE step = 'Predict'");
    List<String> asked = league.column(lined);
    assertThat(asked.size(), is(greaterThan(400)));
    assertThat(failed.size(), is(lessThan(asked.size() / 10)));
    for (PredictionSystem system : FormulaSystems.all()) {
      List<String> answered =
          league.column(
              "SELECT LOWER(market) || '|' || game_id || '|' || player"
                  + " FROM nba_predictions.player_prop_predictions WHERE system_id = '"
                  + system.id()
                  + "'");
      answered.addAll(failed);
      answered.sort(null);
      asked.sort(null);
      assertThat(system.id(), answered, is(asked));
    }
    assertThat(
        COUNTS.get("predict").stored(Tables.PREDICTIONS),
        is((long) FormulaSystems.all().size() * (asked.size() - failed.size())));
  }

  @Test
  public void predictionsSayWhatTheyWereMadeFrom() {
    List<Prediction> predictions = league.rows(Queries.currentPredictions(SLATE));
    assertThat(predictions, is(not(empty())));
    for (Prediction prediction : predictions) {
      assertThat(prediction.getAsOf(), is(AS_OF));
      assertThat(prediction.getSnapshotTime().isAfter(AS_OF), is(false));
      assertThat(AS_OF.isBefore(prediction.getTipTime()), is(true));
      assertThat(prediction.getGames(), is(greaterThan(2)));
      assertThat(prediction.getProbabilityOver(), is(allOf(greaterThan(0.0), lessThan(1.0))));
    }
  }

  @Test
  public void predictReadsAsOftenForOneGameAsForAFullSlate() throws IOException {
    Path folder = TEMP.newFolder().toPath();
    GameDay small = BIG.plusDays(1);
    LeagueSimulator simulator = LeagueSimulator.of(11);
    simulator.writeUpcoming(folder.resolve("upcoming"), small.date());
    simulator.writeOdds(folder.resolve("archive"), small.date());
    HistoryCsv schedule = HistoryCsv.read(folder.resolve("upcoming/schedule.csv.gz"));
    schedule.rows().subList(1, schedule.rows().size()).clear();
    String oneGame = schedule.writeTo(folder.resolve("schedule.csv"));
    SlateRange slate = SlateRange.of(small);
    TestWarehouse copy = league.copyTo(folder.resolve("warehouse"));
    copy.importFiles(
        options -> {
          options.setSchedule(List.of(oneGame));
          options.setGameLines(List.of(folder.resolve("upcoming/game_lines.csv.gz").toString()));
        });
    copy.loadRaw(slate, folder.resolve("archive"));
    Counts analytics = copy.analytics(slate);
    copy.precompute(slate);
    Counts one = copy.predict(slate, Instant.parse(small + "T22:00:00Z"));

    assertThat(analytics.of("failures"), hasEntry(equalTo("UNMATCHED_GAME"), greaterThan(100L)));
    assertThat(
        copy.number(
            "SELECT COUNT(DISTINCT game_id) FROM nba_predictions.player_prop_predictions"
                + " WHERE game_date = DATE '"
                + small
                + "'"),
        is(1L));
    Counts many = COUNTS.get("predict");
    assertThat(one.stored(Tables.PREDICTIONS) * 5, is(lessThan(many.stored(Tables.PREDICTIONS))));
    assertThat(one.get("warehouse", "reads"), is(many.get("warehouse", "reads")));
    assertThat(many.get("warehouse", "reads"), is(lessThanOrEqualTo(5L)));
  }

  @Test
  public void predictIsFiveReadsAndOneStepWithThreeSideInputs() {
    RecordedWarehouse recorded = new RecordedWarehouse(league.services().warehouse());
    Pipeline pipeline = Pipeline.create(TestWarehouse.options(PredictOptions.class));
    PredictPipeline.build(
        pipeline,
        SLATE,
        AS_OF,
        AS_OF,
        TestWarehouse.options(PredictOptions.class),
        Services.of(recorded));
    List<Integer> sideInputs = new ArrayList<>();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            if (node.getFullName().startsWith("Predict/")
                && node.getTransform() instanceof ParDo.MultiOutput<?, ?> step) {
              sideInputs.add(step.getSideInputs().size());
            }
          }
        });
    assertThat(
        recorded.namesRead(),
        is(
            List.of(
                "fingerprints_predict",
                "nba_analytics.player_prop_lines",
                "nba_precompute.ml_feature_store",
                "nba_analytics.upcoming_player_game_context",
                "nba_raw.player_games")));
    assertThat(sideInputs, is(List.of(3)));
  }

  @Test
  public void everyPublishedPredictionIsGraded() {
    long published = league.rows(Queries.currentPredictions(SLATE)).size();
    assertThat(COUNTS.get("grade").get("rows-read", "current_predictions"), is(published));
    assertThat(league.digest(Tables.PREDICTION_ACCURACY, SLATE).rows(), is(published));
    assertThat(
        league.column(
            "SELECT COUNT(*) FROM nba_predictions.prediction_accuracy"
                + " WHERE (outcome = 'VOID') <> (actual IS NULL)"),
        is(List.of("0")));
    assertThat(
        league.digest(Tables.SYSTEM_DAILY_PERFORMANCE, SLATE).rows(),
        is(
            league.number(
                "SELECT COUNT(*) FROM (SELECT DISTINCT system_id, market"
                    + " FROM nba_predictions.prediction_accuracy)")));
  }

  @Test
  public void gradeReadsLinesOnce() {
    RecordedWarehouse recorded = new RecordedWarehouse(league.services().warehouse());
    GradePipeline.build(
        Pipeline.create(TestWarehouse.options(SlateOptions.class)), SLATE, Services.of(recorded));
    assertThat(
        recorded.namesRead(),
        is(
            List.of(
                "current_predictions",
                "nba_raw.player_games",
                "nba_analytics.player_prop_lines",
                "fingerprints_grade")));
  }

  @Test
  public void betsAreHeldAgainstWhereTheMarketClosed() {
    String bets =
        "SELECT COUNT(*) FROM nba_predictions.prediction_accuracy"
            + " WHERE recommendation IN ('OVER', 'UNDER')";
    assertThat(league.number(bets), is(greaterThan(50L)));
    assertThat(league.number(bets + " AND clv IS NULL"), is(lessThan(league.number(bets))));
    assertThat(
        league.number(
            "SELECT COUNT(*) FROM nba_predictions.prediction_accuracy"
                + " WHERE (clv IS NOT NULL)"
                + " <> (closing_line IS NOT NULL AND recommendation IN ('OVER', 'UNDER'))"),
        is(0L));
  }

  /** Of each system the markets of a player are one bet, and the bets on a game have a cap. */
  @Test
  public void stakesAreLimitedByPlayerAndGame() {
    String staked = " FROM nba_predictions.player_prop_predictions WHERE stake > 0 GROUP BY ";
    assertThat(
        league.number(
            "SELECT MAX(bets) FROM (SELECT COUNT(*) AS bets"
                + staked
                + "system_id, game_id, player)"),
        is(1L));
    assertThat(
        Double.parseDouble(
            league
                .column(
                    "SELECT MAX(total) FROM (SELECT SUM(stake) AS total"
                        + staked
                        + "system_id, game_id)")
                .get(0)),
        is(closeTo(0.05, 1e-9)));
  }

  @Test
  public void theSiteHasThePublishedPlayersBeforeAndAfterTheirGrades() {
    List<String> names =
        league.rows(Queries.currentPredictions(SLATE)).stream()
            .filter(prediction -> prediction.getLine() != null)
            .map(Prediction::getPlayerName)
            .filter(name -> name.matches("[A-Za-z ]+"))
            .distinct()
            .toList();
    assertThat(names.size(), is(greaterThan(50)));
    assertThat(noResults, containsString("\"count\":0"));
    for (String name : names) {
      assertThat(before, containsString(name));
      assertThat(results, containsString(name));
    }
    assertThat(after, is(before));
  }
}
