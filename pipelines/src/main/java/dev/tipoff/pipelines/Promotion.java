package dev.tipoff.pipelines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether models that were trained become the champion. */
enum Promotion {
  /** If they pass their gates. */
  GATES,
  /** Whatever the gates would say; they are not asked. */
  ALWAYS,
  /** Not; they are stored as a challenger. */
  NEVER;

  /**
   * The promotion of an option.
   *
   * @throws IllegalArgumentException if none is called so
   */
  static Promotion parse(String text) {
    List<String> known =
        Arrays.stream(values()).map(way -> way.name().toLowerCase(Locale.ROOT)).toList();
    if (!known.contains(text)) {
      throw new IllegalArgumentException("--promote=" + text + " is none of " + known);
    }
    return values()[known.indexOf(text)];
  }
}
