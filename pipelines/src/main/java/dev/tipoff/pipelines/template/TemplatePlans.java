package dev.tipoff.pipelines.template;

import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.OpenFailures;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.launch.RunSettings;
import dev.tipoff.pipelines.launch.Scraping;
import dev.tipoff.pipelines.launch.SlateDecisions;
import dev.tipoff.pipelines.launch.Slates;
import dev.tipoff.pipelines.launch.WorkflowDecisions;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.TemplateOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.pipelines.options.WorkflowTemplateOptions;
import dev.tipoff.pipelines.watch.Watch;
import dev.tipoff.pipelines.watch.WatchPipeline;
import dev.tipoff.pipelines.workflow.Workflow;
import dev.tipoff.pipelines.workflow.Workflows;
import dev.tipoff.transforms.failure.KnownFailure;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.ledger.WorkflowDecision.Action;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;

/**
 * What a launch of each template runs. A phase none of whose slates has changed is launched to say
 * just that: a schedule fires more often than there is something to do.
 */
final class TemplatePlans {
  private TemplatePlans() {}

  static PlannedRun scrape(ScrapeOptions options, RunLedger ledger) {
    return PlannedRuns.scrape(
        Catalogue.load().named(Scraping.named(options)),
        options,
        Slates.of(options),
        AsOf.of(options));
  }

  static PlannedRun loadRaw(LoadRawOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    return unlessUnchanged(
        Phase.LOAD_RAW, slates, PlannedRuns.loadRaw(options, slates), options, ledger);
  }

  static PlannedRun analytics(AnalyticsOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    return unlessUnchanged(
        Phase.ANALYTICS, slates, PlannedRuns.analytics(options, slates), options, ledger);
  }

  static PlannedRun precompute(SlateOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    return unlessUnchanged(
        Phase.PRECOMPUTE, slates, PlannedRuns.precompute(slates), options, ledger);
  }

  static PlannedRun predict(PredictOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    return unlessUnchanged(
        Phase.PREDICT,
        slates,
        PlannedRuns.predict(options, slates, Instant.now()),
        options,
        ledger);
  }

  static PlannedRun predictLive(PredictLiveOptions options, RunLedger ledger) {
    return PlannedRuns.predictLive(options, Instant.now());
  }

  static PlannedRun grade(SlateOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    return unlessUnchanged(Phase.GRADE, slates, PlannedRuns.grade(slates), options, ledger);
  }

  static PlannedRun publish(PublishOptions options, RunLedger ledger) {
    SlateRange last = SlateRange.of(Slates.of(options).to());
    return unlessUnchanged(
        Phase.PUBLISH, last, PlannedRuns.publish(options, last), options, ledger);
  }

  static PlannedRun train(TrainOptions options, RunLedger ledger) {
    GameDay through =
        Slates.day(Objects.requireNonNull(options.getThrough(), "through"), Instant.now());
    return PlannedRuns.train(options, through, ledger.codeVersion());
  }

  static PlannedRun watch(WatchOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    Instant now = AsOf.of(options);
    return PlannedRun.of(
        Watch.PIPELINE,
        slates.days(),
        now,
        null,
        (pipeline, services) -> WatchPipeline.build(pipeline, slates, now, services));
  }

  /** One slate: its games and earlier runs are what is decided from. */
  static PlannedRun workflow(WorkflowTemplateOptions options, RunLedger ledger) {
    SlateRange slates = Slates.of(options);
    if (!slates.from().equals(slates.to())) {
      throw new IllegalArgumentException("a workflow is launched for one slate, with --date");
    }
    if (options.getSources() != null) {
      throw new IllegalArgumentException(
          "a workflow has its own sources; ask others with the template scrape");
    }
    Workflow workflow =
        Workflows.load().get(Objects.requireNonNull(options.getWorkflow(), "workflow"));
    WorkflowDecision decision =
        WorkflowDecisions.of(
            workflow, slates.from(), options.getForce(), AsOf.of(options), ledger.admin());
    return PlannedRuns.workflow(
        decision,
        decision.getAction() == Action.RUN ? askable(workflow, options) : List.of(),
        options);
  }

