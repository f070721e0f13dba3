package dev.tipoff.pipelines;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** An option that takes one of a few words. */
public final class Choice {
  private Choice() {}

  /**
   * The value that an option names by its lower-case name.
   *
   * @throws IllegalArgumentException if it names none; the message says which there are
   */
  public static <E extends Enum<E>> E of(String option, String text, Class<E> type) {
    return of(option, text, type, value -> value.name().toLowerCase(Locale.ROOT));
  }

  /** The same with other names. */
  public static <E extends Enum<E>> E of(
      String option, String text, Class<E> type, Function<E, String> name) {
    E[] values = type.getEnumConstants();
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--"
                        + option
                        + "="
                        + text
                        + " is none of "
                        + Arrays.stream(values).map(name).toList()));
  }
}
