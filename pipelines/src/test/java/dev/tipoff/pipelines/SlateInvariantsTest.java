package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.TestWarehouse.Counts;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.QualityTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What must hold of a slate however often, in whatever order and how late things are run. */
public class SlateInvariantsTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final long SEED = 11;
  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay DAY = GameDay.parse("2025-11-05");
  private static final SlateRange SLATE = SlateRange.of(DAY);
  private static final GameDay LAST = DAY.plusDays(2);
  private static final Instant AS_OF = Instant.parse("2025-11-05T22:00:00Z");
  private static final Pattern UPDATED = Pattern.compile("\"last_update\":\"([^\"]+)\"");

  private static LeagueSimulator simulator;
  private static Path folder;
  private static Path history;
  private static Path archive;
  private static TestWarehouse league;

  /** Results of the slate and of two days after it are there from the beginning. */
  @BeforeClass
  public static void playOneSlate() throws IOException {
    simulator = LeagueSimulator.of(SEED);
    folder = TEMP.newFolder().toPath();
    history = folder.resolve("history");
    archive = folder.resolve("archive");
    simulator.writeHistory(history, OPENING.date(), LAST.date());
    simulator.writeOdds(archive, DAY.date());
    simulator.writeOdds(archive, DAY.plusDays(-2).date());
    league = TestWarehouse.in(folder.resolve("warehouse"));
    league.importAll(history);
    predict(league, archive);
    league.grade(SLATE);
  }

  private static void predict(TestWarehouse warehouse, Path bodies) {
    warehouse.loadRaw(SLATE, bodies);
    predictStoredLines(warehouse, SLATE);
  }

  private static void predictStoredLines(TestWarehouse warehouse, SlateRange slates) {
    warehouse.analytics(slates);
    warehouse.precompute(slates);
    warehouse.predict(slates, AS_OF);
  }

  private static TestWarehouse copy() throws IOException {
    return league.copyTo(TEMP.newFolder().toPath());
  }

  @Test
  public void runningAnyPhaseAgainGivesTheSameTables() throws IOException {
    TestWarehouse copy = copy();
    copy.backtest(SLATE);
    Map<String, Digest> before = copy.digests(Tables.reproducible());
    Map<String, Runnable> phases = new LinkedHashMap<>();
    phases.put("import", () -> copy.importAll(history));
    phases.put("load-raw", () -> copy.loadRaw(SLATE, archive));
    phases.put("analytics", () -> copy.analytics(SLATE));
    phases.put("precompute", () -> copy.precompute(SLATE));
    phases.put("predict", () -> copy.predict(SLATE, AS_OF));
    phases.put("grade", () -> copy.grade(SLATE));
    phases.put("backtest", () -> copy.backtest(SLATE));
    phases.forEach(
        (name, phase) -> {
          phase.run();
          assertThat("after another " + name, copy.digests(Tables.reproducible()), is(before));
        });
    Stream.concat(
            FeedTables.all().stream(),
            Stream.of(
                Tables.POINTS_LINES,
                Tables.POINTS_LINE_MOVES,
                Tables.PRA_LINES,
                AvailabilityTables.PLAYER_AVAILABILITY,
                AvailabilityTables.TEAM_INJURY_REPORTS,
                QualityTables.FEATURE_DIFFERENCES,
                Tables.UNRESOLVED_NAMES,
                Tables.SCRAPER_RUNS,
                Tables.QUOTA_LEDGER,
                Tables.WORKFLOW_DECISIONS))
        .forEach(notFilledHere -> before.remove(notFilledHere.name()));
    before.forEach((table, digest) -> assertThat(table, digest.rows(), is(greaterThan(0L))));
  }

  @Test
  public void rowsInAnyOrderAndEveryFileTwiceGiveTheSameTables() throws IOException {
    TestWarehouse other = TestWarehouse.in(TEMP.newFolder().toPath());
    Random random = new Random(SEED);
    long rows = 0;
    Map<String, List<String>> files = new TreeMap<>();
    for (String name : List.of("player_games", "player_dnp", "schedule", "game_lines")) {
      Path file = history.resolve(name + ".csv.gz");
      HistoryCsv csv = HistoryCsv.read(file);
      rows += csv.rows().size();
      Path shuffled = TEMP.newFolder().toPath().resolve(name + ".csv");
      files.put(name, List.of(csv.shuffled(random).writeTo(shuffled), file.toString()));
    }
    Counts counts =
        other.importFiles(
            options -> {
              options.setPlayerGames(files.get("player_games"));
              options.setDnp(files.get("player_dnp"));
              options.setSchedule(files.get("schedule"));
              options.setGameLines(files.get("game_lines"));
            });
    List<Table<?>> tables =
        List.of(Tables.PLAYER_GAMES, Tables.PLAYER_DNP, Tables.SCHEDULE, Tables.GAME_LINES);
    assertThat(other.digests(tables), is(league.digests(tables)));
    assertThat(counts.of("failures"), is(Map.of("DUPLICATE_ROW", rows)));
    assertThat(other.failures("ReadCsv"), is(Map.of("DUPLICATE_ROW", rows)));
  }

  @Test
  public void aDayBacktestedAloneIsThatDayOfALongerBacktest() throws IOException {
    TestWarehouse copy = copy();
    copy.loadRaw(SlateRange.of(DAY.plusDays(-2)), archive);
    SlateRange range = SlateRange.of(DAY.plusDays(-2), DAY.plusDays(1));
    copy.backtest(range);
    Map<GameDay, Digest> ofTheRange = new TreeMap<>();
    range.days().forEach(day -> ofTheRange.put(day, backtested(copy, day)));
    Digest published = copy.digest(Tables.PREDICTIONS);
    for (GameDay day : List.of(DAY.plusDays(-2), DAY, DAY.plusDays(1))) {
      TestWarehouse alone = copy.copyTo(TEMP.newFolder().toPath().resolve("alone"));
      alone.execute("DELETE FROM nba_predictions.backtest_predictions");
      alone.backtest(SlateRange.of(day));
      assertThat(day + " alone", backtested(alone, day), is(ofTheRange.get(day)));
      assertThat(ofTheRange.get(day).rows(), is(greaterThan(500L)));
    }
    assertThat(copy.digest(Tables.PREDICTIONS), is(published));
    assertThat(
        copy.number(
            "SELECT COUNT(DISTINCT game_date) FROM nba_predictions.backtest_predictions"
                + " WHERE line IS NOT NULL"),
        is(2L));
  }

  private static Digest backtested(TestWarehouse warehouse, GameDay day) {
    return warehouse.digest(Tables.BACKTEST_PREDICTIONS, SlateRange.of(day));
  }

  /** Alone and as the first slate of a backfill, which reads the changed box scores. */
  @Test
  public void noBoxScoreOfTheSlateOrLaterChangesAFeatureOrAPrediction() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      HistoryCsv games = HistoryCsv.read(history.resolve("player_games.csv.gz"));
      games.rows().removeIf(row -> isPast(row) || random.nextInt(12) == 0);
      TestWarehouse copy = copyWithInvented(games, random);
      predictStoredLines(copy, SlateRange.of(DAY, DAY.plusDays(seed)));
      assertSameFeaturesAndPredictions("seed " + seed, copy);
    }
  }

  @Test
  public void noBoxScoreOfTheSlateOrLaterChangesWhatABacktestForecasts() throws IOException {
    TestWarehouse real = copy();
    HistoryCsv games = HistoryCsv.read(history.resolve("player_games.csv.gz"));
    games.rows().removeIf(SlateInvariantsTest::isPast);
    TestWarehouse invented = copyWithInvented(games, new Random(SEED));
    real.backtest(SLATE);
    invented.backtest(SlateRange.of(DAY, LAST));
    String forecasts =
        String.format(
            "SELECT COLUMNS(* EXCLUDE (outcome, actual, actual_margin, error, within_three,"
                + " within_five, probability_score, profit, row_hash))::VARCHAR"
                + " FROM nba_predictions.backtest_predictions WHERE game_date = DATE '%s'",
            DAY);
    String actuals =
        String.format(
            "SELECT SUM(actual) FROM nba_predictions.backtest_predictions"
                + " WHERE game_date = DATE '%s'",
            DAY);
    assertThat(invented.column(actuals), is(not(real.column(actuals))));
    assertThat(sortedRows(invented, forecasts), is(sortedRows(real, forecasts)));
  }

  @Test
  public void whatTheMarketSaysAfterABetChangesOnlyWhatItWasWorth() throws IOException {
    TestWarehouse all = copy();
    TestWarehouse early = copy();
    String late =
        "nba_raw.odds_api_player_props" + " WHERE snapshot_time > commence_time - INTERVAL 2 HOUR";
    assertThat(early.number("SELECT COUNT(*) FROM " + late), is(greaterThan(100L)));
    early.execute("DELETE FROM " + late);
    all.backtest(SLATE, options -> options.setLead("PT2H"));
    early.backtest(SLATE, options -> options.setLead("PT2H"));
    String bets =
        "SELECT COLUMNS(* EXCLUDE (closing_line, closing_probability_over, clv, row_hash))::VARCHAR"
            + " FROM nba_predictions.backtest_predictions";
    assertThat(sortedRows(all, bets), is(sortedRows(early, bets)));
    String worth = "SELECT COUNT(clv) FROM nba_predictions.backtest_predictions";
    assertThat(all.number(worth), is(greaterThan(50L)));
    assertThat(early.number(worth), is(0L));
    all.backtest(SLATE);
    assertThat("nothing is seen after the last moment", all.number(worth), is(0L));
  }

  private static List<String> sortedRows(TestWarehouse warehouse, String select) {
    List<String> rows = warehouse.column("SELECT CAST(r AS VARCHAR) FROM (" + select + ") AS r");
    rows.sort(null);
    return rows;
  }

  private static TestWarehouse copyWithInvented(HistoryCsv games, Random random)
      throws IOException {
    games.rows().forEach(row -> invent(row, random));
    String file = games.writeTo(TEMP.newFolder().toPath().resolve("player_games.csv"));
    TestWarehouse copy = copyWithoutPredictions();
    Counts counts = copy.importFiles(options -> options.setPlayerGames(List.of(file)));
    assertThat(counts.of("failures"), is(Map.of()));
    return copy;
  }

  @Test
  public void resultsThatAreThereAlreadyChangeNothing() throws IOException {
    Path before = TEMP.newFolder().toPath();
    simulator.writeHistory(before.resolve("history"), OPENING.date(), DAY.plusDays(-1).date());
    simulator.writeUpcoming(before.resolve("upcoming"), DAY.date());
    TestWarehouse inTime = TestWarehouse.in(before.resolve("warehouse"));
    inTime.importAll(before.resolve("history"));
    inTime.importAll(before.resolve("upcoming"));
    predict(inTime, archive);
    assertSameFeaturesAndPredictions("without results", inTime);
  }

  private static void assertSameFeaturesAndPredictions(String what, TestWarehouse other) {
    for (Table<?> table :
        List.of(Tables.PLAYER_GAME_CONTEXT, Tables.FEATURE_STORE, Tables.PREDICTIONS)) {
      assertThat(what + ": " + table, other.digest(table, SLATE), is(league.digest(table, SLATE)));
    }
    assertThat(other.digest(Tables.PLAYER_GAMES), is(not(league.digest(Tables.PLAYER_GAMES))));
  }

  /** Predictions keep the first of a key, so that later ones could not be seen. */
  private static TestWarehouse copyWithoutPredictions() throws IOException {
    TestWarehouse copy = copy();
    copy.execute("DELETE FROM nba_predictions.player_prop_predictions");
    copy.execute("DELETE FROM nba_precompute.ml_feature_store");
    return copy;
  }

  private static boolean isPast(Map<String, String> row) {
    return GameDay.parse(row.get("date")).isBefore(DAY);
  }

  /** Another box score that adds up. */
  private static void invent(Map<String, String> row, Random random) {
    int made = random.nextInt(16);
    int threes = random.nextInt(made + 1);
    int free = random.nextInt(12);
    put(row, "fgm", made);
    put(row, "fga", made + random.nextInt(12));
    put(row, "fg3m", threes);
    put(row, "fg3a", threes + random.nextInt(9));
    put(row, "ftm", free);
    put(row, "fta", free + random.nextInt(5));
    put(row, "points", 2 * made + threes + free);
    put(row, "rebounds", random.nextInt(20));
    put(row, "assists", random.nextInt(20));
    put(row, "minutes", 1 + random.nextInt(48));
    put(row, "starter", random.nextInt(2));
  }

  private static void put(Map<String, String> row, String column, int value) {
    row.put(column, Integer.toString(value));
  }

  @Test
  public void predictingAfterTheTipsStoresNothingAndSaysSo() throws IOException {
    TestWarehouse copy = copy();
    Digest published = copy.digest(Tables.PREDICTIONS);
    Counts counts = copy.predict(SLATE, Instant.parse("2025-11-06T12:00:00Z"));
    assertThat(copy.digest(Tables.PREDICTIONS), is(published));
    long lined =
        copy.number(
            "SELECT COUNT(*) FROM (SELECT DISTINCT game_id, player, market"
                + " FROM nba_analytics.player_prop_lines)");
    assertThat(lined, is(greaterThan(400L)));
    assertThat(counts.of("failures"), is(Map.of("PAST_TIP", lined)));
    assertThat(copy.failures("Predict").get("PAST_TIP"), is(lined));
    assertThat(counts.stored(Tables.PREDICTIONS), is(0L));
  }

  @Test
  public void aStatCorrectionChangesNothingThatWasPublished() throws IOException {
    TestWarehouse copy = copy();
    Digest features = copy.digest(Tables.FEATURE_STORE);
    List<Table<?>> published =
        List.of(Tables.PREDICTIONS, Tables.PREDICTION_ACCURACY, Tables.SYSTEM_DAILY_PERFORMANCE);
    Map<String, Digest> before = copy.digests(published);
    HistoryCsv games = HistoryCsv.read(history.resolve("player_games.csv.gz"));
    games.rows().removeIf(row -> !row.get("date").equals(DAY.plusDays(-1).toString()));
    for (Map<String, String> row : games.rows()) {
      int assists = Integer.parseInt(row.get("assists"));
      put(row, "assists", assists + 1);
    }
    String corrected = games.writeTo(TEMP.newFolder().toPath().resolve("corrected.csv"));
    copy.importFiles(options -> options.setPlayerGames(List.of(corrected)));
    predictStoredLines(copy, SLATE);
    copy.grade(SLATE);
    assertThat(copy.digest(Tables.FEATURE_STORE), is(not(features)));
    assertThat(copy.digests(published), is(before));
  }

  @Test
  public void aLaterPredictionIsPublishedAndTheEarlierOneIsKept() throws IOException {
    TestWarehouse copy = copy();
    List<Prediction> first = sorted(copy);
    Instant later = AS_OF.plus(1800 * 1000L);
    copy.predict(SLATE, later);
    List<Prediction> second = sorted(copy);
    long updated = second.stream().filter(row -> row.getAsOf().equals(later)).count();
    assertThat(updated, is(greaterThan(100L)));
    assertThat(copy.digest(Tables.PREDICTIONS).rows(), is(first.size() + updated));
    Set<String> firstRows = new TreeSet<>();
    first.forEach(row -> firstRows.add(row.toString()));
    second.stream()
        .filter(row -> !row.getAsOf().equals(later))
        .forEach(row -> assertThat(row.toString(), firstRows.contains(row.toString()), is(true)));
  }

  /** Whoever predicts as of another time once the games are over cannot change what was said. */
  @Test
  public void predictingInHindsightLeavesWhatIsPublished() throws IOException {
    TestWarehouse copy = copy();
    Instant dayAfter = Instant.parse("2025-11-06T12:00:00Z");
    Digest published = copy.digest(Tables.PREDICTIONS);
    Counts counts = copy.predict(SLATE, AS_OF.plus(1800 * 1000L), dayAfter);
    assertThat(copy.digest(Tables.PREDICTIONS), is(published));
    assertThat(counts.of("failures").get("PAST_TIP"), is(published.rows()));

    copy.predict(SLATE, AS_OF, dayAfter);
    assertThat(copy.digest(Tables.PREDICTIONS), is(published));

    copy.execute(
        "DELETE FROM nba_predictions.player_prop_predictions WHERE system_id = 'moving_average'");
    Digest oneSystem = copy.digest(Tables.PREDICTIONS);
    copy.predict(SLATE, AS_OF, dayAfter);
    assertThat(copy.digest(Tables.PREDICTIONS), is(oneSystem));

    copy.execute("DELETE FROM nba_predictions.player_prop_predictions");
    copy.predict(SLATE, AS_OF, dayAfter);
    assertThat(copy.digest(Tables.PREDICTIONS), is(published));
  }

  private static List<Prediction> sorted(TestWarehouse warehouse) {
    List<Prediction> rows = new ArrayList<>(warehouse.rows(Queries.currentPredictions(SLATE)));
    rows.sort(Comparator.comparing(Prediction::toString));
    return rows;
  }

  @Test
  public void aLineTakenAfterTheAsOfTimeIsInvisible() throws IOException {
    Path early = TEMP.newFolder().toPath();
    int left = 0;
    int later = 0;
    for (Path file : simulator.writeOdds(early, DAY.date())) {
      Matcher updated = UPDATED.matcher(Files.readString(file));
      assertThat(updated.find(), is(true));
      if (Instant.parse(updated.group(1)).isAfter(AS_OF)) {
        Files.delete(file);
        later++;
      } else {
        left++;
      }
    }
    assertThat(left, is(greaterThan(8)));
    assertThat(later, is(greaterThan(3)));
    TestWarehouse copy = copyWithoutPredictions();
    predict(copy, early);
    assertThat(
        copy.digest(Tables.PROP_LINES).rows(),
        is(lessThan(league.digest(Tables.PROP_LINES).rows())));
    assertThat(copy.digest(Tables.PREDICTIONS), is(league.digest(Tables.PREDICTIONS)));
  }

  @Test
  public void everyLineOfANameThatNobodyHasIsAFailure() throws IOException {
    TestWarehouse copy = copy();
    String name =
        copy.column(
                "SELECT player_name FROM nba_raw.odds_api_player_props"
                    + " GROUP BY player_name ORDER BY COUNT(*) DESC, player_name LIMIT 1")
            .get(0);
    Path renamed = TEMP.newFolder().toPath();
    for (Path file : simulator.writeOdds(renamed, DAY.date())) {
      Files.writeString(file, Files.readString(file).replace(name, "Zebulon Nobodyson"));
    }
    copy.loadRaw(SLATE, renamed);
    copy.analytics(SLATE);
    long lines =
        copy.number(
            "SELECT COUNT(*) FROM nba_raw.odds_api_player_props"
                + " WHERE player_name = 'Zebulon Nobodyson'");
    assertThat(lines, is(greaterThan(10L)));
    assertThat(
        copy.number(
            "SELECT COUNT(*) FROM nba_orchestration.failures WHERE code = 'UNRESOLVED_PLAYER'"
                + " AND failure_key LIKE '%|Zebulon Nobodyson|%' AND payload LIKE '%Zebulon%'"),
        is(lines));
    assertThat(
        copy.column(
            "SELECT reason || lines || player_name FROM nba_orchestration.unresolved_names"
                + " WHERE normalised_name = 'zebulonnobodyson'"),
        is(List.of("UNRESOLVED_PLAYER" + lines + "Zebulon Nobodyson")));
    assertThat(
        copy.number(
            "SELECT COUNT(*) FROM nba_orchestration.failures WHERE code = 'PLAYER_COVERAGE'"
                + " AND message LIKE '%Zebulon Nobodyson%'"),
        is(1L));
    List<Table<?>> written = List.of(Tables.UNRESOLVED_NAMES, Tables.PROP_LINES, Tables.FAILURES);
    Map<String, Digest> before = copy.digests(written);
    copy.analytics(SLATE);
    assertThat(copy.digests(written), is(before));
    assertThat(
        copy.column(
            "SELECT player FROM nba_analytics.player_prop_lines"
                + " WHERE player_name = 'Zebulon Nobodyson'"),
        is(empty()));
  }
}
