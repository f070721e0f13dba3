package dev.tipoff.io.warehouse;

import static java.util.Comparator.comparing;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every engine promises: what a write changes, what it never touches, what a read gives. */
@RunWith(Parameterized.class)
public class WarehouseContractTest {
  private static final GameDay DAY = InventedRows.DAY;

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private final TestedWarehouse.Engine engine;
  private TestedWarehouse file;

  public WarehouseContractTest(TestedWarehouse.Engine engine) {
    this.engine = engine;
  }

  @Parameters(name = "{0}")
  public static TestedWarehouse.Engine[] engines() {
    return TestedWarehouse.Engine.values();
  }

  @Before
  public void createTables() {
    file = engine.in(folder);
    file.prepare(pipeline.getOptions());
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<PlayerGame> sorted(List<PlayerGame> rows) {
    return rows.stream()
        .sorted(comparing(PlayerGame::getGameId).thenComparing(PlayerGame::getPlayer))
        .toList();
  }

  @Test
  public void replacesOnePartitionAndLeavesTheOthers() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    file.replace(Tables.SCHEDULE, List.of(InventedRows.scheduled(DAY, "new", 90)));
    assertThat(
        file.rows(Tables.SCHEDULE),
        containsInAnyOrder(
            InventedRows.scheduled(DAY.plusDays(-1), "g-1", 100),
            InventedRows.scheduled(DAY, "new", 90),
            InventedRows.scheduled(DAY.plusDays(1), "g1", 100)));
  }

  @Test
  public void emptiesExpectedPartitionsWithoutRowsAndNoOthers() {
    List<ScheduledGame> before = new ArrayList<>();
    for (int day : List.of(-40, -36, -35, 0, 30, 60, 61, 65)) {
      before.addAll(InventedRows.games(day, day));
    }
    file.replace(Tables.SCHEDULE, before);
    ScheduledGame stays = InventedRows.scheduled(DAY, "stays", 90);
    ScheduledGame outside = InventedRows.scheduled(DAY.plusDays(61), "outside", 91);
    // Of four months two are without any row.
    file.replace(
        Tables.SCHEDULE,
        SlateRange.of(DAY.plusDays(-35), DAY.plusDays(60)),
        List.of(stays, outside));
    List<ScheduledGame> expected = new ArrayList<>(List.of(stays, outside));
    for (int day : List.of(-40, -36, 65)) {
      expected.addAll(InventedRows.games(day, day));
    }
    assertThat(file.rows(Tables.SCHEDULE), containsInAnyOrder(expected.toArray()));
  }

