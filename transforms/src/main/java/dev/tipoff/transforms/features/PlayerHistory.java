package dev.tipoff.transforms.features;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A player's games in the order they were played; {@link #before} is the way to look back. */
public final class PlayerHistory extends GameSequence<PlayerGame, PlayerHistory> {
  /** The figures of all games by statistic; absent where each is read from its game. */
  private final double @Nullable [][] columns;

  private PlayerHistory(PlayerGame[] games, double @Nullable [][] columns) {
    super(games);
    this.columns = columns;
  }

  private PlayerHistory(PlayerHistory other, int from, int to) {
    super(other, from, to);
    this.columns = other.columns;
  }

  /**
   * The history of one player's games, in any order.
   *
   * @throws IllegalArgumentException if they are not of one player, or one game is there twice
   */
  public static PlayerHistory of(Collection<PlayerGame> games) {
    PlayerGame[] sorted =
        sorted(
            games.toArray(PlayerGame[]::new),
            Comparator.comparing(PlayerGame::getGameDate),
            PlayerGame::getGameId);
    for (PlayerGame game : sorted) {
      Preconditions.checkArgument(
          game.getPlayer().equals(sorted[0].getPlayer()),
          "a history of both player %s and player %s",
          sorted[0].getPlayer(),
          game.getPlayer());
    }
    double[][] columns =
        Arrays.stream(Stat.values())
            .map(stat -> Arrays.stream(sorted).mapToDouble(stat::of).toArray())
            .toArray(double[][]::new);
    return new PlayerHistory(sorted, columns);
  }

  @Override
  PlayerHistory slice(int from, int to) {
    return new PlayerHistory(this, from, to);
  }

  @Override
  PlayerHistory chosen(PlayerGame[] games) {
    return new PlayerHistory(games, null);
  }

  /** A figure of each game, the earliest first. */
  Figures figures(Stat stat) {
    return columns == null ? figures(stat::of) : part(columns[stat.ordinal()]);
  }

  @Override
  GameDay day(PlayerGame game) {
    return game.getGameDate();
  }

  @Override
  String season(PlayerGame game) {
    return game.getSeason();
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
