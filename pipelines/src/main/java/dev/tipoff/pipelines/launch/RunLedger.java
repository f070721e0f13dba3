package dev.tipoff.pipelines.launch;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Run;
import dev.tipoff.pipelines.Services;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.redaction.SecretShapes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Runs pipelines, each with its entries in the run ledger: STARTED before the graph, which itself
 * says COMPLETED; and after it what was counted, or FAILED.
 */
public final class RunLedger {
  private static final int LONGEST_REASON = 500;

  private final Warehouse warehouse;
  private final WarehouseAdmin admin;
  private final String codeVersion;
  private boolean sentWhatWaited;

  public RunLedger(Warehouse warehouse, WarehouseAdmin admin) {
    this.warehouse = warehouse;
    this.admin = admin;
    this.codeVersion = CodeVersion.ofThisCode();
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public WarehouseAdmin admin() {
    return admin;
  }

  public String codeVersion() {
    return codeVersion;
  }

  /**
   * Runs a pipeline to its end.
   *
   * @param why the reason to run
   * @throws RunDeadlineException if it did not end in time; it has been cancelled
   */
  public RunCounts run(PlannedRun planned, String why, PipelineOptions options) {
    Begun begun = begin(planned, why, options);
    try {
      RunCounts counts =
          Launcher.run(
              planned.pipeline(), options, graph -> planned.graph().accept(graph, begun.services));
      RunEvent.Builder measured =
          begun
              .events
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
      sayFailed(begun, reason(e), e);
      throw e;
    }
  }

  /**
   * Hands a pipeline to its runner and does not wait for its end, of which the graph tells the
   * ledger, and {@code watch} if it never comes. DirectRunner waits all the same.
   */
  public void submit(PlannedRun planned, String why, PipelineOptions options) {
    Begun begun = begin(planned, why, options);
    try {
      Launcher.submit(options, graph -> planned.graph().accept(graph, begun.services));
    } catch (RuntimeException e) {
      sayFailed(begun, reason(e), e);
      throw e;
    }
  }

  /** As {@link #submit} for a stream, of which the ledger does not know: it has no end. */
  public void submitStream(PlannedRun planned, PipelineOptions options) {
    Optional<AlertSettings> alerts = Alerting.of(options, planned.pipeline(), List.of());
    Services services = Services.of(warehouse, alerts);
    Launcher.submit(options, graph -> planned.graph().accept(graph, services));
  }

  /** A run that the ledger knows of and whose graph is not built yet. */
  private record Begun(
      ImmutableList<RunEvent> events, Optional<AlertSettings> alerts, Services services) {}

  private Begun begin(PlannedRun planned, String why, PipelineOptions options) {
    String pipeline = planned.pipeline();
    ImmutableList<RunEvent> events =
        started(pipeline, planned.slates(), planned.asOf(), why, options);
    admin.store(Tables.PIPELINE_RUNS, events);
    Optional<AlertSettings> alerts = Alerting.of(options, pipeline, planned.slates());
    alerts.ifPresent(this::sendWhatWaits);
    KnownFailures known = KnownFailures.of(admin, pipeline, planned.slates());
    Map<String, String> settings =
        planned.options() == null
            ? Map.of()
            : RunSettings.of(options, planned.options(), codeVersion);
    return new Begun(
        events, alerts, Services.of(warehouse, Run.of(events, settings), alerts, known.all()));
  }

  /** In the ledger and to people. That the warehouse fails too must not hide why the run did. */
  private void sayFailed(Begun begun, String reason, RuntimeException why) {
    List<RunEvent> started = begun.events;
    try {
      store(started, Event.FAILED, reason);
      // Who asked for what cannot be is told on the terminal.
      Optional<AlertSettings> told =
          why instanceof IllegalArgumentException ? Optional.empty() : begun.alerts;
      told.ifPresent(
          who ->
              outbox(who)
                  .raise(
                      started.get(0).getPipeline(),
                      started.get(0).getRunId(),
                      failed(started, reason)));
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  /** Alerts that an earlier run could not send, once for all the phases of a command. */
  private void sendWhatWaits(AlertSettings alerts) {
    if (!sentWhatWaited) {
      sentWhatWaited = true;
      outbox(alerts).flush();
    }
  }

  private Outbox outbox(AlertSettings alerts) {
    return new Outbox(admin, warehouse.alertBudget(), alerts, Clock.systemUTC());
  }

  private static List<Failure> failed(List<RunEvent> started, String reason) {
    RunEvent run = started.get(0);
    String slates =
        run.getGameDate() == null
            ? ""
            : " of "
                + run.getGameDate()
                + (started.size() == 1 ? "" : " and " + (started.size() - 1) + " more");
    return List.of(
        Failure.of(
            "Run",
            FailureCode.RUN_FAILED,
            run.getPipeline() + slates,
            reason,
            "",
            run.getGameDate()));
  }

  /** Says of slates that they were not run, and why. */
  public void notRun(
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
    String why = WhyItFailed.in(error);
    return cut(
        SecretShapes.redact(error instanceof RunDeadlineException ? "DEADLINE: " + why : why));
  }

  private static String cut(String reason) {
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }
}
