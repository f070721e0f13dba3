package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

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
        .and(met(all))
        .apply("Stored", Flatten.pCollections());
  }

  /** Says which of the failures that earlier runs stored this one meets again. */
  private PCollection<StoredPartition> met(PCollection<Failure> failures) {
    Set<String> known = Set.copyOf(services.knownFailures());
    if (known.isEmpty()) {
      return failures
          .getPipeline()
          .apply("NoneKnown", Create.empty(RowShape.coder(StoredPartition.class)));
    }
    RunEvent run = services.run().orElseThrow().started().get(0);
    String runId = run.getRunId();
    Instant started = run.getStartedAt();
    return orStop(
        "UnstoredEvents",
        failures
            .apply("Known", Filter.by(failure -> known.contains(failure.getFailureId())))
            .apply(
                "Met",
                MapElements.into(TypeDescriptor.of(FailureEvent.class))
                    .via(
                        failure ->
                            FailureEvent.of(
                                failure.getFailureId(), runId, FailureEvent.Event.MET, started)))
            .apply("StoreMet", services.warehouse().upsert(Tables.FAILURE_EVENTS)));
  }

  /** What is not even kept as a failure must not go by unseen: it stops the run. */
  static PCollection<StoredPartition> orStop(
      String name, WithFailures.Result<PCollection<StoredPartition>, Failure> written) {
    written
        .failures()
        .apply(name, MapElements.into(TypeDescriptor.of(Failure.class)).via(StoreFailures::refuse));
    return written.output();
  }

  static Failure refuse(Failure failure) {
    throw new IllegalStateException("this cannot be stored: " + failure);
  }

  private static Failure count(Failure failure) {
    Metrics.counter(COUNTERS, failure.getCode().name()).inc();
    return failure;
  }
}
