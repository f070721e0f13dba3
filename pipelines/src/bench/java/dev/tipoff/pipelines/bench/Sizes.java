package dev.tipoff.pipelines.bench;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/** The sizes that an option asks for. */
final class Sizes {
  private Sizes() {}

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
