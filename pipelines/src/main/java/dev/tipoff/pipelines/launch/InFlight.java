package dev.tipoff.pipelines.launch;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Optional;
import org.joda.time.Instant;

/**
 * Whether a run of a pipeline is under way for slates, as far as the ledger knows. The service
 * refuses two jobs of one name at once; this is for those that have other names and the same
 * slates. Scrapes do not stand back for each other: they ask other sources, or the same ones at
 * another moment, which does not come again.
 */
public final class InFlight {
  private InFlight() {}

  /**
   * Why a run has to stand back; empty if it has not.
   *
   * @param slates in their order
   */
  public static Optional<String> of(
      String pipeline, List<GameDay> slates, Instant now, WarehouseAdmin admin) {
    if (slates.isEmpty() || pipeline.equals(KnownFailure.SCRAPE)) {
      return Optional.empty();
    }
    SlateRange range = SlateRange.of(slates.get(0), slates.get(slates.size() - 1));
    return RunHistory.of(admin.rows(Queries.runLedger(range))).stream()
        .filter(run -> run.first().getPipeline().equals(pipeline))
        .filter(run -> run.state().equals("RUNNING") && run.first().getDeadline().isAfter(now))
        .map(
            run ->
                String.format(
                    "run %s of it is under way since %s",
                    run.first().getRunId(), run.first().getStartedAt()))
        .findFirst();
  }
}
