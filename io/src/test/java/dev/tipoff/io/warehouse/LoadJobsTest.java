package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.base.Throwables;
import dev.tipoff.io.warehouse.LocalJobs.LocalJobLog.Kind;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** How many load jobs a run starts on a table, of which BigQuery allows 1,500 a day. */
public class LoadJobsTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  @Rule public final TestPipeline pipeline = TestPipeline.create();

  private int loads(WarehouseInBigQuery warehouse) {
    return warehouse
        .bigQuery()
        .log()
        .count(Kind.LOAD, warehouse.bigQuery().names().reference(Tables.SCHEDULE));
  }

  private static List<StoredPartition> partitions(int days) {
    return IntStream.range(0, days)
        .mapToObj(i -> StoredPartition.of(Tables.SCHEDULE.name(), InventedRows.DAY.plusDays(i), 12))
        .toList();
  }

  @Test
  public void aDayIsALoadJobHoweverManyRowsItHas() {
    WarehouseInBigQuery warehouse = new WarehouseInBigQuery(folder.getRoot());
    warehouse.replace(Tables.SCHEDULE, InventedRows.games(-6, 5));
    assertThat(loads(warehouse), is(12));
    warehouse.replace(
        Tables.SCHEDULE,
        List.of(
            InventedRows.scheduled(InventedRows.DAY, "one", 90),
            InventedRows.scheduled(InventedRows.DAY, "two", 91)));
    assertThat(loads(warehouse), is(13));
  }

  @Test
  public void asManyDaysAsARunMayLoadAreLoaded() {
    PAssert.thatSingleton(
            pipeline
                .apply(Create.of(partitions(LimitLoadJobs.MAX)))
                .apply(new LimitLoadJobs(Tables.SCHEDULE)))
        .isEqualTo((long) LimitLoadJobs.MAX);
    pipeline.run();
  }

  @Test
  public void oneMoreIsRefusedBeforeAnyIsLoaded() {
    WarehouseInBigQuery warehouse = new WarehouseInBigQuery(folder.getRoot());
    Exception refused =
        assertThrows(
            PipelineExecutionException.class,
            () -> warehouse.replace(Tables.SCHEDULE, InventedRows.games(0, LimitLoadJobs.MAX)));
    assertThat(
        Throwables.getRootCause(refused).getMessage(),
        containsString("nba_raw.schedule: rows of 1401 slates are too many for one run"));
    assertThat(loads(warehouse), is(0));
    assertThat(warehouse.rows(Tables.SCHEDULE), hasSize(0));
  }

  @Test
  public void aRangeOfMoreIsRefusedWhenTheGraphIsBuilt() {
    WarehouseInBigQuery warehouse = new WarehouseInBigQuery(folder.getRoot());
    SlateRange tooLong =
        SlateRange.of(InventedRows.DAY, InventedRows.DAY.plusDays(LimitLoadJobs.MAX));
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> warehouse.nextRun().replace(Tables.SCHEDULE, tooLong));
    assertThat(refused.getMessage(), containsString("take at most 1400 days at a time"));
  }
}