  @Test
  public void emptiesEveryExpectedPartitionWithoutAnyRow() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    file.replace(Tables.SCHEDULE, SlateRange.of(DAY), List.of());
    assertThat(
        file.rows(Tables.SCHEDULE),
        containsInAnyOrder(
            InventedRows.scheduled(DAY.plusDays(-1), "g-1", 100),
            InventedRows.scheduled(DAY.plusDays(1), "g1", 100)));
  }

  @Test
  public void withoutRowsAndWithoutExpectationsNothingChanges() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    file.replace(Tables.SCHEDULE, List.of());
    assertThat(file.rows(Tables.SCHEDULE), containsInAnyOrder(InventedRows.games(-1, 1).toArray()));
  }

  @Test
  public void replacingTwiceIsReplacingOnce() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    WarehouseAdmin.Digest once = file.digest(Tables.SCHEDULE);
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    assertThat(file.digest(Tables.SCHEDULE), is(once));
    assertThat(file.rows(Tables.SCHEDULE), containsInAnyOrder(InventedRows.games(-1, 1).toArray()));
  }

  @Test
  public void copiesOfARowAreStoredOnce() {
    file.replace(
        Tables.SCHEDULE,
        List.of(InventedRows.scheduled(DAY, "g", 100), InventedRows.scheduled(DAY, "g", 100)));
    assertThat(
        file.rows(Tables.SCHEDULE), containsInAnyOrder(InventedRows.scheduled(DAY, "g", 100)));
  }

  @Test
  public void tellsOfEveryPartitionAndCountsItsRows() {
    PCollection<StoredPartition> stored =
        pipeline
            .apply(
                TestedWarehouse.create(
                    Tables.SCHEDULE,
                    List.of(
                        InventedRows.scheduled(DAY, "a", 100),
                        InventedRows.scheduled(DAY, "a", 100),
                        InventedRows.scheduled(DAY, "b", 100),
                        InventedRows.scheduled(DAY.plusDays(5), "c", 100))))
            .apply(file.nextRun().replace(Tables.SCHEDULE, SlateRange.of(DAY.plusDays(-1), DAY)))
            .output();
    PAssert.that(stored)
        .containsInAnyOrder(
            StoredPartition.of("nba_raw.schedule", DAY.plusDays(-1), 0),
            StoredPartition.of("nba_raw.schedule", DAY, 2),
            StoredPartition.of("nba_raw.schedule", DAY.plusDays(5), 1));
    assertThat(TestedWarehouse.counter(pipeline.run(), "rows-stored", "nba_raw.schedule"), is(3L));
  }

  @Test
  public void differentRowsWithOneKeyFailAndLeaveThePartitionAsItWas() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    List<ScheduledGame> contradiction =
        List.of(
            InventedRows.scheduled(DAY, "fine", 90),
            InventedRows.scheduled(DAY, "twice", 100),
            InventedRows.scheduled(DAY, "twice", 101),
            InventedRows.scheduled(DAY.plusDays(1), "fine too", 90));
    Exception failed =
        assertThrows(
            PipelineExecutionException.class, () -> file.replace(Tables.SCHEDULE, contradiction));
    assertThat(failed.getCause(), is(instanceOf(IllegalStateException.class)));
    assertThat(
        failed.getCause().getMessage(),
        is("nba_raw.schedule would hold two different rows with the key twice"));
    assertThat(file.rows(Tables.SCHEDULE), containsInAnyOrder(InventedRows.games(-1, 1).toArray()));
  }

  @Test
  public void pipelinesReplacePartitionsOfOneTableAtTheSameTime() throws Exception {
    int writers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    CyclicBarrier together = new CyclicBarrier(writers);
    List<CompletableFuture<Void>> running = new ArrayList<>();
    List<PlayerGame> expected = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      // Two writers share each month, so that they touch one table's neighbouring rows.
      GameDay day = DAY.plusDays(writer + 20L * (writer % 2));
      List<PlayerGame> rows = new ArrayList<>();
      for (int player = 0; player < 200; player++) {
        rows.add(
            InventedRows.game()
                .setGameDate(day)
                .setGameId("g" + writer)
                .setPlayer(PlayerKey.of("p" + player))
                .build());
      }
      expected.addAll(rows);
      running.add(
          CompletableFuture.runAsync(
              () -> {
                await(together);
                for (int round = 0; round < 3; round++) {
                  file.replace(Tables.PLAYER_GAMES, rows);
                }
              },
              threads));
    }
    CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
    threads.shutdown();
    assertThat(sorted(file.rows(Tables.PLAYER_GAMES)), is(sorted(expected)));
  }

  @Test
  public void aTableIsWrittenInItsOneWay() {
    pipeline.enableAbandonedNodeEnforcement(false);
    for (Table<?> table : Tables.all()) {
      Exception refused =
          assertThrows(
              table.name(),
              IllegalArgumentException.class,
              () -> {
                if (table.kind() == Table.Kind.COMPUTED) {
                  file.nextRun().upsert(table);
                } else {
                  file.nextRun().replace(table);
                }
              });
      String kind = table.kind().name();
      assertThat(
          refused.getMessage(), containsString(table + " is a table of " + kind + " rows, not of"));
      if (table.kind() == Table.Kind.EVENT) {
        assertThrows(
            IllegalArgumentException.class,
            () -> file.nextRun().replace(table, SlateRange.of(DAY)));
      }
    }
  }

  @Test
  public void anUpsertReplacesByKeyAndLeavesOtherKeys() {
    Failure first = InventedRows.failure("a.csv:2", "points is '-1'");
    Failure other = InventedRows.failure("a.csv:3", "points is '-1'");
    file.upsert(Tables.FAILURES, List.of(first, other));
    Failure again =
        Failure.create(
            first.getFailureId(),
            first.getStep(),
            first.getCode(),
            first.getRetryable(),
            first.getFailureKey(),
            first.getMessage(),
            "another payload",
            null,
            null);
    Failure added = InventedRows.failure("a.csv:4", "points is '-1'");
    file.upsert(Tables.FAILURES, List.of(again, added));
    assertThat(file.rows(Tables.FAILURES), containsInAnyOrder(again, other, added));
    file.upsert(Tables.FAILURES, List.of(again, added));
    assertThat(file.rows(Tables.FAILURES), containsInAnyOrder(again, other, added));
  }

  @Test
  public void aStoredPredictionIsNeverRewritten() {
    Prediction first = InventedRows.prediction().build();
    file.upsert(Tables.PREDICTIONS, List.of(first));
    Prediction rewritten = InventedRows.prediction().setMean(99).build();
    Prediction later =
        InventedRows.prediction().setAsOf(InventedRows.AS_OF.plus(1)).setMean(98).build();
    file.upsert(Tables.PREDICTIONS, List.of(rewritten, later));
    assertThat(file.rows(Tables.PREDICTIONS), containsInAnyOrder(first, later));
  }

  @Test
  public void readsAreOfTheSlatesOnly() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-2, 2));
    assertThat(file.rows(Tables.SCHEDULE), is(not(empty())));
    PAssert.that(
            pipeline.apply(
                file.nextRun()
                    .read(Tables.SCHEDULE, SlateRange.of(DAY.plusDays(-1), DAY.plusDays(1)))))
        .containsInAnyOrder(InventedRows.games(-1, 1));
    pipeline.run();
  }

  /** A stream reads the same slates again and again, and others too. */
  @Test
  public void eachRangeOfSlatesIsReadAsItComes() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-2, 2));
    PCollection<SlateRange> ranges =
        pipeline.apply(
            Create.of(
                    SlateRange.of(DAY.plusDays(-1), DAY),
                    SlateRange.of(DAY),
                    SlateRange.of(DAY.plusDays(9)))
                .withCoder(SerializableCoder.of(SlateRange.class)));
    Warehouse warehouse = file.nextRun();
    List<ScheduledGame> expected = new ArrayList<>(InventedRows.games(-1, 0));
    expected.addAll(InventedRows.games(0, 0));
    PAssert.that(ranges.apply("Read", warehouse.readEach(Tables.SCHEDULE)))
        .containsInAnyOrder(expected);
    PAssert.that(
            ranges.apply(
                "Query", warehouse.queryEach(Queries.slateTips(SlateRange.of(DAY.plusDays(-9))))))
        .empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void anUpsertOfAStreamIsAnUpsert() {
    RunEvent first = InventedRows.started("predict", null, InventedRows.AS_OF);
    RunEvent other = InventedRows.started("grade", null, InventedRows.AS_OF);
    file.upsert(Tables.PIPELINE_RUNS, List.of(first));
    TestStream<RunEvent> events =
        TestStream.create(Tables.PIPELINE_RUNS.coder())
            .addElements(first)
            .advanceProcessingTime(Duration.standardSeconds(2))
            .addElements(other, first)
            .advanceProcessingTime(Duration.standardSeconds(2))
            .advanceWatermarkToInfinity();
    PAssert.that(pipeline.apply(events).apply(file.nextRun().upsertEach(Tables.PIPELINE_RUNS)))
        .empty();
    pipeline.run().waitUntilFinish();
    assertThat(file.rows(Tables.PIPELINE_RUNS), containsInAnyOrder(first, other));
  }

  @Test
  public void aRowThatCannotBeStoredIsAFailureAndTheRestIsStored() {
    PlayerGame fine = InventedRows.game().build();
    file.write(
        Tables.PLAYER_GAMES,
        List.of(
            fine,
            InventedRows.game()
                .setPlayer(PlayerKey.of("long"))
                .setPlayerName("x".repeat(StorableRows.MAX_TEXT + 1))
                .build(),
            InventedRows.game()
                .setPlayer(PlayerKey.of("late"))
                .setGameDate(GameDay.ofEpochDay(3_000_000))
                .build()),
        "UNSTORABLE_ROW nba_raw.player_games 0033000001|long",
        "UNSTORABLE_ROW nba_raw.player_games 0033000001|late");
    assertThat(file.rows(Tables.PLAYER_GAMES), containsInAnyOrder(fine));
    Prediction stored = InventedRows.prediction().build();
    file.write(
        Tables.PREDICTIONS,
        List.of(
            stored, InventedRows.prediction().setGameDate(GameDay.ofEpochDay(3_000_000)).build()),
        "UNSTORABLE_ROW nba_predictions.player_prop_predictions moving_average|0033000001|900001"
            + "|POINTS|"
            + InventedRows.AS_OF);
    assertThat(file.rows(Tables.PREDICTIONS), containsInAnyOrder(stored));
  }

  @Test
  @SuppressWarnings("unchecked")
  public void theLauncherStoresAFewEvents() {
    List<RunEvent> events = (List<RunEvent>) InventedRows.of(RunEvent.class);
    try (WarehouseAdmin admin = file.nextRun().admin()) {
      admin.store(Tables.PIPELINE_RUNS, events.subList(0, 2));
      admin.store(Tables.PIPELINE_RUNS, events.subList(2, events.size()));
      admin.store(Tables.PIPELINE_RUNS, List.of());
      admin.store(
          Tables.PIPELINE_RUNS,
          events.stream().map(event -> event.toBuilder().setReason("again").build()).toList());
    }
    assertThat(file.rows(Tables.PIPELINE_RUNS), containsInAnyOrder(events.toArray()));
    long hash =
        events.stream()
            .map(
                event ->
                    RowHash.of(
                        Tables.PIPELINE_RUNS.columns(), Tables.PIPELINE_RUNS.shape().cells(event)))
            .reduce(0L, (one, other) -> one ^ other);
    assertThat(
        file.digest(Tables.PIPELINE_RUNS), is(new WarehouseAdmin.Digest(events.size(), hash)));
  }
}
