package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Run;
import dev.tipoff.pipelines.Services;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Runs pipelines, each with its entries in the run ledger: STARTED before the graph, which itself
 * says COMPLETED; and after it what was counted, or FAILED.
 */
final class RunLedger {
  private static final int LONGEST_REASON = 500;

  private final Warehouse warehouse;
  private final WarehouseAdmin admin;
  private final String codeVersion;

  RunLedger(Warehouse warehouse, WarehouseAdmin admin) {
    this.warehouse = warehouse;
    this.admin = admin;
    this.codeVersion = CodeVersion.ofThisCode();
  }

  WarehouseAdmin admin() {
    return admin;
  }

  String codeVersion() {
    return codeVersion;
  }

  /**
   * Runs a pipeline to its end.
   *
   * @param slates the slates of the run; empty if it is not of slates
   * @param settings all but the sources that the rows hang on
   * @throws RunDeadlineException if it did not end in time; it has been cancelled
   */
  RunCounts run(
      String pipeline,
      List<GameDay> slates,
      @Nullable Instant asOf,
      String why,
      PipelineOptions options,
      Map<String, String> settings,
      BiConsumer<Pipeline, Services> build) {
    ImmutableList<RunEvent> started = started(pipeline, slates, asOf, why, options);
    admin.store(Tables.PIPELINE_RUNS, started);
    Services services = Services.of(warehouse, Run.of(started, settings));
    try {
      RunCounts counts = Launcher.run(pipeline, options, graph -> build.accept(graph, services));
      RunEvent.Builder measured =
          started
              .get(0)
              .then(Event.MEASURED, Instant.now())
              .setRowsRead(counts.sum("rows-read"))
              .setRowsWritten(
                  counts.sum("rows-stored")
                      - counts.get("rows-stored", Tables.PIPELINE_RUNS.name()))
              .setDataReads(counts.get("warehouse", "reads"));
      admin.store(Tables.PIPELINE_RUNS, List.of(measured.build()));
      return counts;
    } catch (RuntimeException e) {
      String reason = reason(e);
      store(started, Event.FAILED, reason);
      throw e;
    }
  }

  /** Says of slates that they were not run, and why. */
  void notRun(
      String pipeline, List<GameDay> slates, Event event, String why, PipelineOptions options) {
    store(started(pipeline, slates, null, why, options), event, why);
  }

  private void store(List<RunEvent> started, Event event, String reason) {
    Instant now = Instant.now();
    admin.store(
        Tables.PIPELINE_RUNS,
        started.stream().map(slate -> slate.then(event, now).setReason(reason).build()).toList());
  }

  private ImmutableList<RunEvent> started(
      String pipeline,
      List<GameDay> slates,
      @Nullable Instant asOf,
      String why,
      PipelineOptions options) {
    Instant now = Instant.now();
    String id = RunEvent.runId(pipeline, slates.toString(), now);
    List<@Nullable GameDay> days = new ArrayList<>(slates);
    if (days.isEmpty()) {
      days.add(null);
    }
    Instant deadline = now.plus(Launcher.runDeadline(pipeline, options).toMillis());
    ImmutableList.Builder<RunEvent> started = ImmutableList.builder();
    for (GameDay day : days) {
      started.add(RunEvent.started(id, pipeline, day, asOf, now, deadline, cut(why), codeVersion));
    }
    return started.build();
  }

  private static String reason(RuntimeException error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RunDeadlineException) {
      return cut("DEADLINE: " + cause.getMessage());
    }
    return cut(
        String.valueOf(cause)
            .replaceAll("(?i)(key|token|secret|password)([=:]\\s*)[^&\\s,}]+", "$1$2***"));
  }

  private static String cut(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
