package dev.tipoff.pipelines.launch;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/**
 * The failures that earlier runs of a pipeline stored of some slates. A run that is completed and
 * does not meet one of them resolves it: what a phase makes of a slate it makes afresh. A scrape
 * resolves those of the sources that it asked and got everything from.
 */
public final class KnownFailures {
  public static final String SCRAPE = "scrape";
  private static final String FETCH = "Fetch ";

  private final WarehouseAdmin admin;
  private final List<KnownFailure> failures;

  private KnownFailures(WarehouseAdmin admin, List<KnownFailure> failures) {
    this.admin = admin;
    this.failures = failures;
  }

  /** What is known before a run; nothing of a run that is not of slates. */
  public static KnownFailures of(WarehouseAdmin admin, String pipeline, List<GameDay> slates) {
    return new KnownFailures(
        admin,
        slates.isEmpty()
            ? List.of()
            : admin.rows(
                Queries.knownFailures(
                    pipeline, SlateRange.of(slates.get(0), slates.get(slates.size() - 1)))));
  }

  /** The source that a failure of a scrape is about, or what stands in its place. */
  public static String source(KnownFailure failure) {
    return failure.getStep().startsWith(FETCH)
        ? failure.getStep().substring(FETCH.length())
        : failure.getFailureKey().split("\\|", 2)[0];
  }

  /** The failures that the run is to say of whether it met them. */
  Set<String> ids() {
    return failures.stream().map(KnownFailure::getFailureId).collect(Collectors.toSet());
  }

  /** Stores which of them the run has resolved, once it has ended. */
  void resolve(RunEvent run) {
    List<KnownFailure> open = failures.stream().filter(failure -> !failure.getResolved()).toList();
    if (open.isEmpty()) {
      return;
    }
    Predicate<KnownFailure> wasTried =
        run.getPipeline().equals(SCRAPE) ? askedInFull(run, open) : ofCompletedSlates(run);
    Set<String> met =
        admin.rows(Queries.failuresMet(run.getRunId())).stream()
            .map(FailureEvent::getFailureId)
            .collect(Collectors.toSet());
    admin.store(
        Tables.FAILURE_EVENTS,
        open.stream()
            .filter(wasTried)
            .filter(failure -> !met.contains(failure.getFailureId()))
            .map(
                failure ->
                    FailureEvent.of(
                        failure.getFailureId(),
                        run.getRunId(),
                        FailureEvent.Event.RESOLVED,
                        run.getStartedAt()))
            .toList());
  }

  /** As {@link #resolve} for what is no pipeline: all but these, and runs that were lost. */
  public void resolveAllBut(List<Failure> met, String runId, Instant started) {
    Set<String> stillThere = met.stream().map(Failure::getFailureId).collect(Collectors.toSet());
    admin.store(
        Tables.FAILURE_EVENTS,
        failures.stream()
            .filter(failure -> failure.getCode() != FailureCode.LOST_RUN)
            .filter(
                failure -> stillThere.contains(failure.getFailureId()) || !failure.getResolved())
            .map(
                failure ->
                    FailureEvent.of(
                        failure.getFailureId(),
                        runId,
                        stillThere.contains(failure.getFailureId())
                            ? FailureEvent.Event.MET
                            : FailureEvent.Event.RESOLVED,
                        started))
            .toList());
  }

  private Predicate<KnownFailure> ofCompletedSlates(RunEvent run) {
    Set<GameDay> completed =
        admin.rows(Queries.runs(run.getRunId(), "")).stream()
            .filter(event -> event.getEvent() == Event.COMPLETED)
            .map(RunEvent::getGameDate)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return failure -> completed.contains(failure.getGameDate());
  }

  private Predicate<KnownFailure> askedInFull(RunEvent run, List<KnownFailure> open) {
    List<GameDay> days =
        open.stream().map(KnownFailure::getGameDate).filter(Objects::nonNull).sorted().toList();
    Set<String> complete =
        admin
            .rows(Queries.scraperRuns(SlateRange.of(days.get(0), days.get(days.size() - 1))))
            .stream()
            .filter(each -> each.getComplete() && each.getAsOf().equals(run.getAsOf()))
            .map(KnownFailures::asked)
            .collect(Collectors.toSet());
    return failure -> complete.contains(source(failure) + "|" + failure.getGameDate());
  }

  private static String asked(ScraperRun run) {
    return run.getSource() + "|" + run.getGameDate();
  }
}
