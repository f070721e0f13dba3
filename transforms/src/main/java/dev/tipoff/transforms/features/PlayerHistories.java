package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The histories of all players: one side input for a slate or for six seasons, since each look-up
 * cuts the player's own games at the slate it is for.
 */
public final class PlayerHistories {
  private final Map<PlayerKey, List<PlayerGame>> games = new HashMap<>();
  private final Map<PlayerKey, PlayerHistory> sorted = new HashMap<>();

  void add(PlayerGame game) {
    games.computeIfAbsent(game.getPlayer(), player -> new ArrayList<>()).add(game);
    sorted.remove(game.getPlayer());
  }

  void addAll(PlayerHistories other) {
    other.rows().forEach(this::add);
  }

  List<PlayerGame> rows() {
    return games.values().stream().flatMap(List::stream).toList();
  }

  /** How many players have played. */
  public int players() {
    return games.size();
  }

  /**
   * The games of one season that the player played on slates before this one; empty for a player
   * who played none.
   */
  public synchronized PlayerHistory before(PlayerKey player, String season, GameDay slate) {
    return sorted
        .computeIfAbsent(player, key -> PlayerHistory.of(games.getOrDefault(key, List.of())))
        .before(slate)
        .season(season);
  }
}
