package dev.tipoff.pipelines.launch;

import dev.tipoff.pipelines.options.SlateOptions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import org.joda.time.Instant;

/**
 * The slates of a command line. A schedule says the same each day, so that a slate has a name
 * beside its date: {@code today}, {@code yesterday} and {@code tomorrow} in New York. A run keeps
 * the date.
 */
public final class Slates {
  private Slates() {}

  /**
   * The slates that the options name.
   *
   * @throws IllegalArgumentException if neither --date nor --from and --to say which
   */
  public static SlateRange of(SlateOptions options) {
    Instant now = Instant.now();
    if (options.getDate() != null && options.getFrom() == null && options.getTo() == null) {
      return SlateRange.of(day(options.getDate(), now));
    }
    if (options.getDate() == null && options.getFrom() != null && options.getTo() != null) {
      return SlateRange.of(day(options.getFrom(), now), day(options.getTo(), now));
    }
    throw new IllegalArgumentException(
        "say which slates: --date=2025-01-10, or --from=2025-01-10 --to=2025-01-16");
  }

  /**
   * A date, or a slate's name.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static GameDay day(String text, Instant now) {
    GameDay today = GameDay.ofTip(now);
    return switch (text) {
      case "today" -> today;
      case "yesterday" -> today.plusDays(-1);
      case "tomorrow" -> today.plusDays(1);
      default -> GameDay.parse(text);
    };
  }
}
