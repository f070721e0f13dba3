package dev.tipoff.pipelines.bench;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/** The sizes that an option asks for. */
final class Sizes {
  private Sizes() {}

  /**
   * Refuses what is wrong with any part before the first one takes its time.
   *
   * @throws IllegalArgumentException if an option has other than sizes
   */
  static void check(BenchOptions options) {
    of("players", options.getPlayers());
    of("seasons", options.getSeasons());
    of("times", options.getTimes());
  }

  /**
   * Each size once, in the order of the option.
   *
   * @param option its name, for the message
   * @param text whole numbers from 1 with commas between
   * @throws IllegalArgumentException if it is anything else
   */
  static ImmutableSet<Integer> of(String option, String text) {
    ImmutableSet.Builder<Integer> sizes = ImmutableSet.builder();
    for (String size : Splitter.on(',').trimResults().split(text)) {
      if (!size.matches("[1-9][0-9]{0,5}")) {
        throw new IllegalArgumentException(
            "--" + option + "=" + text + ": give whole numbers such as 1,2,4");
      }
      sizes.add(Integer.parseInt(size));
    }
    return sizes.build();
  }
}
