package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import java.util.List;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Brings the failures of every step together, counts them by code, stores them and alerts. */
final class StoreFailures
    extends PTransform<PCollectionList<Failure>, PCollection<StoredPartition>> {
  private static final long serialVersionUID = 1L;

  /** Namespace of the counters of failures, by code. */
  static final String COUNTERS = "failures";

  private final String pipeline;
  private final Services services;

  private StoreFailures(String pipeline, Services services) {
    this.pipeline = pipeline;
    this.services = services;
  }

  /**
   * Stores the failures of all steps of a pipeline and, once they are stored, tells people of them.
   *
   * @return what was stored: of the failures, and of the alerts and what became of them
   */
  static PCollection<StoredPartition> of(
      List<PCollection<Failure>> failures, String pipeline, Services services) {
    return PCollectionList.of(
            failures.stream()
                .map(
                    step ->
                        step.apply(
                            "Unwindow" + failures.indexOf(step), Window.into(new GlobalWindows())))
                .toList())
        .apply("StoreFailures", new StoreFailures(pipeline, services));
  }

  @Override
  public PCollection<StoredPartition> expand(PCollectionList<Failure> failures) {
    String met = pipeline;
    PCollection<Failure> all =
        failures
            .apply("AllSteps", Flatten.pCollections())
            .setCoder(Tables.FAILURES.coder())
            .apply(
                "Count",
                MapElements.into(TypeDescriptor.of(Failure.class))
                    .via(failure -> count(failure).in(met)));
    PCollection<StoredPartition> stored =
        orStop("Unstored", all.apply("Store", services.warehouse().upsert(Tables.FAILURES)));
    return SendAlerts.after(stored, all, pipeline, services)
        .and(stored)
        .apply("Stored", Flatten.pCollections());
  }

  /** What is not even kept as a failure must not go by unseen: it stops the run. */
  static PCollection<StoredPartition> orStop(
      String name, WithFailures.Result<PCollection<StoredPartition>, Failure> written) {
    written
        .failures()
        .apply(name, MapElements.into(TypeDescriptor.of(Failure.class)).via(StoreFailures::refuse));
    return written.output();
  }

  private static Failure refuse(Failure failure) {
    throw new IllegalStateException("this cannot be stored: " + failure);
  }

  private static Failure count(Failure failure) {
    Metrics.counter(COUNTERS, failure.getCode().name()).inc();
    return failure;
  }
}
