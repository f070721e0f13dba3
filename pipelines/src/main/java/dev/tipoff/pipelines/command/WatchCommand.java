package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.ExpectedSlate;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.profile.ColumnDrift;
import dev.tipoff.transforms.profile.DriftLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * {@code watch}: marks runs that died without a word as failed, and says what is expected and is
 * not there. Each is a failure too, which the alerts are made from.
 *
 * <p>It also says which columns look unlike those of the slates before. That is a reason to look
 * and no failure: it is not stored, and the command ends well.
 */
final class WatchCommand {
  /** Box scores are there and graded by noon of the day after. */
  private static final Duration UNTIL_GRADED = Duration.standardHours(12);

  private WatchCommand() {}

  static void run(String[] args, Report report) {
    SlateOptions options = Launcher.options(args, SlateOptions.class);
    SlateRange slates = Launcher.slates(options);
    try (WarehouseAdmin admin = Launcher.open(Launcher.warehouse(options))) {
      List<Failure> wrong = watch(slates, admin, Instant.now());
      wrong.forEach(
          failure ->
              report.line(
                  "%s: %s",
                  failure.getCode() == FailureCode.LOST_RUN ? "failed" : "missing",
                  failure.getMessage()));
      List<String> drifted = drifted(slates, admin);
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
  }

  /** The columns that have moved further than {@link DriftLimits} from the slates before. */
  private static List<String> drifted(SlateRange slates, WarehouseAdmin admin) {
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

  /** What was lost and what is missing; nothing if all is well. */
  static List<Failure> watch(SlateRange slates, WarehouseAdmin admin, Instant now) {
    List<RunHistory> runs = RunHistory.of(admin.rows(Queries.runLedger(slates)));
    List<Failure> wrong = new ArrayList<>();
    for (RunHistory run : runs) {
      List<RunEvent> lost = run.lost(now);
      if (!lost.isEmpty()) {
        RunEvent started = run.first();
        String reason = "DEADLINE: nothing was heard of it by " + started.getDeadline();
        admin.store(
            Tables.PIPELINE_RUNS,
            lost.stream()
                .map(event -> event.then(Event.FAILED, now).setReason(reason).build())
                .toList());
        wrong.add(
            failure(
                FailureCode.LOST_RUN,
                started.getRunId(),
                String.format("%s %s, %s", started.getPipeline(), started.getRunId(), reason),
                started.getGameDate()));
      }
    }
    for (ExpectedSlate slate : admin.rows(Queries.expectedSlates(slates))) {
      wrong.addAll(missing(slate, runs, now));
    }
    admin.store(Tables.FAILURES, wrong);
    return wrong;
  }

  private static List<Failure> missing(ExpectedSlate slate, List<RunHistory> runs, Instant now) {
    List<Failure> missing = new ArrayList<>();
    GameDay day = slate.getGameDate();
    Instant tip = slate.getFirstTip() == null ? day.lastInstant() : slate.getFirstTip();
    if (!now.isBefore(tip) && runs.stream().noneMatch(run -> isPredicted(run, day, tip))) {
      missing.add(
          failure(
              FailureCode.MISSING_RUN,
              Phase.PREDICT.id() + "|" + day,
              String.format(
                  "predict of %s, %d games, as of a time before %s", day, slate.getGames(), tip),
              day));
    }
    if (!now.isBefore(day.plusDays(1).firstInstant().plus(UNTIL_GRADED))
        && runs.stream().noneMatch(run -> run.isCompleted(Phase.GRADE.id(), day))) {
      missing.add(
          failure(
              FailureCode.MISSING_RUN,
              Phase.GRADE.id() + "|" + day,
              String.format("grade of %s, %d games", day, slate.getGames()),
              day));
    }
    return missing;
  }

  private static boolean isPredicted(RunHistory run, GameDay day, Instant tip) {
    Instant asOf = run.first().getAsOf();
    return run.isCompleted(Phase.PREDICT.id(), day) && asOf != null && asOf.isBefore(tip);
  }

  private static Failure failure(
      FailureCode code, String key, String message, @Nullable GameDay day) {
    return Failure.of("Watch", code, key, message, "", day);
  }
}
