package dev.tipoff.pipelines;

import dev.tipoff.pipelines.options.BacktestOptions;
import java.time.format.DateTimeParseException;
import org.joda.time.Duration;

/** How long before each tip a backtest places its bets. */
final class Lead {
  static final Duration NONE = Duration.ZERO;

  private Lead() {}

  /**
   * The lead of the options.
   *
   * @throws IllegalArgumentException unless the option is a time that is not negative
   */
  static Duration of(BacktestOptions options) {
    try {
      java.time.Duration lead = java.time.Duration.parse(options.getLead());
      if (!lead.isNegative()) {
        return Duration.millis(lead.toMillis());
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(notALead(options), e);
    }
    throw new IllegalArgumentException(notALead(options));
  }

  private static String notALead(BacktestOptions options) {
    return "--lead=" + options.getLead() + " is no time before the tip, such as PT6H";
  }
}
