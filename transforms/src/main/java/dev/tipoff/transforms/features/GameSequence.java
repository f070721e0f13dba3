package dev.tipoff.transforms.features;

import com.google.common.base.Preconditions;
import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.GameDay;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Games in the order they were played, of a player or a team: the only way to look back. {@link
 * #before} hands out the games of earlier slates, its own excluded, so that no look-back can see
 * the game that is being predicted, another game of that day, or a later one.
 *
 * @param <G> a game
 * @param <S> the sequence itself
 */
public abstract class GameSequence<G, S extends GameSequence<G, S>> {
  private final G[] games;
  private final int from;
  private final int to;

  /** All of these games, which are in order. */
  GameSequence(G[] games) {
    this.games = games;
    this.from = 0;
    this.to = games.length;
  }

  /** A run of another sequence's games; the places are those of all its games. */
  GameSequence(GameSequence<G, S> other, int from, int to) {
    this.games = other.games;
    this.from = from;
    this.to = to;
  }

  /** A run of this sequence's games; the places are those of all games it is a run of. */
  abstract S slice(int from, int to);

  /** Some of this sequence's games, in order. */
  abstract S chosen(G[] games);

  abstract GameDay day(G game);

  abstract String season(G game);

  /**
   * Sorts the games by day and id.
   *
   * @throws IllegalArgumentException if a game is there twice
   */
  static <G> G[] sorted(G[] games, Comparator<G> byDay, Function<G, String> gameId) {
    Arrays.sort(games, byDay.thenComparing(gameId));
    Set<String> ids = new HashSet<>();
    for (G game : games) {
      Preconditions.checkArgument(
          ids.add(gameId.apply(game)), "game %s twice: %s", gameId.apply(game), game);
    }
    return games;
  }

  /** The games of slates before this one. */
  public S before(GameDay slate) {
    return slice(from, firstFrom(slate));
  }

  /** The games from this slate on, the slate included. */
  public S since(GameDay slate) {
    return slice(firstFrom(slate), to);
  }

  private int firstFrom(GameDay slate) {
    return first(game -> !day(game).isBefore(slate));
  }

  /** The games of a season, {@code "2023-24"} for instance. */
  public S season(String label) {
    return slice(
        first(game -> season(game).compareTo(label) >= 0),
        first(game -> season(game).compareTo(label) > 0));
  }

  /** The games of a season and later ones. */
  public S sinceSeason(String label) {
    return slice(first(game -> season(game).compareTo(label) >= 0), to);
  }

  /** The place of the first game that is late enough, where all after it are. */
  private int first(Predicate<G> lateEnough) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lateEnough.test(games[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The latest games, or all where there are fewer. */
  public S last(int count) {
    return slice(Math.max(from, to - count), to);
  }

  /** All but the latest games. */
  public S butLast(int count) {
    return slice(from, Math.max(from, to - count));
  }

  /** The games of which something holds. */
  public S where(Predicate<G> condition) {
    G[] kept = Arrays.copyOfRange(games, from, to);
    int count = 0;
    for (G game : kept) {
      if (condition.test(game)) {
        kept[count++] = game;
      }
    }
    return chosen(Arrays.copyOf(kept, count));
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
  public G latest() {
    Preconditions.checkState(!isEmpty(), "an empty history has no latest game");
    return games[to - 1];
  }

  /**
   * The day of the latest game.
   *
   * @throws IllegalStateException if there is none
   */
  public GameDay latestDay() {
    return day(latest());
  }

  /** The games, the latest first. */
  public List<G> latestFirst() {
    return Lists.reverse(games());
  }

  /** The games, the earliest first. */
  public List<G> games() {
    return Collections.unmodifiableList(Arrays.asList(games).subList(from, to));
  }

  public double sum(ToDoubleFunction<G> stat) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += stat.applyAsDouble(games[i]);
    }
    return sum;
  }

  /** Arithmetic mean; NaN without games. */
  public double mean(ToDoubleFunction<G> stat) {
    return sum(stat) / size();
  }

  /** Sum in which the k-th latest game weighs {@code decay^(k-1)}. */
  public double decayedSum(ToDoubleFunction<G> stat, double decay) {
    return figures(stat).decayedSum(decay);
  }

  /** Mean in which the k-th latest game weighs {@code decay^(k-1)}; NaN without games. */
  public double exponentialMean(ToDoubleFunction<G> stat, double decay) {
    return figures(stat).exponentialMean(decay);
  }

  /** A figure of each game, the earliest first. */
  final Figures figures(ToDoubleFunction<G> stat) {
    double[] values = new double[size()];
    for (int i = from; i < to; i++) {
      values[i - from] = stat.applyAsDouble(games[i]);
    }
    return new Figures(values, 0, values.length);
  }

  /** What this sequence's games have in a column of all games. */
  final Figures part(double[] column) {
    return new Figures(column, from, to);
  }
}
