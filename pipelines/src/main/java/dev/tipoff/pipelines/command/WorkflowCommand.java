package dev.tipoff.pipelines.command;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.NotReadyException;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.Scraping;
import dev.tipoff.pipelines.launch.WorkflowDecisions;
import dev.tipoff.pipelines.options.WorkflowOptions;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.pipelines.workflow.Workflow.When;
import dev.tipoff.pipelines.workflow.Workflows;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
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
    WarehouseAdmin admin = run.ledger().admin();
    WorkflowDecision decision =
        WorkflowDecisions.of(workflow, day, options.getForce(), asOf, admin);
    run.report()
        .line(
            "workflow    %s %s: %s, %s",
            workflow.name(), day, text(decision.getAction()), decision.getReason());
    if (decision.getAction() == Action.RUN) {
      runNow(decision, run);
      return;
    }
    admin.store(Tables.WORKFLOW_DECISIONS, List.of(decision));
    if (decision.getAction() == Action.NOT_READY) {
      throw new NotReadyException(decision.getReason());
    }
  }

  /** A run that dies is recorded as one that found nothing. */
  private void runNow(WorkflowDecision decision, SlateRun run) {
    List<ScraperRun> runs = new ArrayList<>();
    try {
      ask(run, runs);
    } finally {
      boolean data = runs.stream().anyMatch(each -> each.getFetched() > 0);
      WorkflowDecision found = decision.toBuilder().setFound(data && isComplete(runs)).build();
      run.ledger().admin().store(Tables.WORKFLOW_DECISIONS, List.of(found));
    }
    if (!isComplete(runs)) {
      throw new CommandFailedException(
          String.format(
              "%s of %s is incomplete, see above; what came is loaded",
              workflow.name(), decision.getGameDate()));
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

  private static String text(Action action) {
    return switch (action) {
      case RUN -> "runs";
      case SKIP -> "skipped";
      case NOT_READY -> "not ready";
    };
  }
}
