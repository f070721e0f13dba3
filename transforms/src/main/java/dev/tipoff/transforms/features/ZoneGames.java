package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Games with a play-by-play in the order they were played: a player's, or what a team allowed.
 * Shares and percentages are in percent, and NaN where there are too few shots.
 */
public final class ZoneGames extends GameSequence<ZoneGame, ZoneGames> {
  static final ZoneGames NONE = of(List.of());

  /** Fewer attempts have no shares. */
  private static final double MIN_SHOTS = 10;

  private ZoneGames(ZoneGame[] games) {
    super(games);
  }

  private ZoneGames(ZoneGames other, int from, int to) {
    super(other, from, to);
  }

  /**
   * The games, given in any order.
   *
   * @throws IllegalArgumentException if one is there twice
   */
  static ZoneGames of(Collection<ZoneGame> games) {
    ZoneGame[] sorted =
        sorted(
            games.toArray(ZoneGame[]::new), Comparator.comparing(ZoneGame::day), ZoneGame::gameId);
    return new ZoneGames(sorted);
  }

  @Override
  ZoneGames slice(int from, int to) {
    return new ZoneGames(this, from, to);
  }

  @Override
  ZoneGames chosen(ZoneGame[] games) {
    return new ZoneGames(games);
  }

  @Override
  GameDay day(ZoneGame game) {
    return game.day();
  }

  @Override
  String season(ZoneGame game) {
    return game.season();
  }

  /** Attempts from all zones. */
  public double attempts() {
    double attempts = 0;
    for (Zone zone : Zone.values()) {
      attempts += attempts(zone);
    }
    return attempts;
  }

  public double attempts(Zone zone) {
    return sum(game -> game.attempts(zone));
  }

  public double makes(Zone zone) {
    return sum(game -> game.makes(zone));
  }

  /** Makes in 100 attempts; NaN without an attempt. */
  public double percentage(Zone zone) {
    return 100 * makes(zone) / attempts(zone);
  }

  /** Attempts from the zone in 100 attempts; NaN with fewer than ten. */
  public double share(Zone zone) {
    double attempts = attempts();
    return attempts < MIN_SHOTS ? Double.NaN : 100 * attempts(zone) / attempts;
  }

  /** Makes off a pass in 100 makes; NaN with fewer than ten. */
  public double assistedShare() {
    double makes = sum(ZoneGame::makes);
    return makes < MIN_SHOTS ? Double.NaN : 100 * sum(ZoneGame::assistedMakes) / makes;
  }

  /**
   * Where most attempts are from, of equals the nearer to the basket; empty with fewer than ten.
   */
  public Optional<Zone> primary() {
    Zone primary = Zone.PAINT;
    for (Zone zone : Zone.values()) {
      primary = attempts(zone) > attempts(primary) ? zone : primary;
    }
    return attempts() < MIN_SHOTS ? Optional.empty() : Optional.of(primary);
  }
}
