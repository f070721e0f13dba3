package dev.tipoff.transforms.features;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A player's games in the order they were played: the only way to look back. {@link #before} hands
 * out the games of earlier slates, its own excluded, so that no look-back can see the game that is
 * being predicted, another game of that day, or a later one.
 */
public final class PlayerHistory {
  private static final Comparator<PlayerGame> BY_TIP =
      Comparator.comparing(PlayerGame::getGameDate).thenComparing(PlayerGame::getGameId);

  private final PlayerGame[] games;
  private final int from;
  private final int to;

  private PlayerHistory(PlayerGame[] games, int from, int to) {
    this.games = games;
    this.from = from;
    this.to = to;
  }

  /**
   * The history of one player's games, in any order.
   *
   * @throws IllegalArgumentException if they are not of one player, or one game is there twice
   */
  public static PlayerHistory of(Collection<PlayerGame> games) {
    PlayerGame[] sorted = games.toArray(PlayerGame[]::new);
    Arrays.sort(sorted, BY_TIP);
    Set<String> ids = new HashSet<>();
    for (PlayerGame game : sorted) {
      Preconditions.checkArgument(
          game.getPlayer().equals(sorted[0].getPlayer()),
          "a history of both player %s and player %s",
          sorted[0].getPlayer(),
          game.getPlayer());
      Preconditions.checkArgument(
          ids.add(game.getGameId()),
          "player %s has game %s twice",
          game.getPlayer(),
          game.getGameId());
    }
    return new PlayerHistory(sorted, 0, sorted.length);
  }

  /** The games of slates before this one. */
  public PlayerHistory before(GameDay slate) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (games[middle].getGameDate().isBefore(slate)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new PlayerHistory(games, from, low);
  }

  /** The games from this slate on, the slate included. */
  public PlayerHistory since(GameDay slate) {
    return new PlayerHistory(games, before(slate).to, to);
  }

  /** The games of a season, {@code "2023-24"} for instance. */
  public PlayerHistory season(String label) {
    int first = from;
    while (first < to && games[first].getSeason().compareTo(label) < 0) {
      first++;
    }
    int end = first;
    while (end < to && games[end].getSeason().equals(label)) {
      end++;
    }
    return new PlayerHistory(games, first, end);
  }

  /** The latest games, or all where there are fewer. */
  public PlayerHistory last(int count) {
    return new PlayerHistory(games, Math.max(from, to - count), to);
  }

  public int size() {
    return to - from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /**
   * The latest game.
   *
   * @throws IllegalStateException if there is none
   */
  public PlayerGame latest() {
    Preconditions.checkState(!isEmpty(), "an empty history has no latest game");
    return games[to - 1];
  }

  /** The games, the earliest first. */
  public List<PlayerGame> games() {
    return List.of(games).subList(from, to);
  }

  /** Arithmetic mean; NaN without games. */
  public double mean(ToDoubleFunction<PlayerGame> stat) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += stat.applyAsDouble(games[i]);
    }
    return sum / size();
  }

  /** Mean in which the k-th latest game weighs {@code decay^(k-1)}; NaN without games. */
  public double exponentialMean(ToDoubleFunction<PlayerGame> stat, double decay) {
    double sum = 0;
    double weights = 0;
    for (int i = from; i < to; i++) {
      sum = sum * decay + stat.applyAsDouble(games[i]);
      weights = weights * decay + 1;
    }
    return sum / weights;
  }

  /** Sample standard deviation; NaN with fewer than two games. */
  public double standardDeviation(ToDoubleFunction<PlayerGame> stat) {
    if (size() < 2) {
      return Double.NaN;
    }
    double mean = mean(stat);
    double squares = 0;
    for (int i = from; i < to; i++) {
      double difference = stat.applyAsDouble(games[i]) - mean;
      squares += difference * difference;
    }
    return Math.sqrt(squares / (size() - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlayerHistory that && games().equals(that.games());
  }

  @Override
  public int hashCode() {
    return games().hashCode();
  }

  @Override
  public String toString() {
    return "PlayerHistory{" + size() + " games}";
  }
}
