package dev.tipoff.transforms.odds;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.time.Instant;

/**
 * How one book's line on a player and market has moved: always the same book where it offers one,
 * so that a move is a move and not another book.
 *
 * @param bookmaker the book
 * @param opening its first main line
 * @param current its newest main line
 * @param time when the newest was seen
 */
public record PinnedLine(String bookmaker, double opening, double current, Instant time) {
  /** Books in the order in which one is pinned; the widest covered in the archives first. */
  public static final ImmutableList<String> BOOKS =
      ImmutableList.of("draftkings", "fanduel", "betmgm", "williamhill_us", "prizepicks");

  /**
   * The line of the first of {@link #BOOKS} that offers one; empty if none does.
   *
   * @param offers on one player, game and market
   */
  public static Optional<PinnedLine> of(Collection<PropLine> offers) {
    for (String book : BOOKS) {
      List<PropLine> own =
          offers.stream().filter(offer -> offer.getBookmaker().equals(book)).toList();
      if (!own.isEmpty()) {
        Instant first =
            own.stream()
                .map(PropLine::getSnapshotTime)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        PropLine opening =
            main(own.stream().filter(offer -> offer.getSnapshotTime().equals(first)).toList());
        PropLine current = main(own);
        return Optional.of(
            new PinnedLine(
                book,
                opening.getLine().getValue(),
                current.getLine().getValue(),
                current.getSnapshotTime()));
      }
    }
    return Optional.empty();
  }

  private static PropLine main(Collection<PropLine> ofBook) {
    return MainLines.of(ofBook).get(0);
  }
}
