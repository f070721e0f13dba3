package dev.tipoff.transforms.feed;

import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The box scores of one slate's final games. Of each game those who played are from the most
 * trusted source that has them, and so are those who did not play, of another source if need be.
 * Somebody whom nobody with the NBA's ids knows goes by the id of the source, if it {@linkplain
 * Trust#standsIn stands in}.
 */
final class SlateBoxScores {
  private final SlateSchedule schedule;
  private final PlayerRegistry players;
  private final Map<String, PlayerGame> played = new LinkedHashMap<>();
  private final Map<String, PlayerDnp> absent = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  SlateBoxScores(
      GameDay day, SlateSchedule schedule, PlayerRegistry players, Iterable<FeedPlayerGame> told) {
    this.schedule = schedule;
    this.players = players;
    Map<String, Map<String, List<FeedPlayerGame>>> bySource = new TreeMap<>();
    for (FeedPlayerGame line : told) {
      ScheduledGame game = schedule.of(line.getTeam());
      if (line.getGameDate().equals(day) && line.getGameStatus() == GameStatus.FINAL) {
        if (game == null) {
          failures.add(failure(line, FailureCode.UNMATCHED_GAME, "no scheduled game has the team"));
        } else {
          bySource
              .computeIfAbsent(game.getGameId(), each -> new TreeMap<>(Trust.FIRST))
              .computeIfAbsent(line.getSource(), each -> new ArrayList<>())
              .add(line);
        }
      }
    }
    bySource.values().forEach(this::settle);
  }

  List<PlayerGame> played() {
    return List.copyOf(played.values());
  }

