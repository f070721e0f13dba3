package dev.tipoff.io.deadline;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long things may take. Nothing waits without one. */
public final class Deadline {
  /** The most that any one call to the outside takes, from connecting to the last byte. */
  public static final Duration OUTSIDE_CALL = Duration.ofSeconds(60);

  /** The most that an alert takes through one channel. */
  public static final Duration ALERT = Duration.ofSeconds(10);

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5})([smh])");

  private Deadline() {}

  /**
   * Reads a span such as {@code 90s}, {@code 30m} or {@code 2h}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Duration parse(String option, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "--" + option + "=" + text + " is no span of time such as 90s, 30m or 2h");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2).charAt(0)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
