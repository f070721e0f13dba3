package dev.tipoff.pipelines;

import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How often a backtest trains its models anew. */
public enum Retraining {
  /** Not at all: systems that need models say nothing. */
  NEVER(null),
  /** Before each season, on all seasons before. */
  SEASON(day -> Season.of(GameDay.of(day)).firstDay().date()),
  /** On the first of each month. */
  MONTHLY(day -> day.withDayOfMonth(1)),
  /** On each Monday. */
  WEEKLY(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));

  private final @Nullable UnaryOperator<LocalDate> latest;

  Retraining(@Nullable UnaryOperator<LocalDate> latest) {
    this.latest = latest;
  }

  /** Of each slate, the first day that its models know nothing of; each once, in order. */
  List<GameDay> cuts(SlateRange slates) {
    return latest == null
        ? List.of()
        : slates.days().stream()
            .map(day -> GameDay.of(latest.apply(day.date())))
            .distinct()
            .toList();
  }

  /**
   * The cuts that the options ask for.
   *
   * @throws IllegalArgumentException if they contradict each other, or ask for models that know
   *     slates of the backtest
   */
  static List<GameDay> cuts(BacktestOptions options, SlateRange slates) {
    String through = options.getTrainThrough();
    String often = options.getRetrain();
    if (options.getModelDir() != null) {
      if (through != null || often != null) {
        throw new IllegalArgumentException(
            "--modelDir names models that are trained; leave out --trainThrough and --retrain");
      }
      return List.of();
    }
    if (through == null) {
      return (often == null ? SEASON : Choice.of("retrain", often, Retraining.class)).cuts(slates);
    }
    if (often != null) {
      throw new IllegalArgumentException(
          "--trainThrough and --retrain say both when models are trained; give one of them");
    }
    GameDay last = GameDay.parse(through);
    if (!last.isBefore(slates.from())) {
      throw new IllegalArgumentException(
          String.format(
              "--trainThrough=%s: such models know slates of %s; train through the day before at"
                  + " the latest",
              through, slates));
    }
    return List.of(last.plusDays(1));
  }
}
