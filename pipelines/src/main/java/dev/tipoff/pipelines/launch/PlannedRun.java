package dev.tipoff.pipelines.launch;

import com.google.common.collect.ImmutableList;
import dev.tipoff.pipelines.PassedRun;
import dev.tipoff.pipelines.Services;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A pipeline that is ready to run: the same whether a command runs it to its end or a template
 * hands it to a service.
 *
 * @param pipeline its name in the ledger
 * @param slates of the run, in their order; empty if it is not of slates
 * @param asOf the time that it takes as the present; absent if it takes none
 * @param options those that its rows hang on; absent if its runs are never skipped
 * @param graph builds the graph
 */
public record PlannedRun(
    String pipeline,
    ImmutableList<GameDay> slates,
    @Nullable Instant asOf,
    @Nullable Class<?> options,
    BiConsumer<Pipeline, Services> graph) {

  /** What has a list of slates of any kind. */
  public static PlannedRun of(
      String pipeline,
      List<GameDay> slates,
      @Nullable Instant asOf,
      @Nullable Class<?> options,
      BiConsumer<Pipeline, Services> graph) {
    return new PlannedRun(pipeline, ImmutableList.copyOf(slates), asOf, options, graph);
  }

  /** The same, once something else has been done as part of the run. */
  public PlannedRun after(Runnable first) {
    return new PlannedRun(
        pipeline,
        slates,
        asOf,
        options,
        (built, services) -> {
          first.run();
          graph.accept(built, services);
        });
  }

  /**
   * The same run with nothing to do but to say so.
   *
   * @param event how its slates end, SKIPPED or NOT_READY
   */
  public PlannedRun passed(Event event, String reason) {
    return new PlannedRun(
        pipeline,
        slates,
        asOf,
        options,
        (built, services) -> PassedRun.build(built, event, reason, services));
  }
}
