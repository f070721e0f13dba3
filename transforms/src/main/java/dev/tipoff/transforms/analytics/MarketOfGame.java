package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.odds.GameLine;
import java.util.Collection;
import java.util.Comparator;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Spread and total of a game from one source: of those that offer both the first by name, else of
 * those that offer either.
 */
final class MarketOfGame {
  private static final Comparator<GameLine> BEST_FIRST =
      Comparator.<GameLine, Boolean>comparing(
              line -> line.getHomeSpread() == null || line.getTotal() == null)
          .thenComparing(GameLine::getSource)
          .thenComparing(GameLine::getEventId);

  private final ScheduledGame game;
  private final @Nullable GameLine line;

  /**
   * @param lines of any games
   */
  MarketOfGame(ScheduledGame game, Collection<GameLine> lines) {
    this.game = game;
    this.line =
        lines.stream()
            .filter(this::isOfGame)
            .filter(each -> each.getHomeSpread() != null || each.getTotal() != null)
            .min(BEST_FIRST)
            .orElse(null);
  }

  /** Who offers it; null if nobody does. */
  @Nullable String source() {
    return line == null ? null : line.getSource();
  }

  @Nullable Double total() {
    return line == null ? null : line.getTotal();
  }

  /** Points added to one side: the home team's as they are offered, the other's turned round. */
  @Nullable Double spread(boolean home) {
    Double spread = line == null ? null : line.getHomeSpread();
    // Zero minus, since minus a pick'em would be another zero.
    return spread == null || home ? spread : Double.valueOf(0 - spread);
  }

  /** Points that the market expects of one side; null without both. */
  @Nullable Double impliedPoints(boolean home) {
    Double total = total();
    Double spread = spread(home);
    return total == null || spread == null ? null : Double.valueOf((total - spread) / 2);
  }

  private boolean isOfGame(GameLine other) {
    return other.getGameDate().equals(game.getGameDate())
        && other.getHome() == game.getHome()
        && other.getAway() == game.getAway()
        && (other.getGameId().isEmpty() || other.getGameId().equals(game.getGameId()));
  }
}
