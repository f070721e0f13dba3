package dev.tipoff.pipelines.launch;

import dev.tipoff.io.sources.Source;
import dev.tipoff.pipelines.AnalyticsPipeline;
import dev.tipoff.pipelines.GradePipeline;
import dev.tipoff.pipelines.LoadRawPipeline;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.PrecomputePipeline;
import dev.tipoff.pipelines.PredictLivePipeline;
import dev.tipoff.pipelines.PredictPipeline;
import dev.tipoff.pipelines.PublishPipeline;
import dev.tipoff.pipelines.ScrapePipeline;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.TrainPipeline;
import dev.tipoff.pipelines.WorkflowPipeline;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.transforms.ledger.WorkflowDecision;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** The pipelines with the options that they are run with. */
public final class PlannedRuns {
  private PlannedRuns() {}

  /** Phase 1 of some sources. */
  public static PlannedRun scrape(
      Collection<Source> sources, ScrapeOptions options, SlateRange slates, Instant asOf) {
    return PlannedRun.of(
        "scrape",
        slates.days(),
        asOf,
        ScrapeOptions.class,
        (pipeline, services) ->
            ScrapePipeline.build(
                pipeline,
                slates,
                sources,
                Scraping.settings(options, asOf),
                options.getArchive(),
                Scraping.fetching(options, asOf),
                services));
  }

  /** Phase 2. */
  public static PlannedRun loadRaw(LoadRawOptions options, SlateRange slates) {
    return of(
        Phase.LOAD_RAW,
        slates,
        null,
        LoadRawOptions.class,
        (pipeline, services) -> LoadRawPipeline.build(pipeline, slates, options, services));
  }

  /** Phase 3. */
  public static PlannedRun analytics(AnalyticsOptions options, SlateRange slates) {
    Instant asOf = options.getAsOf() == null ? null : AsOf.parse(options.getAsOf());
    return of(
        Phase.ANALYTICS,
        slates,
        asOf,
        AnalyticsOptions.class,
        (pipeline, services) -> AnalyticsPipeline.build(pipeline, slates, asOf, services));
  }

  /** Phase 4. */
  public static PlannedRun precompute(SlateRange slates) {
    return of(
        Phase.PRECOMPUTE,
        slates,
        null,
        SlateOptions.class,
        (pipeline, services) -> PrecomputePipeline.build(pipeline, slates, services));
  }

  /**
   * Phase 5.
   *
   * @param now the clock
   */
  public static PlannedRun predict(PredictOptions options, SlateRange slates, Instant now) {
    Instant asOf = options.getAsOf() == null ? now : AsOf.parse(options.getAsOf());
    return of(
        Phase.PREDICT,
        slates,
        asOf,
        PredictOptions.class,
        (pipeline, services) ->
            PredictPipeline.build(pipeline, slates, asOf, now, options, services));
  }

  /**
   * Phase 5 of a stream.
   *
   * @param now the clock
   * @throws IllegalArgumentException if the options say no source of moves, or several
   */
  public static PlannedRun predictLive(PredictLiveOptions options, Instant now) {
    String file = options.getReplay();
    if (file == null) {
      return PlannedRun.of(
          PredictLivePipeline.NAME,
          List.of(),
          null,
          null,
          (pipeline, services) -> PredictLivePipeline.build(pipeline, now, options, services));
    }
    if (options.getSubscription() != null) {
      throw new IllegalArgumentException(
          "moves come from --subscription or from --replay, not from both");
    }
    if (!Files.isReadable(Path.of(file))) {
      throw new IllegalArgumentException("--replay=" + file + " is no file that can be read");
    }
    SlateRange slates = Slates.of(options);
    return PlannedRun.of(
        PredictLivePipeline.NAME,
        slates.days(),
        null,
        null,
        (pipeline, services) ->
            PredictLivePipeline.replay(pipeline, file, slates, now, options, services));
  }

  /** Phase 6, first part. */
  public static PlannedRun grade(SlateRange slates) {
    return of(
        Phase.GRADE,
        slates,
        null,
        SlateOptions.class,
        (pipeline, services) -> GradePipeline.build(pipeline, slates, services));
  }

  /** Phase 6, last part, of the last slate. */
  public static PlannedRun publish(PublishOptions options, SlateRange slates) {
    SlateRange last = SlateRange.of(slates.to());
    return of(
        Phase.PUBLISH,
        last,
        null,
        PublishOptions.class,
        (pipeline, services) -> PublishPipeline.build(pipeline, last, options, services));
  }

  /** Models from all slates up to one. */
  public static PlannedRun train(TrainOptions options, GameDay through, String codeVersion) {
    return PlannedRun.of(
        "train",
        List.of(through),
        null,
        null,
        (pipeline, services) ->
            TrainPipeline.build(pipeline, through, codeVersion, options, services));
  }

  /**
   * A workflow that is to run, or not, for one slate.
   *
   * @param sources those of its sources that can be asked
   */
  public static PlannedRun workflow(
      WorkflowDecision decision, Collection<Source> sources, ScrapeOptions options) {
    Instant asOf = decision.getDecidedAt();
    boolean runs = decision.getAction() == WorkflowDecision.Action.RUN;
    return PlannedRun.of(
        runs ? "scrape" : "workflow",
        List.of(decision.getGameDate()),
        asOf,
        ScrapeOptions.class,
        (pipeline, services) -> {
          if (runs) {
            WorkflowPipeline.run(
                pipeline,
                decision,
                sources,
                Scraping.settings(options, asOf),
                options.getArchive(),
                Scraping.fetching(options, asOf),
                services);
          } else {
            WorkflowPipeline.pass(pipeline, decision, services);
          }
        });
  }

  private static PlannedRun of(
      Phase phase,
      SlateRange slates,
      @Nullable Instant asOf,
      Class<?> options,
      BiConsumer<Pipeline, Services> graph) {
    return PlannedRun.of(phase.id(), slates.days(), asOf, options, graph);
  }
}
