package dev.tipoff.io.http;

import com.google.common.collect.Comparators;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Retry-After}. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

  private RetryAfter() {}

  /**
   * How long a server asks to be left alone, given in seconds or as a date; nothing for a date that
   * has passed. Empty if the text is neither.
   */
  static Optional<Duration> parse(String text, Instant now) {
    String value = text.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return Optional.of(Comparators.max(Duration.ZERO, Duration.between(now, date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
