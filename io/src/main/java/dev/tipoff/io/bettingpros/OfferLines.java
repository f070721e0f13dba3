package dev.tipoff.io.bettingpros;

import dev.tipoff.io.odds.PriceFormat;
import dev.tipoff.io.odds.SidePairs;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** The lines of all books on one player and market, their overs paired with their unders. */
final class OfferLines {
  private static final Set<String> SELECTION = Set.of("selection", "books");
  private static final Set<String> SELECTION_SOMETIMES =
      Set.of("id", "label", "short_label", "participant", "active", "opening_line");
  private static final Set<String> BOOK = Set.of("id", "lines");
  private static final Set<String> LINE = Set.of("line", "cost");
  private static final Set<String> LINE_SOMETIMES =
      Set.of("id", "updated", "active", "best", "main", "is_off", "replaced_by", "link");

  private record Offered(String book, Line line) {}

  /** What a line says beside its price. */
  private record Stated(Instant updated, @Nullable Boolean main) {}

  private final SidePairs<Offered> pairs = new SidePairs<>();
  private final Map<BodyNode, Stated> stated = new HashMap<>();
  private final Instant received;
  private final ParsedRows rows;

  OfferLines(Instant received, ParsedRows rows) {
    this.received = received;
    this.rows = rows;
  }

  /** Reads one side; a line that cannot be read is a failure and the others go on. */
  void read(BodyNode selection) throws BadBodyException {
    selection.expect(rows, SELECTION, SELECTION_SOMETIMES);
    String side = selection.text("selection");
    if (!side.equals("over") && !side.equals("under")) {
      throw new BadBodyException(
          "at " + selection.path() + "/selection: neither over nor under: " + side);
    }
    rows.each(selection.objects("books"), book -> book(book, side.equals("over")));
  }

  private void book(BodyNode book, boolean over) throws BadBodyException {
    book.expect(rows, BOOK, Set.of());
    int id = book.integer("id");
    String key = BettingProsBooks.key(id);
    if (key == null) {
      rows.ignore(BettingProsBooks.ignored(id));
    } else {
      rows.each(book.objects("lines"), line -> line(line, key, over));
    }
  }

  private void line(BodyNode line, String book, boolean over) throws BadBodyException {
    line.expect(rows, LINE, LINE_SOMETIMES);
    if (isOff(line)) {
      rows.ignore("line that is off");
      return;
    }
    Instant updated = line.has("updated") ? UtcText.read(line, "updated") : received;
    stated.put(line, new Stated(updated, line.flagOrNone("main")));
    pairs.add(new Offered(book, value(line)), over, new SidePairs.Offer(line, price(line)));
  }

  /** Hands on each line, with all that the books know filled in; what has no partner fails. */
  void complete(Consumer<RawPropLine.Builder> lines) {
    for (SidePairs.Complete<Offered> pair :
        pairs.complete(
            (code, line, message) ->
                rows.fail(code, line.path(), message, line.json().toString()))) {
      Stated over = Objects.requireNonNull(stated.get(pair.first().node()));
      Stated under = Objects.requireNonNull(stated.get(pair.second().node()));
      lines.accept(
          RawPropLine.builder()
              .setBookmaker(pair.about().book())
              .setLine(pair.about().line())
              .setOverOdds(pair.first().price())
              .setUnderOdds(pair.second().price())
              .setMain(over.main())
              .setSnapshotTime(
                  over.updated().isAfter(under.updated()) ? over.updated() : under.updated()));
    }
    for (int i = 0; i < pairs.copies(); i++) {
      rows.ignore("copy of an offer");
    }
  }

  private static boolean isOff(BodyNode line) throws BadBodyException {
    return Boolean.FALSE.equals(line.flagOrNone("active"))
        || Boolean.TRUE.equals(line.flagOrNone("is_off"))
        || line.has("replaced_by");
  }

  private static Line value(BodyNode line) throws BadBodyException {
    try {
      return Line.of(line.number("line"));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("at " + line.path() + "/line: " + e.getMessage());
    }
  }

  private static AmericanOdds price(BodyNode line) throws BadBodyException {
    return PriceFormat.AMERICAN
        .read(line.json().path("cost"))
        .orElseThrow(
            () -> new BadBodyException("at " + line.path() + "/cost: no price in American odds"));
  }
}
