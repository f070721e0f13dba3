package dev.tipoff.transforms.prediction;

import dev.tipoff.transforms.systems.Contribution;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a forecast is made of, as a prediction keeps it. */
final class Reasons {
  private static final int SHOWN = 6;

  private Reasons() {}

  /** The parts that move the forecast most. */
  static String text(List<Contribution> parts) {
    return Contribution.largest(parts, SHOWN).stream()
        .map(part -> String.format(Locale.ROOT, "%s %+.2f", part.what(), part.amount()))
        .collect(Collectors.joining("; "));
  }
}
