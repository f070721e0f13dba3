package dev.tipoff.pipelines.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file points_lines.csv.gz: what each book offered last before the tip. */
final class LineTable implements Closeable {
  private static final String HEADER =
      "date,player,player_id,home,away,bookmaker,line,over_odds,under_odds,is_main,snapshot_time,"
          + "commence_time,event_id,source";
  private static final Duration BEFORE_TIP = Duration.ofMinutes(90);

  private final Season season;
  private final GzippedTable table;

  private LineTable(Season season, GzippedTable table) {
    this.season = season;
    this.table = table;
  }

  static LineTable create(Path dir, Season season) throws IOException {
    return new LineTable(season, GzippedTable.create(dir.resolve("points_lines.csv.gz"), HEADER));
  }

  void add(ScheduledGame game) throws IOException {
    OddsBoard board = new OddsBoard(season, game, MarketView.Moment.BEFORE_TIP);
    for (Bookmaker book : Bookmaker.values()) {
      Set<Long> seen = new HashSet<>();
      for (List<Quote> sides : offers(board.quotes(book, PropMarket.PLAYER_POINTS))) {
        Quote over = sides.get(0);
        add(game, book, over, sides.get(1), seen.add(over.player().id()));
      }
    }
  }

  /** Those with both sides, the book's own line of a player before its alternates. */
  private static List<List<Quote>> offers(List<Quote> quotes) {
    Map<String, List<Quote>> byLine = new LinkedHashMap<>();
    for (Quote quote : quotes) {
      byLine
          .computeIfAbsent(quote.player().id() + " " + quote.line(), key -> new ArrayList<>())
          .add(quote);
    }
    return byLine.values().stream().filter(sides -> sides.size() == 2).toList();
  }

  private void add(ScheduledGame game, Bookmaker book, Quote over, Quote under, boolean main)
      throws IOException {
    Instant snapshot = game.tip().minus(BEFORE_TIP);
    table.row(
        game.date(),
        over.player().name(),
        over.player().id(),
        game.home(),
        game.away(),
        book.key(),
        over.line(),
        over.price(),
        under.price(),
        main ? 1 : 0,
        snapshot,
        game.tip(),
        game.eventId(),
        "sim");
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
