package dev.tipoff.pipelines.launch;

import com.google.common.hash.Hashing;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.workflow.Decision;
import dev.tipoff.pipelines.workflow.Decision.Earlier;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.joda.time.Instant;

/** Decides whether a workflow is to run, from the games of its slate and its earlier runs. */
public final class WorkflowDecisions {
  private WorkflowDecisions() {}

  /**
   * Decides, and does not record it.
   *
   * @param force whether it runs whatever the time
   * @param asOf what it takes as the present
   * @return with nothing found yet
   */
  public static WorkflowDecision of(
      Workflow workflow, GameDay day, boolean force, Instant asOf, WarehouseAdmin admin) {
    Decision decision =
        force
            ? new Decision(Action.RUN, "asked for with --force")
            : decide(workflow, day, asOf, admin);
    String id =
        Hashing.sha256()
            .hashString(workflow.name() + "|" + day + "|" + asOf, StandardCharsets.UTF_8)
            .toString()
            .substring(0, 32);
    return WorkflowDecision.builder()
        .setDecisionId(id)
        .setWorkflow(workflow.name())
        .setGameDate(day)
        .setDecidedAt(asOf)
        .setAction(decision.action())
        .setReason(Objects.requireNonNull(decision.reason()))
        .setFound(false)
        .build();
  }

  private static Decision decide(
      Workflow workflow, GameDay day, Instant asOf, WarehouseAdmin admin) {
    SlateRange slate = SlateRange.of(day);
    List<Earlier> earlier =
        admin.rows(Queries.workflowDecisions(slate)).stream()
            .filter(each -> each.getWorkflow().equals(workflow.name()))
            .filter(each -> each.getAction() == Action.RUN && each.getDecidedAt().isBefore(asOf))
            .map(each -> new Earlier(time(each.getDecidedAt()), each.getFound()))
            .toList();
    List<java.time.Instant> tips =
        admin.rows(Queries.slateTips(slate)).stream().map(tip -> time(tip.getTipTime())).toList();
    return Decision.of(workflow, day, tips, earlier, time(asOf));
  }

  private static java.time.Instant time(Instant joda) {
    return java.time.Instant.ofEpochMilli(joda.getMillis());
  }
}
