package dev.tipoff.pipelines.watch;

import com.google.common.collect.Comparators;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.deadline.TimedCalls;
import dev.tipoff.io.models.BadModelException;
import dev.tipoff.io.models.ModelFolder;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.launch.Alerting;
import dev.tipoff.pipelines.launch.KnownFailures;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Outbox;
import dev.tipoff.pipelines.launch.RunHistory;
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
 * Looks for what is expected and not there, and marks runs that died without a word as failed. Each
 * is a failure, of which people are told, and so is an alert that a channel has not taken for too
 * long; it sends alerts that wait.
 *
 * <p>It also says which columns look unlike those of the slates before. That is a reason to look
 * and no failure.
 */
public final class Watch {
  /** What it finds is found in this step. */
  public static final String STEP = "Watch";

  /** Its name in the ledger. */
  public static final String PIPELINE = "watch";

  private final WatchOptions options;
  private final SlateRange slates;
  private final WarehouseAdmin admin;
  private final Instant now;

  /**
   * @param now what it takes as the present
   */
  public Watch(WatchOptions options, SlateRange slates, WarehouseAdmin admin, Instant now) {
    this.options = options;
    this.slates = slates;
    this.admin = admin;
    this.now = now;
  }

  /** The columns that have moved further than {@link DriftLimits} from the slates before. */
  public List<String> drifted() {
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

  /**
   * What was lost, is missing or too old; nothing if all is well. It is stored, and people are
   * told.
   *
   * @param budgets the claims on alerts
   */
  public List<Failure> failures(AlertBudget.Source budgets) {
    Optional<AlertSettings> alerts = Alerting.of(options, PIPELINE, List.of());
    Optional<Outbox> outbox = alerts.map(who -> new Outbox(admin, budgets, who, Clock.systemUTC()));
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
