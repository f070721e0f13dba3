package dev.tipoff.pipelines;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Says of the failures that earlier runs stored and nobody has resolved which of them this run has:
 * those of slates that it completed and that it did not meet again, since what a phase makes of a
 * slate it makes afresh. A scrape has tried those of the sources that it asked and got everything
 * from. It is said by the graph, after its end: of a job on a service nobody else would.
 */
final class ResolveKnown {
  private ResolveKnown() {}

  /**
   * Resolves what is known to the services.
   *
   * @param ended how each slate of the run ended
   * @param met what the run met again; none if it has no failures at all
   * @param scraped what a scrape has covered; absent of another run
   */
  static void of(
      Run run,
      PCollection<RunEvent> ended,
      List<PCollection<FailureEvent>> met,
      @Nullable PCollection<ScraperRun> scraped,
      Services services) {
    List<KnownFailure> open =
        services.knownFailures().stream().filter(failure -> !failure.getResolved()).toList();
    if (open.isEmpty()) {
      return;
    }
    Pipeline pipeline = ended.getPipeline();
    PCollectionView<List<RunEvent>> endings = ended.apply("Endings", CombinedView.list());
    PCollectionView<List<FailureEvent>> again =
        (met.isEmpty()
                ? pipeline.apply("NoneMet", Create.empty(Tables.FAILURE_EVENTS.coder()))
                : PCollectionList.of(met).apply("AllMet", Flatten.pCollections()))
            .apply("MetAgain", CombinedView.list());
    PCollectionView<List<ScraperRun>> covered =
        scraped == null
            ? null
            : scraped
                .apply("UnwindowRuns", Window.into(new GlobalWindows()))
                .apply("Covered", CombinedView.list());
    ResolveFn resolve = new ResolveFn(run.started().get(0), endings, again, covered);
    StoreFailures.orStop(
        "UnstoredResolutions",
        pipeline
            .apply("KnownFailures", Create.of(open).withCoder(RowShape.coder(KnownFailure.class)))
            .apply("Resolve", ParDo.of(resolve).withSideInputs(resolve.sideInputs()))
            .setCoder(Tables.FAILURE_EVENTS.coder())
            .apply("StoreResolutions", services.warehouse().upsert(Tables.FAILURE_EVENTS)));
  }

  private static final class ResolveFn extends DoFn<KnownFailure, FailureEvent> {
    private static final long serialVersionUID = 1L;

    private final String runId;
    private final Instant started;
    private final PCollectionView<List<RunEvent>> endings;
    private final PCollectionView<List<FailureEvent>> met;
    private final @Nullable PCollectionView<List<ScraperRun>> covered;

    /** What the run met again, by id; looked up once a bundle. */
    private transient @Nullable Set<String> again;

    ResolveFn(
        RunEvent first,
        PCollectionView<List<RunEvent>> endings,
        PCollectionView<List<FailureEvent>> met,
        @Nullable PCollectionView<List<ScraperRun>> covered) {
      this.runId = first.getRunId();
      this.started = first.getStartedAt();
      this.endings = endings;
      this.met = met;
      this.covered = covered;
    }

    List<PCollectionView<?>> sideInputs() {
      List<PCollectionView<?>> views = new ArrayList<>(List.of(endings, met));
      if (covered != null) {
        views.add(covered);
      }
      return views;
    }

    @StartBundle
    public void startBundle() {
      again = null;
    }

    @ProcessElement
    public void resolve(@Element KnownFailure failure, ProcessContext process) {
      Set<String> ids = again;
      if (ids == null) {
        ids =
            process.sideInput(met).stream()
                .map(FailureEvent::getFailureId)
                .collect(Collectors.toSet());
        again = ids;
      }
      if (wasTried(failure, process) && !ids.contains(failure.getFailureId())) {
        process.output(
            FailureEvent.of(failure.getFailureId(), runId, FailureEvent.Event.RESOLVED, started));
      }
    }

    private boolean wasTried(KnownFailure failure, ProcessContext process) {
      return covered == null
          ? process.sideInput(endings).stream()
              .filter(event -> event.getEvent() == Event.COMPLETED)
              .anyMatch(
                  event ->
                      event.getGameDate() != null
                          && event.getGameDate().equals(failure.getGameDate()))
          : process.sideInput(covered).stream()
              .filter(ScraperRun::getComplete)
              .anyMatch(
                  run ->
                      run.getSource().equals(failure.source())
                          && Objects.equals(run.getGameDate(), failure.getGameDate()));
    }
  }
}
