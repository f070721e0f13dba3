package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.ledger.RunEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/** Brings the failures of every step together, counts them by code, stores them and alerts. */
final class StoreFailures extends PTransform<PCollectionList<Failure>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** Namespace of the counters of failures, by code. */
  static final String COUNTERS = "failures";

  /** What was stored: of the failures, and of the alerts and what became of them. */
  static final TupleTag<StoredPartition> STORED = new TupleTag<>() {};

  /** Which of the failures that earlier runs stored this one meets again. */
  static final TupleTag<FailureEvent> MET = new TupleTag<>() {};

  private final String pipeline;
  private final Services services;

  private StoreFailures(String pipeline, Services services) {
    this.pipeline = pipeline;
    this.services = services;
  }

  /**
   * Stores the failures of all steps of a pipeline and, once they are stored, tells people of them.
   *
   * @return {@link #STORED} and {@link #MET}
   */
  static PCollectionTuple of(
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
  public PCollectionTuple expand(PCollectionList<Failure> failures) {
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
    PCollectionList<StoredPartition> told =
        SendAlerts.after(stored, all, pipeline, services).and(stored);
    List<KnownFailure> known = services.knownFailures();
    if (known.isEmpty()) {
      return PCollectionTuple.of(STORED, told.apply("Stored", Flatten.pCollections()))
          .and(
              MET,
              all.getPipeline().apply("NoneKnown", Create.empty(Tables.FAILURE_EVENTS.coder())));
    }
    PCollection<FailureEvent> again = metAgain(all, known);
    PCollection<StoredPartition> events =
        orStop(
            "UnstoredEvents",
            again.apply("StoreMet", services.warehouse().upsert(Tables.FAILURE_EVENTS)));
    return PCollectionTuple.of(STORED, told.and(events).apply("Stored", Flatten.pCollections()))
        .and(MET, again);
  }

  private PCollection<FailureEvent> metAgain(
      PCollection<Failure> failures, List<KnownFailure> known) {
    Set<String> ids = known.stream().map(KnownFailure::getFailureId).collect(Collectors.toSet());
    RunEvent run = services.run().orElseThrow().started().get(0);
    String runId = run.getRunId();
    Instant started = run.getStartedAt();
    return failures
        .apply("Known", Filter.by(failure -> ids.contains(failure.getFailureId())))
        .apply(
            "Met",
            MapElements.into(TypeDescriptor.of(FailureEvent.class))
                .via(
                    failure ->
                        FailureEvent.of(
                            failure.getFailureId(), runId, FailureEvent.Event.MET, started)))
        .setCoder(Tables.FAILURE_EVENTS.coder());
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
