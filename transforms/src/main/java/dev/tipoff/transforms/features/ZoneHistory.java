package dev.tipoff.transforms.features;

import dev.tipoff.transforms.grouping.GatheredRows;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * All shots by zone, of all players: one side input for a slate or for a season. It answers no
 * question itself: {@link #before} cuts it at the slate that is being looked at.
 */
public final class ZoneHistory extends GatheredRows<ZoneShots> {
  private final Map<String, KnownZones> cut = new ConcurrentHashMap<>();
  private @Nullable Index index;

  /** Players' games, and the games of those who shot against a team. */
  record Index(Map<PlayerKey, ZoneGames> players, Map<TeamCode, ZoneGames> allowed) {}

  @Override
  protected void changed() {
    index = null;
    cut.clear();
  }

  /**
   * What was known of a season before a slate.
   *
   * @param season the slate's season, {@code "2023-24"} for instance
   */
  public KnownZones before(GameDay slate, String season) {
    return cut.computeIfAbsent(slate + " " + season, key -> new KnownZones(index(), slate, season));
  }

  private synchronized Index index() {
    if (index == null) {
      index = build(rows());
    }
    return index;
  }

  private static Index build(List<ZoneShots> rows) {
    Map<PlayerKey, List<ZoneGame>> byPlayer = new HashMap<>();
    Map<TeamCode, Map<String, List<ZoneShots>>> against = new HashMap<>();
    for (ZoneShots row : rows) {
      byPlayer
          .computeIfAbsent(row.getPlayer(), key -> new ArrayList<>())
          .add(new ZoneGame(List.of(row)));
      against
          .computeIfAbsent(row.getOpponent(), key -> new HashMap<>())
          .computeIfAbsent(row.getGameId(), key -> new ArrayList<>())
          .add(row);
    }
    Map<PlayerKey, ZoneGames> players = new HashMap<>();
    byPlayer.forEach((player, games) -> players.put(player, ZoneGames.of(games)));
    Map<TeamCode, ZoneGames> allowed = new HashMap<>();
    against.forEach(
        (team, games) ->
            allowed.put(team, ZoneGames.of(games.values().stream().map(ZoneGame::new).toList())));
    return new Index(players, allowed);
  }
}
