package dev.tipoff.transforms.export;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.tipoff.transforms.model.Market;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The games of one player's season, and what they come to. */
final class PlayerSeason {
  private static final int LAST_GAMES = 5;
  private static final int LAST_LINED = 10;

  private final ImmutableList<LoggedGame> listed;
  private final ImmutableList<LoggedGame> played;

  /**
   * @param games in any order, at least one
   */
  PlayerSeason(Iterable<LoggedGame> games) {
    List<LoggedGame> sorted = new ArrayList<>(ImmutableList.copyOf(games));
    sorted.sort(Comparator.comparing(LoggedGame::getGameDate).thenComparing(LoggedGame::getGameId));
    this.listed = ImmutableList.copyOf(sorted);
    this.played = ImmutableList.copyOf(Iterables.filter(sorted, LoggedGame::getPlayed));
  }

  ListedPlayer player() {
    LoggedGame last = listed.get(listed.size() - 1);
    return ListedPlayer.builder()
        .setPlayer(last.getPlayer())
        .setPlayerName(last.getPlayerName())
        .setTeam(last.getTeam())
        .setGames(played.size())
        .setMinutes(mean(played, game -> Objects.requireNonNull(game.getMinutes())))
        .setPoints(mean(played, game -> stat(game, Market.POINTS)))
        .setRebounds(mean(played, game -> stat(game, Market.REBOUNDS)))
        .setAssists(mean(played, game -> stat(game, Market.ASSISTS)))
        .setLastGame(last.getGameDate())
        .build();
  }

  /** One for each market; none of a player who has not played. */
  List<Trend> trends() {
    return played.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.copyOf(Market.values()).stream().map(this::trend).toList();
  }

  private Trend trend(Market market) {
    LoggedGame last = listed.get(listed.size() - 1);
    List<LoggedGame> form = lastOf(played, LAST_GAMES);
    List<LoggedGame> lined =
        lastOf(played, LAST_LINED).stream().filter(game -> line(game, market) != null).toList();
    return Trend.builder()
        .setPlayer(last.getPlayer())
        .setPlayerName(last.getPlayerName())
        .setTeam(last.getTeam())
        .setMarket(market)
        .setGames(played.size())
        .setSeasonMean(Objects.requireNonNull(mean(played, game -> stat(game, market))))
        .setLastGames(form.size())
        .setLastMean(Objects.requireNonNull(mean(form, game -> stat(game, market))))
        .setLined(lined.size())
        .setOvers(count(lined, game -> margin(game, market) > 0))
        .setPushes(count(lined, game -> margin(game, market) == 0))
        .build();
  }

  private static double margin(LoggedGame game, Market market) {
    return stat(game, market) - Objects.requireNonNull(line(game, market));
  }

  private static List<LoggedGame> lastOf(List<LoggedGame> games, int count) {
    return games.subList(Math.max(0, games.size() - count), games.size());
  }

  private static @Nullable Double mean(List<LoggedGame> games, ToDoubleFunction<LoggedGame> of) {
    return games.isEmpty()
        ? null
        : Double.valueOf(games.stream().mapToDouble(of).sum() / games.size());
  }

  private static int count(List<LoggedGame> games, Function<LoggedGame, Boolean> which) {
    return Math.toIntExact(games.stream().filter(which::apply).count());
  }

  private static double stat(LoggedGame game, Market market) {
    return switch (market) {
      case POINTS -> Objects.requireNonNull(game.getPoints());
      case REBOUNDS -> Objects.requireNonNull(game.getRebounds());
      case ASSISTS -> Objects.requireNonNull(game.getAssists());
      case PRA ->
          stat(game, Market.POINTS) + stat(game, Market.REBOUNDS) + stat(game, Market.ASSISTS);
    };
  }

  private static @Nullable Double line(LoggedGame game, Market market) {
    return switch (market) {
      case POINTS -> game.getPointsLine();
      case REBOUNDS -> game.getReboundsLine();
      case ASSISTS -> game.getAssistsLine();
      case PRA -> game.getPraLine();
    };
  }
}
