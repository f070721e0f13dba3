package dev.tipoff.pipelines;

import dev.tipoff.io.scrape.Fetcher;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Collection;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * A workflow whose time has been decided on: a scrape of its sources, or nothing but the record.
 */
public final class WorkflowPipeline {
  private WorkflowPipeline() {}

  /**
   * Builds the graph of one that runs: its scrape, and a record of whether that found all.
   *
   * @param decision that it runs
   */
  public static void run(
      Pipeline pipeline,
      WorkflowDecision decision,
      Collection<Source> sources,
      ScrapeSettings settings,
      String archive,
      Fetcher.Factory fetcher,
      Services services) {
    ScrapePipeline.build(
        pipeline,
        SlateRange.of(decision.getGameDate()),
        sources,
        settings,
        archive,
        fetcher,
        services,
        new RecordFound(decision, services));
  }

  /** Builds the graph of one that does not run: the record alone, in the ledger too. */
  public static void pass(Pipeline pipeline, WorkflowDecision decision, Services services) {
    StoreFailures.orStop(
        "UnstoredDecision",
        pipeline
            .apply("Decided", Create.of(decision).withCoder(Tables.WORKFLOW_DECISIONS.coder()))
            .apply("StoreDecision", services.warehouse().upsert(Tables.WORKFLOW_DECISIONS)));
    PassedRun.build(
        pipeline,
        decision.getAction() == Action.NOT_READY ? Event.NOT_READY : Event.SKIPPED,
        decision.getReason(),
        services);
  }

  /** Records a decision to run with what came of it. */
  private static final class RecordFound
      extends PTransform<PCollection<ScraperRun>, PCollection<StoredPartition>> {
    private static final long serialVersionUID = 1L;

    private final WorkflowDecision decision;
    private final Services services;

    RecordFound(WorkflowDecision decision, Services services) {
      this.decision = decision;
      this.services = services;
    }

    @Override
    public PCollection<StoredPartition> expand(PCollection<ScraperRun> runs) {
      WorkflowDecision decided = decision;
      return StoreFailures.orStop(
          "UnstoredDecision",
          runs.apply("AllRuns", Window.into(new GlobalWindows()))
              .apply(
                  "Covered",
                  MapElements.into(TypeDescriptors.integers())
                      .via(run -> !run.getComplete() ? MISSED : run.getFetched() > 0 ? DATA : 0))
              .apply("Flags", Combine.globally(flags -> or(flags)))
              .apply(
                  "Found",
                  MapElements.into(TypeDescriptor.of(WorkflowDecision.class))
                      .via(flags -> decided.toBuilder().setFound(flags == DATA).build()))
              .setCoder(Tables.WORKFLOW_DECISIONS.coder())
              .apply("StoreDecision", services.warehouse().upsert(Tables.WORKFLOW_DECISIONS)));
    }
  }

  /** A source that brought data. */
  private static final int DATA = 1;

  /** A source that did not give all. */
  private static final int MISSED = 2;

  private static int or(Iterable<Integer> flags) {
    int all = 0;
    for (int each : flags) {
      all |= each;
    }
    return all;
  }
}
