package dev.tipoff.pipelines.command;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.ExpectedSlate;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.List;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * {@code watch}: marks runs that died without a word as failed, and says what is expected and is
 * not there.
 */
final class WatchCommand {
  /** Box scores are there and graded by noon of the day after. */
  private static final Duration UNTIL_GRADED = Duration.standardHours(12);

  private WatchCommand() {}

  static void run(String[] args, Report report) {
    SlateOptions options = Launcher.options(args, SlateOptions.class);
    SlateRange slates = Launcher.slates(options);
    try (WarehouseAdmin admin = Launcher.open(Launcher.warehouse(options))) {
      List<String> wrong = watch(slates, admin, Instant.now());
      wrong.forEach(line -> report.line("%s", line));
      if (!wrong.isEmpty()) {
        throw new IllegalStateException(
            wrong.size() + " of what " + slates + " should have is missing or failed, see above");
      }
      report.line("watch       %s: all is well", slates);
    }
  }

  /** A line for each run that was lost and each result that is missing; none if all is well. */
  static List<String> watch(SlateRange slates, WarehouseAdmin admin, Instant now) {
    List<RunHistory> runs = RunHistory.of(admin.rows(Queries.runLedger(slates)));
    List<String> wrong = new ArrayList<>();
    for (RunHistory run : runs) {
      if (run.isLost(now)) {
        RunEvent started = run.first();
        String reason = "DEADLINE: nothing was heard of it by " + started.getDeadline();
        admin.store(
            Tables.PIPELINE_RUNS,
            List.of(started.then(Event.FAILED, now).setReason(reason).build()));
        wrong.add(
            String.format("failed: %s %s, %s", started.getPipeline(), started.getRunId(), reason));
      }
    }
    for (ExpectedSlate slate : admin.rows(Queries.expectedSlates(slates))) {
      GameDay day = slate.getGameDate();
      Instant tip = slate.getFirstTip() == null ? day.lastInstant() : slate.getFirstTip();
      if (!now.isBefore(tip) && runs.stream().noneMatch(run -> isPredicted(run, day, tip))) {
        wrong.add(
            String.format(
                "missing: predict of %s, %d games, as of a time before %s",
                day, slate.getGames(), tip));
      }
      if (!now.isBefore(day.plusDays(1).firstInstant().plus(UNTIL_GRADED))
          && runs.stream().noneMatch(run -> isDone(run, Phase.GRADE, day))) {
        wrong.add(String.format("missing: grade of %s, %d games", day, slate.getGames()));
      }
    }
    return wrong;
  }

  private static boolean isPredicted(RunHistory run, GameDay day, Instant tip) {
    Instant asOf = run.first().getAsOf();
    return isDone(run, Phase.PREDICT, day) && asOf != null && asOf.isBefore(tip);
  }

  private static boolean isDone(RunHistory run, Phase phase, GameDay day) {
    return run.isCompleted(phase.id())
        && SlateRange.of(run.first().getFromSlate(), run.first().getToSlate()).contains(day);
  }
}
