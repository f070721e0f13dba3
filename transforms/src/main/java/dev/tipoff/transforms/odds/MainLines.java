package dev.tipoff.transforms.odds;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of a book's offers on a player and market is its main line. Only the book's latest snapshot
 * counts; of it the feed whose name sorts first; of that the offer that the feed marks, then the
 * one priced closest to even, then the lower line. Depends neither on the order of the offers nor
 * on duplicates.
 */
final class MainLines {
  /** The better main line first. */
  private static final Comparator<PropLine> PREFERENCE =
      comparing(PropLine::getSnapshotTime)
          .reversed()
          .thenComparing(PropLine::getSource)
          .thenComparing(line -> !Boolean.TRUE.equals(line.getMain()))
          .thenComparing(comparingDouble(MainLines::distanceFromEven))
          .thenComparing(PropLine::getLine)
          .thenComparing(PropLine::getOverOdds)
          .thenComparing(PropLine::getUnderOdds)
          .thenComparing(PropLine::getTipTime)
          .thenComparing(PropLine::getPlayerName)
          .thenComparing(line -> line.getMain() == null);

  private MainLines() {}

  /** Whether of two offers of one book this is the better main line; not if they are equal. */
  static boolean isBetter(PropLine offer, PropLine than) {
    return PREFERENCE.compare(offer, than) < 0;
  }

  /** One main line a book, by bookmaker. */
  static List<PropLine> of(Collection<PropLine> offers) {
    SortedMap<String, PropLine> byBook = new TreeMap<>();
    for (PropLine offer : offers) {
      byBook.merge(
          offer.getBookmaker(),
          offer,
          (kept, other) -> PREFERENCE.compare(kept, other) <= 0 ? kept : other);
    }
    return List.copyOf(byBook.values());
  }

  /**
   * Twice the distance of the multiplicative fair chance from one half; exact for mirrored prices.
   */
  private static double distanceFromEven(PropLine line) {
    double over = line.getOverOdds().impliedProbability().getValue();
    double under = line.getUnderOdds().impliedProbability().getValue();
    return Math.abs(over - under) / (over + under);
  }
}
