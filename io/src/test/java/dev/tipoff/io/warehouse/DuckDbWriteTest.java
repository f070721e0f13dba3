package dev.tipoff.io.warehouse;

import static java.util.Comparator.comparing;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.DoFn.OutputReceiver;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.WindowedValues;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What only the embedded engine promises, and how it writes. */
public class DuckDbWriteTest {
  private static final GameDay DAY = InventedRows.DAY;

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private WarehouseFile file;

  @Before
  public void createTables() {
    file = WarehouseFile.in(folder);
  }

  /** Without a runner, which would choose the order. */
  private <T> void store(Table<T> table, List<T> rows) throws SQLException {
    new DuckDbStoreFn<>(file.file(), table, null)
        .store(
            KV.of("2031-01", Lists.transform(rows, row -> packed(StoredRow.of(table, row)))),
            new OutputReceiver<StoredPartition>() {
              @Override
              public OutputBuilder<StoredPartition> builder(StoredPartition value) {
                return WindowedValues.builder(WindowedValues.valueInGlobalWindow(value))
                    .setReceiver(stored -> {});
              }
            });
  }

  private static byte[] packed(StoredRow row) {
    try {
      return CoderUtils.encodeToByteArray(StoredRow.coder(), row);
    } catch (CoderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  public void aWriteThatBreaksHalfWayLeavesThePartitionAsItWas() {
    file.replace(Tables.SCHEDULE, InventedRows.games(-1, 1));
    file.execute("CREATE UNIQUE INDEX one_score ON nba_raw.schedule (game_date, home_points)");
    List<ScheduledGame> rows =
        List.of(
            InventedRows.scheduled(DAY, "a", 90),
            InventedRows.scheduled(DAY, "b", 91),
            InventedRows.scheduled(DAY, "c", 91));
    assertThrows(PipelineExecutionException.class, () -> file.replace(Tables.SCHEDULE, rows));
    assertThat(file.rows(Tables.SCHEDULE), containsInAnyOrder(InventedRows.games(-1, 1).toArray()));
  }

  @Test
  public void whatManyThreadsReplaceAtOnceIsThereOnce() throws Exception {
    List<ScheduledGame> rows = InventedRows.games(0, 20);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (WarehouseAdmin held = file.warehouse().admin()) {
      held.createTables();
      for (int round = 0; round < 5; round++) {
        List<Callable<Boolean>> writes =
            Collections.nCopies(
                8,
                () -> {
                  store(Tables.SCHEDULE, rows);
                  return true;
                });
        for (Future<Boolean> write : threads.invokeAll(writes)) {
          assertThat(write.get(), is(true));
        }
        assertThat(file.rows(Tables.SCHEDULE), containsInAnyOrder(rows.toArray()));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  public void whenEveryPredictionIsStoredAlreadyNoneIsCounted() {
    Prediction first = InventedRows.prediction().build();
    file.upsert(Tables.PREDICTIONS, List.of(first));
    PAssert.that(
            pipeline
                .apply(WarehouseFile.create(Tables.PREDICTIONS, List.of(first)))
                .apply(file.warehouse().upsert(Tables.PREDICTIONS))
                .output())
        .containsInAnyOrder(StoredPartition.of("nba_predictions.player_prop_predictions", DAY, 0));
    PipelineResult result = pipeline.run();
    String table = Tables.PREDICTIONS.name();
    assertThat(TestedWarehouse.counter(result, "rows-stored", table), is(0L));
    assertThat(TestedWarehouse.counter(result, "rows-kept", table), is(1L));
    assertThat(file.rows(Tables.PREDICTIONS), containsInAnyOrder(first));
  }

  @Test
  public void ofTwoNewEventsWithOneKeyTheSameOneIsStoredInEitherOrder() throws SQLException {
    List<Prediction> both =
        new ArrayList<>(
            List.of(
                InventedRows.prediction().setMean(1).build(),
                InventedRows.prediction().setMean(2).build()));
    Prediction greater =
        Collections.max(
            both,
            comparing(
                row ->
                    RowHash.of(
                        Tables.PREDICTIONS.columns(), Tables.PREDICTIONS.shape().cells(row))));
    for (int order = 0; order < 2; order++) {
      store(Tables.PREDICTIONS, both);
      assertThat(file.rows(Tables.PREDICTIONS), containsInAnyOrder(greater));
      file.execute("DELETE FROM nba_predictions.player_prop_predictions");
      Collections.reverse(both);
    }
  }

  @Test
  public void onlyWhatWasWrittenIsCounted() {
    Prediction first = InventedRows.prediction().build();
    file.upsert(Tables.PREDICTIONS, List.of(first));
    Prediction later =
        InventedRows.prediction().setAsOf(InventedRows.AS_OF.plus(1)).setMean(98).build();
    PAssert.that(
            pipeline
                .apply(WarehouseFile.create(Tables.PREDICTIONS, List.of(first, later)))
                .apply(file.warehouse().upsert(Tables.PREDICTIONS))
                .output())
        .containsInAnyOrder(StoredPartition.of("nba_predictions.player_prop_predictions", DAY, 1));
    pipeline.run();
  }
}