  private static List<Source> askable(Workflow workflow, WorkflowTemplateOptions options) {
    Secrets secrets = options.getSecretsAccess().open();
    return Catalogue.load()
        .named(String.join(",", workflow.steps().stream().flatMap(List::stream).toList()))
        .stream()
        .filter(source -> Scraping.obstacle(source, options, secrets).isEmpty())
        .toList();
  }

  /**
   * The earliest slate that has open failures, and of its phases the first that has: what comes
   * after it is made from it, and has its turn at the next launch.
   */
  static PlannedRun replay(ReplayOptions options, RunLedger ledger) {
    List<KnownFailure> open =
        OpenFailures.of(options, OpenFailures.slates(options), ledger.admin()).stream()
            .filter(failure -> order(failure).isPresent())
            .sorted(
                Comparator.comparing(
                        (KnownFailure failure) -> Objects.requireNonNull(failure.getGameDate()))
                    .thenComparing(failure -> order(failure).orElseThrow()))
            .toList();
    if (open.isEmpty()) {
      return PlannedRun.of("replay", List.of(), null, null, (pipeline, services) -> {})
          .passed(Event.SKIPPED, "no failure is open that a phase could try again");
    }
    KnownFailure first = open.get(0);
    GameDay day = Objects.requireNonNull(first.getGameDate());
    List<KnownFailure> together =
        open.stream()
            .filter(failure -> day.equals(failure.getGameDate()))
            .filter(failure -> failure.getPipeline().equals(first.getPipeline()))
            .toList();
    return again(first.getPipeline(), day, together, options, ledger);
  }

  private static Optional<Integer> order(KnownFailure failure) {
    if (failure.getPipeline().equals(KnownFailure.SCRAPE)) {
      return Optional.of(-1);
    }
    return List.of(Phase.values()).stream()
        .filter(phase -> phase.id().equals(failure.getPipeline()))
        .map(Phase::ordinal)
        .findFirst();
  }

  private static PlannedRun again(
      String pipeline,
      GameDay day,
      List<KnownFailure> failures,
      ReplayOptions options,
      RunLedger ledger) {
    SlateRange slate = SlateRange.of(day);
    if (pipeline.equals(KnownFailure.SCRAPE)) {
      return PlannedRuns.scrape(
          Catalogue.load().named(OpenFailures.sources(failures)), options, slate, AsOf.of(options));
    }
    if (options.getAsOf() == null) {
      OpenFailures.lastAsOf(pipeline, day, ledger.admin())
          .ifPresent(asOf -> options.setAsOf(asOf.toString()));
    }
    return switch (Phase.of(pipeline)) {
      case LOAD_RAW -> PlannedRuns.loadRaw(options, slate);
      case ANALYTICS -> PlannedRuns.analytics(options.as(AnalyticsOptions.class), slate);
      case PRECOMPUTE -> PlannedRuns.precompute(slate);
      case PREDICT -> PlannedRuns.predict(options, slate, Instant.now());
      case GRADE -> PlannedRuns.grade(slate);
      case PUBLISH -> PlannedRuns.publish(options, slate);
    };
  }

  private static PlannedRun unlessUnchanged(
      Phase phase,
      SlateRange slates,
      PlannedRun planned,
      PipelineOptions options,
      RunLedger ledger) {
    if (options.as(TemplateOptions.class).getForce()) {
      return planned;
    }
    SlateDecisions decisions =
        SlateDecisions.of(
            phase,
            slates,
            phase == Phase.LOAD_RAW ? options.as(LoadRawOptions.class).getArchive() : "",
            RunSettings.of(
                options, Objects.requireNonNull(planned.options()), ledger.codeVersion()),
            false,
            ledger.admin());
    if (!decisions.toRun().isEmpty()) {
      return planned;
    }
    Event event = decisions.isNothingReady() ? Event.NOT_READY : Event.SKIPPED;
    return planned.passed(event, String.join("; ", decisions.notRun(event).keySet()));
  }
}
