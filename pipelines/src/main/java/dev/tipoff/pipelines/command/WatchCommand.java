package dev.tipoff.pipelines.command;

import com.google.common.collect.Comparators;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.deadline.TimedCalls;
import dev.tipoff.io.models.BadModelException;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.profile.ColumnDrift;
import dev.tipoff.transforms.profile.DriftLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.joda.time.Days;
import org.joda.time.Instant;

/**
 * {@code watch}: marks runs that died without a word as failed, and says what is expected and is
 * not there. Each is a failure too, of which people are told, and so is an alert that a channel has
 * not taken for too long; it sends alerts that wait.
 *
 * <p>It also says which columns look unlike those of the slates before. That is a reason to look
 * and no failure: it is not stored, and the command ends well.
 */
final class WatchCommand {
  static final String STEP = "Watch";
  private static final String PIPELINE = "watch";

  private final WatchOptions options;
  private final SlateRange slates;
  private final WarehouseAdmin admin;
  private final Instant now;

  private WatchCommand(WatchOptions options, SlateRange slates, WarehouseAdmin admin, Instant now) {
    this.options = options;
    this.slates = slates;
    this.admin = admin;
    this.now = now;
  }

  static void run(String[] args, Report report) {
    WatchOptions options = Launcher.options(args, WatchOptions.class);
    SlateRange slates = Launcher.slates(options);
    watch(options, slates, Launcher.warehouse(options), report);
  }

  static void watch(WatchOptions options, SlateRange slates, Warehouse warehouse, Report report) {
    try (WarehouseAdmin admin = UnopenedWarehouse.openOrTell(warehouse, options, report)) {
      Instant now = options.getAsOf() == null ? Instant.now() : AsOf.of(options);
      WatchCommand watch = new WatchCommand(options, slates, admin, now);
      Optional<AlertSettings> alerts = Alerting.of(options, PIPELINE, List.of());
      Optional<Outbox> outbox =
          alerts.map(who -> new Outbox(admin, warehouse.alertBudget(), who, Clock.systemUTC()));
      watch.report(watch.watch(outbox), report);
    }
  }

  private void report(List<Failure> wrong, Report report) {
    wrong.forEach(failure -> report.line("%s: %s", kind(failure), failure.getMessage()));
    List<String> drifted = drifted();
    drifted.forEach(column -> report.line("drifted: %s", column));
    if (!wrong.isEmpty()) {
      throw new CommandFailedException(
          wrong.size() + " of what " + slates + " should have is missing or failed, see above");
    }
    report.line(
        "watch       %s: %s",
        slates,
        drifted.isEmpty()
            ? "all is well"
            : "nothing is missing; see above what looks unlike the slates before");
  }

  private static String kind(Failure failure) {
    return switch (failure.getCode()) {
      case LOST_RUN, ALERT_NOT_SENT -> "failed";
      case STALE_MODEL -> "stale";
      default -> "missing";
    };
  }

  /** The columns that have moved further than {@link DriftLimits} from the slates before. */
  private List<String> drifted() {
    return admin.rows(Queries.columnDrift(slates)).stream()
        .sorted(
            Comparator.comparing(ColumnDrift::getGameDate)
                .thenComparing(ColumnDrift::getTableName)
                .thenComparing(ColumnDrift::getColumnName))
        .flatMap(
            column ->
                DriftLimits.exceeded(column).stream()
                    .map(
                        move ->
                            String.format(
                                "%s.%s of %s has %s",
                                column.getTableName(),
                                column.getColumnName(),
                                column.getGameDate(),
                                move)))
        .toList();
  }

  /** What was lost, is missing or too old; nothing if all is well. */
  private List<Failure> watch(Optional<Outbox> outbox) {
    List<RunHistory> runs = RunHistory.of(admin.rows(Queries.runLedger(slates)));
    List<Failure> wrong = new ArrayList<>();
    runs.forEach(run -> lost(run).ifPresent(wrong::add));
    wrong.addAll(new Absences(admin, runs, now).of(slates));
    staleModel().ifPresent(wrong::add);
    outbox.ifPresent(box -> wrong.addAll(box.overdue()));
    KnownFailures known = KnownFailures.of(admin, PIPELINE, slates.days());
    String runId = RunEvent.runId(PIPELINE, slates.toString(), now);
    if (outbox.isPresent()) {
      outbox.get().raise(PIPELINE, runId, wrong);
    } else {
      admin.store(Tables.FAILURES, wrong.stream().map(failure -> failure.in(PIPELINE)).toList());
    }
    known.resolveAllBut(wrong, runId, now);
    return wrong;
  }

  private Optional<Failure> lost(RunHistory run) {
    List<RunEvent> lost = run.lost(now);
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    RunEvent started = run.first();
    String reason = "DEADLINE: nothing was heard of it by " + started.getDeadline();
    admin.store(
        Tables.PIPELINE_RUNS,
        lost.stream()
            .map(event -> event.then(Event.FAILED, now).setReason(reason).build())
            .toList());
    return Optional.of(
        Failure.of(
            STEP,
            FailureCode.LOST_RUN,
            started.getRunId(),
            String.format("%s %s, %s", started.getPipeline(), started.getRunId(), reason),
            "",
            started.getGameDate()));
  }

  /**
   * A champion that nobody can read is as good as too old. A folder may be far away, and must not
   * keep the others waiting who are to be told.
   */
  private Optional<Failure> staleModel() {
    String folder = options.getModelDir();
    if (folder == null) {
      return Optional.empty();
    }
    GameDay today = GameDay.ofTip(now);
    Duration patience =
        Comparators.min(Launcher.runDeadline(PIPELINE, options), Deadline.OUTSIDE_CALL);
    try (TimedCalls calls = new TimedCalls(patience)) {
      ModelFolder models = ModelFolder.at(folder);
      GameDay through =
          calls.call(() -> models.verify(models.champion(), ModelFeatures.blind())).through();
      int age = Days.daysBetween(through.lastInstant(), now).getDays();
      return age <= options.getModelDays()
          ? Optional.empty()
          : Optional.of(
              Absences.failure(
                  FailureCode.STALE_MODEL,
                  "model|" + today,
                  String.format(
                      "the champion of %s learned through %s, %d days ago and more than %d",
                      folder, through, age, options.getModelDays()),
                  today));
    } catch (BadModelException e) {
      return Optional.of(unreadable(folder, today, String.valueOf(e.getMessage())));
    } catch (TimeoutException e) {
      return Optional.of(
          unreadable(folder, today, "no answer within " + patience.toSeconds() + " s"));
    }
  }

  private static Failure unreadable(String folder, GameDay today, String why) {
    return Absences.failure(
        FailureCode.STALE_MODEL,
        "model|" + today,
        "the champion of " + folder + " cannot be read: " + why,
        today);
  }
}
