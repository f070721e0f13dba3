package dev.tipoff.pipelines.command;

import com.google.common.hash.Hashing;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.Scraping;
import dev.tipoff.pipelines.options.WorkflowOptions;
import dev.tipoff.pipelines.workflow.Decision;
import dev.tipoff.pipelines.workflow.Decision.Earlier;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.pipelines.workflow.Workflow.When;
import dev.tipoff.pipelines.workflow.Workflows;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code workflow NAME}: decides whether a workflow is to run now for a slate, records that with
 * its reason, and if so asks its sources, step by step, and loads what they said.
 */
final class WorkflowCommand {
  private static final Logger LOG = LoggerFactory.getLogger(WorkflowCommand.class);

  private final Workflow workflow;
  private final WorkflowOptions options;
  private final Instant asOf;

  private WorkflowCommand(Workflow workflow, WorkflowOptions options, Instant asOf) {
    this.workflow = workflow;
    this.options = options;
    this.asOf = asOf;
  }

  static void run(String[] args, Report report) {
    Workflows workflows = Workflows.load();
    if (args.length == 0 || args[0].startsWith("--")) {
      report.line("%-20s %-14s %s", "workflow", "in New York", "what");
      workflows
          .all()
          .forEach(
              each ->
                  report.line(
                      "%-20s %-14s %s", each.name(), window(each.when()), each.description()));
      return;
    }
    Workflow workflow = workflows.get(args[0]);
    PhaseCommands.withWarehouse(
        Arrays.copyOfRange(args, 1, args.length),
        WorkflowOptions.class,
        report,
        (options, run) -> {
          if (options.getSources() != null) {
            throw new IllegalArgumentException(
                "a workflow has its own sources; ask others with tipoff scrape --sources=");
          }
          WorkflowCommand command = new WorkflowCommand(workflow, options, AsOf.of(options));
          for (GameDay day : run.slates().days()) {
            command.decide(day, run.of(SlateRange.of(day)).because("workflow " + workflow.name()));
          }
        });
  }

  private static String window(When when) {
    return when.from() + "-" + when.to() + (when.daysAfter() > 0 ? " +" + when.daysAfter() : "");
  }

  private void decide(GameDay day, SlateRun run) {
    List<WorkflowDecision> before =
        run.ledger().admin().rows(Queries.workflowDecisions(run.slates())).stream()
            .filter(each -> each.getWorkflow().equals(workflow.name()))
            .filter(each -> each.getAction() == Action.RUN && each.getDecidedAt().isBefore(asOf))
            .toList();
    Decision decision =
        options.getForce()
            ? new Decision(Action.RUN, "asked for with --force")
            : Decision.of(
                workflow,
                day,
                run.ledger().admin().rows(Queries.slateTips(run.slates())).stream()
                    .map(tip -> java.time.Instant.ofEpochMilli(tip.getTipTime().getMillis()))
                    .toList(),
                before.stream()
                    .map(each -> new Earlier(time(each.getDecidedAt()), each.getFound()))
                    .toList(),
                time(asOf));
    run.report()
        .line("workflow    %s %s: %s, %s", workflow.name(), day, text(decision), decision.reason());
    if (decision.action() == Action.RUN) {
      runNow(day, decision, run);
      return;
    }
    record(day, decision, false, run);
    if (decision.action() == Action.NOT_READY) {
      throw new NotReadyException(decision.reason());
    }
  }

  /** A run that dies is recorded as one that found nothing. */
  private void runNow(GameDay day, Decision decision, SlateRun run) {
    List<ScraperRun> runs = new ArrayList<>();
    try {
      ask(run, runs);
    } finally {
      boolean data = runs.stream().anyMatch(each -> each.getFetched() > 0);
      record(day, decision, data && isComplete(runs), run);
    }
    if (!isComplete(runs)) {
      throw new CommandFailedException(
          workflow.name() + " of " + day + " is incomplete, see above; what came is loaded");
    }
  }

  private static boolean isComplete(List<ScraperRun> runs) {
    return runs.stream().allMatch(ScraperRun::getComplete);
  }

  private void ask(SlateRun run, List<ScraperRun> runs) {
    Secrets secrets = options.getSecretsAccess().open();
    for (List<String> step : workflow.steps()) {
      Set<Source> askable = new LinkedHashSet<>();
      for (Source source : Catalogue.load().named(String.join(",", step))) {
        Scraping.obstacle(source, options, secrets)
            .ifPresentOrElse(
                why -> run.report().line("scrape      %-24s not asked: %s", source, why),
                () -> askable.add(source));
      }
      if (!askable.isEmpty()) {
        runs.addAll(ScrapeCommand.scrape(askable, options, asOf, run));
      }
    }
    try {
      PhaseCommands.loadRaw(options, run);
    } catch (NotReadyException e) {
      LOG.info("workflow={} not_ready=\"{}\"", workflow.name(), e.getMessage());
    }
  }

  private void record(GameDay day, Decision decision, boolean found, SlateRun run) {
    String id =
        Hashing.sha256()
            .hashString(workflow.name() + "|" + day + "|" + asOf, StandardCharsets.UTF_8)
            .toString()
            .substring(0, 32);
    run.ledger()
        .admin()
        .store(
            Tables.WORKFLOW_DECISIONS,
            List.of(
                WorkflowDecision.builder()
                    .setDecisionId(id)
                    .setWorkflow(workflow.name())
                    .setGameDate(day)
                    .setDecidedAt(asOf)
                    .setAction(decision.action())
                    .setReason(Objects.requireNonNull(decision.reason()))
                    .setFound(found)
                    .build()));
  }

  private static java.time.Instant time(Instant joda) {
    return java.time.Instant.ofEpochMilli(joda.getMillis());
  }

  private static String text(Decision decision) {
    return switch (decision.action()) {
      case RUN -> "runs";
      case SKIP -> "skipped";
      case NOT_READY -> "not ready";
    };
  }
}
