package dev.tipoff.pipelines.watch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.Phase;
import dev.tipoff.pipelines.launch.RunHistory;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.SlateTip;
import dev.tipoff.transforms.ledger.ExpectedSlate;
import dev.tipoff.transforms.ledger.SourceStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * What slates should have had by now and have not: their predictions two hours before the first
 * tip, their grades by noon of the day after, lines of every game, and what their workflows were to
 * ask their sources for.
 */
final class Absences {
  /** Box scores are there and graded by noon of the day after. */
  private static final Duration UNTIL_GRADED = Duration.standardHours(12);

  private static final Duration BEFORE_TIP = Duration.standardHours(2);

  private final WarehouseAdmin admin;
  private final List<RunHistory> runs;
  private final Instant now;

  Absences(WarehouseAdmin admin, List<RunHistory> runs, Instant now) {
    this.admin = admin;
    this.runs = runs;
    this.now = now;
  }

  /** Each as a failure. */
  List<Failure> of(SlateRange slates) {
    Map<GameDay, List<Instant>> tips =
        admin.rows(Queries.slateTips(slates)).stream()
            .collect(groupingBy(SlateTip::getGameDate, mapping(SlateTip::getTipTime, toList())));
    List<ScheduledGame> unlined = admin.rows(Queries.gamesWithoutLines(slates));
    // Only sources that this warehouse has ever had anything of are missed.
    DueSources sources =
        new DueSources(
            admin.rows(Queries.scraperRuns(slates)),
            admin.rows(Queries.sourceStatus()).stream()
                .map(SourceStatus::getSource)
                .collect(Collectors.toSet()),
            time(now));
    List<Failure> absent = new ArrayList<>();
    for (ExpectedSlate slate : admin.rows(Queries.expectedSlates(slates))) {
      GameDay day = slate.getGameDate();
      List<Instant> known = tips.getOrDefault(day, List.of());
      Instant tip = firstTip(slate, known);
      absent.addAll(missingRuns(slate, tip));
      if (!now.isBefore(tip.minus(BEFORE_TIP)) && now.isBefore(day.lastInstant())) {
        unlined.stream()
            .filter(game -> game.getGameDate().equals(day))
            .forEach(game -> absent.add(withoutLines(game)));
      }
      absent.addAll(sources.of(day, known.stream().map(Absences::time).toList()));
    }
    return absent;
  }

  private static java.time.Instant time(Instant joda) {
    return java.time.Instant.ofEpochMilli(joda.getMillis());
  }

  private static Instant firstTip(ExpectedSlate slate, List<Instant> tips) {
    List<Instant> all = new ArrayList<>(tips);
    if (slate.getFirstTip() != null) {
      all.add(slate.getFirstTip());
    }
    return all.isEmpty() ? slate.getGameDate().lastInstant() : Collections.min(all);
  }

  private List<Failure> missingRuns(ExpectedSlate slate, Instant tip) {
    GameDay day = slate.getGameDate();
    List<Failure> missing = new ArrayList<>();
    if (!now.isBefore(tip.minus(BEFORE_TIP))
        && runs.stream().noneMatch(run -> isPredicted(run, day, tip))) {
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

  private static Failure withoutLines(ScheduledGame game) {
    return failure(
        FailureCode.MISSING_LINES,
        "lines|" + game.getGameId(),
        String.format(
            "lines of %s at %s on %s, game %s",
            game.getAway(), game.getHome(), game.getGameDate(), game.getGameId()),
        game.getGameDate());
  }

  static Failure failure(FailureCode code, String key, String message, GameDay day) {
    return Failure.ofKey(Watch.STEP, code, key, message, "", day);
  }
}
