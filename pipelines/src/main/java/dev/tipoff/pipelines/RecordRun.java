package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.grouping.CombinedView;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Says in the run ledger, once everything is written, that each slate is completed, what it was
 * made from and the rows of each table; or that its inputs were missing.
 *
 * <p>What the writes say they have written is a side input, and a side input is there only once all
 * that makes it has ended: so the event is stored after the writes, and never if one of them fails.
 */
public final class RecordRun {
  private RecordRun() {}

  /**
   * Records the run of the services, if they have one.
   *
   * @param stored what every write of the graph says it has written
   */
  static void of(SlateInputs inputs, List<PCollection<StoredPartition>> stored, Services services) {
    services.run().ifPresent(run -> record(run, inputs, stored, services));
  }

  /** As {@link #of} for a run that is made afresh whatever it is made from. */
  public static void withoutInputs(List<PCollection<StoredPartition>> stored, Services services) {
    services.run().ifPresent(run -> record(run, null, stored, services));
  }

  private static void record(
      Run run,
      @Nullable SlateInputs inputs,
      List<PCollection<StoredPartition>> stored,
      Services services) {
    PCollection<StoredPartition> all =
        PCollectionList.of(stored).apply("AllWrites", Flatten.pCollections());
    CompleteFn complete = new CompleteFn(run, all.apply("Written", CombinedView.list()), inputs);
    StoreFailures.orStop(
        "UnstoredEvent",
        all.getPipeline()
            .apply("Started", Create.of(run.started()).withCoder(Tables.PIPELINE_RUNS.coder()))
            .apply("Complete", ParDo.of(complete).withSideInputs(complete.sideInputs()))
            .setCoder(Tables.PIPELINE_RUNS.coder())
            .apply("StoreEvents", services.warehouse().upsert(Tables.PIPELINE_RUNS)));
  }
}
