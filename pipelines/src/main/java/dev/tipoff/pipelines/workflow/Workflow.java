package dev.tipoff.pipelines.workflow;

import com.google.common.collect.ImmutableList;
import java.time.LocalTime;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Sources that are asked together at certain times of a slate. Times are New York's.
 *
 * @param steps one after another; the sources of a step are asked side by side
 */
public record Workflow(
    String name, String description, When when, ImmutableList<ImmutableList<String>> steps) {
  /** What a workflow waits for. */
  public enum Kind {
    /** Its window: one run in it is enough. */
    ONCE,
    /** The hours before the first tip, again and again. */
    BEFORE_GAMES,
    /** Games that are over, one run in its window. */
    AFTER_GAMES,
    /** A document of a game day that is published at no certain time. */
    UNTIL_FOUND
  }

  /**
   * When a workflow runs.
   *
   * @param from the window's beginning
   * @param to the window's end
   * @param daysAfter how many days after the slate's date the window is
   * @param everyMinutes between two runs; 0 if one is enough
   * @param mostRuns in a slate; 0 for any number
   * @param hoursBeforeFirstTip how early before the slate's first tip it begins; 0 for any time
   * @param tipsBefore which games it is for: those that tip off before; absent for all
   */
  public record When(
      Kind kind,
      LocalTime from,
      LocalTime to,
      int daysAfter,
      int everyMinutes,
      int mostRuns,
      int hoursBeforeFirstTip,
      @Nullable LocalTime tipsBefore) {}
}
