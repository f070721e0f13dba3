package dev.tipoff.pipelines.template;

import com.google.common.collect.ImmutableList;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.RunLedger;
import dev.tipoff.pipelines.options.AnalyticsOptions;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.pipelines.options.PredictLiveOptions;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.pipelines.options.ReplayOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.pipelines.options.TrainOptions;
import dev.tipoff.pipelines.options.WarehouseOptions;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.pipelines.options.WorkflowTemplateOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The flex templates: a pipeline that Dataflow is launched with, its parameters, and the machines
 * that it gets unless a launch says otherwise.
 */
public enum Template {
  SCRAPE(
      "Asks sources of odds and league data for slates and archives what they answer.",
      ScrapeOptions.class,
      Machines.one("n2-standard-2"),
      Duration.ofHours(1),
      TemplatePlans::scrape),
  LOAD_RAW(
      "Parses the bodies of the raw archive and stores them typed.",
      LoadRawOptions.class,
      Machines.upTo(2, "n2-standard-2"),
      Duration.ofHours(1),
      TemplatePlans::loadRaw),
  ANALYTICS(
      "Lines of known players, who is expected to play, who is out, and finished games.",
      AnalyticsOptions.class,
      Machines.upTo(2, "n2-standard-2"),
      Duration.ofHours(1),
      TemplatePlans::analytics),
  PRECOMPUTE(
      "Features of slates, from earlier slates only.",
      SlateOptions.class,
      Machines.upTo(2, "n2-standard-4"),
      Duration.ofHours(1),
      TemplatePlans::precompute),
  PREDICT(
      "Every system's forecast of every lined player, as of a time.",
      PredictOptions.class,
      Machines.upTo(2, "n2-standard-4"),
      Duration.ofHours(1),
      TemplatePlans::predict),
  PREDICT_LIVE(
      "Predicts anew whom a move of a line touches, within seconds, all evening.",
      PredictLiveOptions.class,
      Machines.upTo(2, "n2-standard-4"),
      null,
      TemplatePlans::predictLive),
  GRADE(
      "Holds what was published before the tip against the box scores.",
      SlateOptions.class,
      Machines.upTo(2, "n2-standard-2"),
      Duration.ofHours(1),
      TemplatePlans::grade),
  PUBLISH(
      "Publishes the page of a slate.",
      PublishOptions.class,
      Machines.one("n2-standard-2"),
      Duration.ofHours(1),
      TemplatePlans::publish),
  TRAIN(
      "Learns from all slates up to one; what passes its gates predicts from then on.",
      TrainOptions.class,
      Machines.one("n2-highmem-4"),
      Duration.ofHours(3),
      TemplatePlans::train),
  REPLAY(
      "Tries the earliest failures that are still open again, in the phase that refused them.",
      ReplayOptions.class,
      Machines.one("n2-standard-4"),
      Duration.ofHours(1),
      TemplatePlans::replay),
  WORKFLOW(
      "Decides whether it is a workflow's time, records why, and if so asks its sources.",
      WorkflowTemplateOptions.class,
      Machines.one("n2-standard-2"),
      Duration.ofHours(1),
      TemplatePlans::workflow),
  WATCH(
      "Marks runs that died as failed, and tells people what a slate lacks.",
      WatchOptions.class,
      Machines.one("n2-standard-2"),
      Duration.ofMinutes(30),
      TemplatePlans::watch);

  private final String description;
  private final Class<? extends WarehouseOptions> options;
  private final Machines machines;
  private final @Nullable Duration wallTime;

  @SuppressWarnings("ImmutableEnumChecker") // A method without state.
  private final Plan<?> plan;

  /** Makes a run of options. */
  interface Plan<T extends PipelineOptions> {
    PlannedRun of(T options, RunLedger ledger);
  }

  /**
   * What a job runs on.
   *
   * @param type the machine's type
   * @param most how many there may be
   */
  record Machines(String type, int most) {
    static Machines one(String type) {
      return new Machines(type, 1);
    }

    static Machines upTo(int most, String type) {
      return new Machines(type, most);
    }
  }

  <T extends WarehouseOptions> Template(
      String description,
      Class<T> options,
      Machines machines,
      @Nullable Duration wallTime,
      Plan<T> plan) {
    this.description = description;
    this.options = options;
    this.machines = machines;
    this.wallTime = wallTime;
    this.plan = plan;
  }

  /**
   * The template of a name, {@code load-raw} for instance.
   *
   * @throws IllegalArgumentException if there is none; the message says which there are
   */
  static Template named(String name) {
    return Arrays.stream(values())
        .filter(template -> template.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--template="
                        + name
                        + " is none of "
                        + String.join(", ", Arrays.stream(values()).map(Template::id).toList())));
  }

  /** Its name, the same as the command's. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does, for people who launch it. */
  String description() {
    return description;
  }

  /** The options of its pipeline. */
  Class<? extends WarehouseOptions> options() {
    return options;
  }

  Machines machines() {
    return machines;
  }

  /** Whether its run finds out itself which slates it is of. */
  boolean namesSlatesItself() {
    return this == REPLAY || this == PREDICT_LIVE;
  }

  /** Whether its job has no end. */
  boolean isStream() {
    return wallTime == null;
  }

  /** When its job is stopped; absent for a stream. */
  @Nullable Duration wallTime() {
    return wallTime;
  }

  /** Its parameters, those that a launch must give first. */
  ImmutableList<TemplateParameter> parameters() {
    return TemplateParameter.of(this);
  }

  /**
   * The run that options ask for.
   *
   * @param given options of the class that {@link #options} names
   * @throws IllegalArgumentException if an option has a wrong value or one is missing
   */
  PlannedRun plan(PipelineOptions given, RunLedger ledger) {
    return plan(plan, given, ledger);
  }

  @SuppressWarnings("unchecked") // The constructor takes plans of its own options only.
  private <T extends PipelineOptions> PlannedRun plan(
      Plan<T> of, PipelineOptions given, RunLedger ledger) {
    return of.of((T) given.as(options), ledger);
  }
}