  List<PlayerDnp> absent() {
    return List.copyOf(absent.values());
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  private void settle(Map<String, List<FeedPlayerGame>> bySource) {
    first(bySource, true).forEach(line -> resolve(line).ifPresent(player -> play(line, player)));
    first(bySource, false).forEach(line -> resolve(line).ifPresent(player -> miss(line, player)));
  }

  /** The lines of those who played, or did not, of the most trusted source that has any. */
  private static List<FeedPlayerGame> first(
      Map<String, List<FeedPlayerGame>> bySource, boolean played) {
    return bySource.values().stream()
        .map(
            lines ->
                lines.stream()
                    .filter(line -> (line.getAppearance() == Appearance.PLAYED) == played)
                    .toList())
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private Optional<PlayerKey> resolve(FeedPlayerGame line) {
    if (Trust.namesLeagueIds(line.getSource()) && !line.getPlayerId().isEmpty()) {
      return Optional.of(PlayerKey.of(line.getPlayerId()));
    }
    PlayerMatch match = lookup(line);
    if (match instanceof Resolved resolved) {
      return Optional.of(resolved.player());
    }
    if (Trust.standsIn(line.getSource())
        && match instanceof Unresolved
        && !line.getPlayerId().isEmpty()) {
      return Optional.of(PlayerKey.standIn(line.getPlayerId()));
    }
    if (match instanceof Ambiguous ambiguous) {
      failures.add(
          failure(
              line,
              FailureCode.AMBIGUOUS_PLAYER,
              "the name of several: " + ambiguous.candidates()));
    } else if (match instanceof Unresolved unresolved) {
      failures.add(
          failure(
              line,
              FailureCode.UNRESOLVED_PLAYER,
              "nobody is known by the name; like it: " + unresolved.suggestions()));
    }
    return Optional.empty();
  }

  /** A box score is no forecast: whoever is known by its night, or else later in the season. */
  private PlayerMatch lookup(FeedPlayerGame line) {
    GameDay after = line.getGameDate().plusDays(1);
    ImmutableSet<TeamCode> team = ImmutableSet.of(line.getTeam());
    PlayerMatch match = players.lookup(line.getPlayerName(), after, team);
    return match instanceof Unresolved
        ? players.lookup(line.getPlayerName(), Season.of(after).lastDay(), team)
        : match;
  }

  private void play(FeedPlayerGame line, PlayerKey player) {
    if (lacksFigures(line)) {
      failures.add(
          failure(line, FailureCode.BAD_ENTRY, "somebody who played, without all his figures"));
      return;
    }
    ScheduledGame game = game(line);
    PlayerGame row =
        PlayerGame.builder()
            .setSeason(game.getSeason())
            .setSeasonType(game.getSeasonType())
            .setGameId(game.getGameId())
            .setGameDate(game.getGameDate())
            .setPlayerName(line.getPlayerName())
            .setPlayer(player)
            .setTeam(line.getTeam())
            .setOpponent(other(game, line.getTeam()))
            .setHome(game.getHome() == line.getTeam())
            .setStarter(line.getStarter())
            .setMinutes(Objects.requireNonNull(line.getMinutes()))
            .setPoints(Objects.requireNonNull(line.getPoints()))
            .setRebounds(Objects.requireNonNull(line.getRebounds()))
            .setAssists(Objects.requireNonNull(line.getAssists()))
            .setSteals(Objects.requireNonNull(line.getSteals()))
            .setBlocks(Objects.requireNonNull(line.getBlocks()))
            .setTurnovers(Objects.requireNonNull(line.getTurnovers()))
            .setFieldGoalsMade(Objects.requireNonNull(line.getFieldGoalsMade()))
            .setFieldGoalsAttempted(Objects.requireNonNull(line.getFieldGoalsAttempted()))
            .setThreesMade(Objects.requireNonNull(line.getThreesMade()))
            .setThreesAttempted(Objects.requireNonNull(line.getThreesAttempted()))
            .setFreeThrowsMade(Objects.requireNonNull(line.getFreeThrowsMade()))
            .setFreeThrowsAttempted(Objects.requireNonNull(line.getFreeThrowsAttempted()))
            .setPlusMinus(line.getPlusMinus())
            .build();
    twice(line, played.put(game.getGameId() + "|" + player, row));
  }

  private void miss(FeedPlayerGame line, PlayerKey player) {
    ScheduledGame game = game(line);
    String key = game.getGameId() + "|" + player;
    if (played.containsKey(key)) {
      return;
    }
    PlayerDnp row =
        PlayerDnp.builder()
            .setSeason(game.getSeason())
            .setSeasonType(game.getSeasonType())
            .setGameId(game.getGameId())
            .setGameDate(game.getGameDate())
            .setPlayerName(line.getPlayerName())
            .setPlayer(player)
            .setTeam(line.getTeam())
            .setOpponent(other(game, line.getTeam()))
            .setHome(game.getHome() == line.getTeam())
            .setComment(Objects.requireNonNullElse(line.getReason(), ""))
            .build();
    twice(line, absent.put(key, row));
  }

  private void twice(FeedPlayerGame line, @Nullable Object before) {
    if (before != null) {
      failures.add(
          failure(line, FailureCode.CONFLICTING_ROWS, "two lines of one player: " + before));
    }
  }

  private static boolean lacksFigures(FeedPlayerGame line) {
    return Arrays.<@Nullable Object>asList(
            line.getMinutes(),
            line.getPoints(),
            line.getRebounds(),
            line.getAssists(),
            line.getSteals(),
            line.getBlocks(),
            line.getTurnovers(),
            line.getFieldGoalsMade(),
            line.getFieldGoalsAttempted(),
            line.getThreesMade(),
            line.getThreesAttempted(),
            line.getFreeThrowsMade(),
            line.getFreeThrowsAttempted())
        .contains(null);
  }

  private ScheduledGame game(FeedPlayerGame line) {
    return Objects.requireNonNull(schedule.of(line.getTeam()));
  }

  private static TeamCode other(ScheduledGame game, TeamCode team) {
    return game.getHome() == team ? game.getAway() : game.getHome();
  }

  private static Failure failure(FeedPlayerGame line, FailureCode code, String message) {
    return Failure.of(
        SlateSchedule.STEP,
        code,
        String.join(
            "|",
            line.getSource(),
            line.getGameDate().toString(),
            line.getTeam().name(),
            line.getPlayerName()),
        message,
        line.toString(),
        line.getGameDate());
  }
}
