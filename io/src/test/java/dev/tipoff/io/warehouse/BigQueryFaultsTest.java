package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.base.Throwables;
import dev.tipoff.io.warehouse.LocalJobs.LocalJobLog.Fault;
import dev.tipoff.io.warehouse.LocalJobs.LocalJobLog.Kind;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Jobs that fail: the run says so, and nothing is half written. */
public class BigQueryFaultsTest {
  private static final SlateRange SLATE = SlateRange.of(InventedRows.DAY);
  private static final int MANY = 1_000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ScheduledGame before = InventedRows.scheduled().setGameId("before").build();
  private final ScheduledGame after = InventedRows.scheduled().setGameId("after").build();
  private WarehouseInBigQuery warehouse;

  @Before
  public void storeOneGame() {
    warehouse = new WarehouseInBigQuery(folder.getRoot());
    warehouse.replace(Tables.SCHEDULE, List.of(before));
  }

  private void fail(Kind kind, Fault fault, int times) {
    warehouse.bigQuery().log().fail(kind, fault, times);
  }

  private static Stream<Fault> failures() {
    return Stream.of(Fault.values()).filter(fault -> fault != Fault.NEVER_ENDS);
  }

  @Test
  public void aLoadThatFailsForGoodStopsTheRunAndLeavesThePartitionForTheNext() {
    fail(Kind.LOAD, Fault.ACCESS_DENIED, MANY);
    Exception failed =
        assertThrows(
            PipelineExecutionException.class,
            () -> warehouse.replace(Tables.SCHEDULE, List.of(after)));
    assertThat(Throwables.getStackTraceAsString(failed), containsString("accessDenied"));
    assertThat(warehouse.rows(Tables.SCHEDULE), contains(before));
    fail(Kind.LOAD, Fault.ACCESS_DENIED, 0);
    warehouse.replace(Tables.SCHEDULE, List.of(after));
    assertThat(warehouse.rows(Tables.SCHEDULE), contains(after));
  }

  @Test
  public void aLoadThatFailsOnceIsStartedAgain() {
    fail(Kind.LOAD, Fault.JOB_FAILURE, 1);
    warehouse.replace(Tables.SCHEDULE, List.of(after));
    assertThat(warehouse.rows(Tables.SCHEDULE), contains(after));
  }

  @Test
  public void aQueryThatFailsStopsTheRun() {
    failures()
        .forEach(
            fault -> {
              fail(Kind.QUERY, fault, MANY);
              Pipeline pipeline = Pipeline.create(warehouse.options());
              pipeline.apply(warehouse.nextRun().read(Tables.SCHEDULE, SLATE));
              Exception failed =
                  assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());
              assertThat(Throwables.getStackTraceAsString(failed), containsString(fault.reason()));
            });
  }

  @Test
  public void aJobThatNeverEndsCanBeCancelledAndLeavesThePartition() throws Exception {
    fail(Kind.LOAD, Fault.NEVER_ENDS, MANY);
    PipelineOptions options = warehouse.options();
    options.as(DirectOptions.class).setBlockOnRun(false);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(TestedWarehouse.create(Tables.SCHEDULE, List.of(after)))
        .apply(warehouse.nextRun().replace(Tables.SCHEDULE));
    PipelineResult running = pipeline.run();
    running.waitUntilFinish(Duration.standardSeconds(5));
    assertThat(running.getState(), is(PipelineResult.State.RUNNING));
    running.cancel();
    assertThat(running.getState(), is(PipelineResult.State.CANCELLED));
    assertThat(warehouse.rows(Tables.SCHEDULE), contains(before));
  }

  @Test
  public void aTableThatIsNotThereStopsTheRun() {
    warehouse.bigQuery().tables().drop(warehouse.bigQuery().names().reference(Tables.SCHEDULE));
    Pipeline pipeline = Pipeline.create(warehouse.options());
    pipeline.apply(warehouse.nextRun().read(Tables.SCHEDULE, SLATE));
    Exception failed = assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());
    assertThat(Throwables.getStackTraceAsString(failed), containsString("Not found: Table"));
  }

  @Test
  public void aRowThatTheStorageWriteApiRefusesIsAFailureAndTheRestIsStored() {
    Prediction fine = InventedRows.prediction().build();
    warehouse.bigQuery().tables().refuse("unwanted");
    warehouse.write(
        Tables.PREDICTIONS,
        List.of(fine, InventedRows.prediction().setSystemId("unwanted").build()),
        "REJECTED_ROW nba_predictions.player_prop_predictions unwanted|0033000001|900001|POINTS|"
            + InventedRows.AS_OF);
    assertThat(warehouse.rows(Tables.PREDICTIONS), contains(fine));
  }

  @Test
  public void aRowThatTheStorageWriteApiRefusesIsNotCountedAsStored() {
    warehouse.bigQuery().tables().refuse("unwanted");
    warehouse.bigQuery().tables().refuse("lost");
    Pipeline pipeline = Pipeline.create(warehouse.options());
    PCollection<StoredPartition> stored =
        pipeline
            .apply(
                TestedWarehouse.create(
                    Tables.PREDICTIONS,
                    List.of(
                        InventedRows.prediction().build(),
                        InventedRows.prediction().setSystemId("other").build(),
                        InventedRows.prediction().setSystemId("unwanted").build(),
                        InventedRows.prediction()
                            .setSystemId("lost")
                            .setGameDate(InventedRows.DAY.plusDays(1))
                            .build())))
            .apply(warehouse.nextRun().upsert(Tables.PREDICTIONS))
            .output();
    String table = Tables.PREDICTIONS.name();
    PAssert.that(stored)
        .containsInAnyOrder(
            StoredPartition.of(table, InventedRows.DAY, 2),
            StoredPartition.of(table, InventedRows.DAY.plusDays(1), 0));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(TestedWarehouse.counter(result, "rows-stored", table), is(2L));
  }
}
