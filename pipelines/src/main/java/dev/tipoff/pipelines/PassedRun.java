package dev.tipoff.pipelines;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;

/**
 * A run that has nothing to do, and says so in the ledger: a service wants a graph all the same.
 */
public final class PassedRun {
  private PassedRun() {}

  /**
   * Builds the graph.
   *
   * @param event how each slate ends, SKIPPED or NOT_READY
   * @param reason why
   */
  public static void build(Pipeline pipeline, Event event, String reason, Services services) {
    services
        .run()
        .ifPresent(
            run ->
                StoreFailures.orStop(
                    "UnstoredEvent",
                    pipeline
                        .apply(
                            "Started",
                            Create.of(run.started()).withCoder(Tables.PIPELINE_RUNS.coder()))
                        .apply(
                            "Passed",
                            MapElements.into(TypeDescriptor.of(RunEvent.class))
                                .via(
                                    started ->
                                        started
                                            .then(event, Instant.now())
                                            .setReason(reason)
                                            .build()))
                        .setCoder(Tables.PIPELINE_RUNS.coder())
                        .apply("StoreEvents", services.warehouse().upsert(Tables.PIPELINE_RUNS))));
  }
}
