package dev.tipoff.pipelines.launch;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.FailureEvent;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/** The failures that earlier runs of a pipeline stored of some slates. */
public final class KnownFailures {
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

  /** In no order. */
  List<KnownFailure> all() {
    return failures;
  }

  /** Stores of all but these, and but runs that were lost, that they are resolved. */
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
}
