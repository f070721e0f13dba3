package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.OneList;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.ScraperRun;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Says in the run ledger, once everything is written, that each slate is completed, what it was
 * made from and the rows of each table; or that its inputs were missing.
 *
 * <p>What the writes say they have written comes as one list, and that is there only once all of
 * them have ended: so the event is stored after the writes, and never if one of them fails.
 */
public final class RecordRun {
  private RecordRun() {}

  /**
   * Stores the failures of a run and tells people of them; then records the run of the services, if
   * they have one, and which failures of earlier ones it has resolved.
   *
   * @param stored what every other write of the graph says it has written
   * @param failures of all steps
   */
  static void of(
      SlateInputs inputs,
      List<PCollection<StoredPartition>> stored,
      List<PCollection<Failure>> failures,
      Services services) {
    record(inputs.phase().id(), inputs, null, stored, failures, services);
  }

  /** As {@link #of} for a run that is made afresh whatever it is made from. */
  public static void withoutInputs(
      String pipeline,
      List<PCollection<StoredPartition>> stored,
      List<PCollection<Failure>> failures,
      Services services) {
    record(pipeline, null, null, stored, failures, services);
  }

  /**
   * As {@link #withoutInputs} for a scrape, which has tried a source's failures if it got all of
   * it.
   *
   * @param runs what is covered
   */
  static void ofScrape(
      PCollection<ScraperRun> runs,
      List<PCollection<StoredPartition>> stored,
      List<PCollection<Failure>> failures,
      Services services) {
    record(KnownFailure.SCRAPE, null, runs, stored, failures, services);
  }

  private static void record(
      String pipeline,
      @Nullable SlateInputs inputs,
      @Nullable PCollection<ScraperRun> scraped,
      List<PCollection<StoredPartition>> stored,
      List<PCollection<Failure>> failures,
      Services services) {
    List<PCollection<StoredPartition>> written = new ArrayList<>(stored);
    List<PCollection<FailureEvent>> met = new ArrayList<>();
    if (!failures.isEmpty()) {
      PCollectionTuple kept = StoreFailures.of(failures, pipeline, services);
      written.add(kept.get(StoreFailures.STORED));
      met.add(kept.get(StoreFailures.MET));
    }
    services
        .run()
        .ifPresent(
            run -> {
              PCollection<RunEvent> ended = complete(run, inputs, written, services);
              ResolveKnown.of(run, ended, met, scraped, services);
            });
  }

  /** How each slate ended, once everything is written. */
  private static PCollection<RunEvent> complete(
      Run run,
      @Nullable SlateInputs inputs,
      List<PCollection<StoredPartition>> stored,
      Services services) {
    PCollection<StoredPartition> all =
        PCollectionList.of(stored).apply("AllWrites", Flatten.pCollections());
    PCollectionView<List<RunEvent>> started =
        all.getPipeline()
            .apply("Started", Create.of(run.started()).withCoder(Tables.PIPELINE_RUNS.coder()))
            .apply("StartedSlates", CombinedView.list());
    CompleteFn complete = new CompleteFn(run, started, inputs);
    PCollection<RunEvent> ended =
        all.apply("Written", OneList.create())
            .apply("Complete", ParDo.of(complete).withSideInputs(complete.sideInputs()))
            .setCoder(Tables.PIPELINE_RUNS.coder());
    StoreFailures.orStop(
        "UnstoredEvent",
        ended.apply("StoreEvents", services.warehouse().upsert(Tables.PIPELINE_RUNS)));
    return ended;
  }
}
