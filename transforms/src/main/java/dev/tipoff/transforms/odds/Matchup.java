package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.roster.PlayerMatch;
import dev.tipoff.transforms.roster.PlayerMatch.Ambiguous;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerMatch.Unresolved;
import dev.tipoff.transforms.roster.PlayerRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.time.Instant;

/**
 * Everything known of two teams' meeting on one day, and what becomes of its raw lines: each is a
 * {@link PropLine}, part of a failure, or a copy of another.
 */
final class Matchup {
  private final List<ScheduledGame> games;
  private final List<GameLine> gameLines;
  private final LinedNames names;
  private final List<Failure> failures = new ArrayList<>();
  private final Observations observations = new Observations();
  private final List<GameTip> tips = new ArrayList<>();

  Matchup(Collection<ScheduledGame> games, Collection<GameLine> gameLines, PlayerRegistry players) {
    this(games, gameLines, new LinedNames(players));
  }

  /**
   * @param names what is known of the names of this meeting already
   */
  Matchup(Collection<ScheduledGame> games, Collection<GameLine> gameLines, LinedNames names) {
    this.games =
        List.copyOf(
            games.stream()
                .collect(
                    Collectors.toMap(
                        ScheduledGame::getGameId,
                        Function.identity(),
                        (game, same) -> game,
                        TreeMap::new))
                .values());
    this.gameLines = List.copyOf(gameLines);
    this.names = names;
  }

  /** Resolves the lines of this meeting, all of them at once. */
  void resolve(Collection<RawPropLine> lines) {
    Map<String, List<RawPropLine>> byGame = new TreeMap<>();
    for (RawPropLine line : lines) {
      gameOf(line)
          .ifPresent(
              game -> byGame.computeIfAbsent(game.getGameId(), id -> new ArrayList<>()).add(line));
    }
    for (ScheduledGame game : games) {
      List<RawPropLine> ofGame = byGame.getOrDefault(game.getGameId(), List.of());
      Optional<Instant> tip = TipTime.of(game, ofGame, gameLines, games.size() == 1);
      tip.map(time -> GameTip.create(game.getGameDate(), game.getGameId(), time))
          .ifPresent(tips::add);
      for (RawPropLine line : ofGame) {
        playerOf(line).ifPresent(player -> observe(line, game, player, tip));
      }
    }
    observations.conflicts().forEach(failures::add);
  }

  /** The lines that resolved, one for each distinct observation. */
  List<PropLine> propLines() {
    return observations.propLines();
  }

  /** When those of the games tip off whose tip is known. */
  List<GameTip> tips() {
    return List.copyOf(tips);
  }

  /** Whom the lines of known games name on the day. */
  List<LinedName> names(GameDay day) {
    return names.all(day);
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** How many resolved lines said what another already had. */
  int copies() {
    return observations.copies();
  }

  private Optional<ScheduledGame> gameOf(RawPropLine line) {
    if (games.size() == 1) {
      return Optional.of(games.get(0));
    }
    if (games.isEmpty()) {
      fail(
          line,
          FailureCode.UNMATCHED_GAME,
          String.format(
              "the schedule has no game of %s at %s on %s",
              line.getAway(), line.getHome(), line.getGameDate()));
      return Optional.empty();
    }
    Optional<ScheduledGame> named =
        games.stream().filter(game -> game.getGameId().equals(line.getEventId())).findFirst();
    if (named.isEmpty()) {
      fail(
          line,
          FailureCode.AMBIGUOUS_GAME,
          String.format(
              "%s plays at %s more than once on %s: %s",
              line.getAway(),
              line.getHome(),
              line.getGameDate(),
              games.stream().map(ScheduledGame::getGameId).collect(Collectors.joining(", "))));
    }
    return named;
  }

  private Optional<Resolved> playerOf(RawPropLine line) {
    String name = line.getPlayerName();
    PlayerMatch match = names.match(line);
    if (match instanceof Resolved resolved) {
      return Optional.of(resolved);
    }
    if (match instanceof Ambiguous ambiguous) {
      fail(
          line,
          FailureCode.AMBIGUOUS_PLAYER,
          "'" + name + "' is the name of several players: " + ambiguous.candidates());
    } else if (match instanceof Unresolved unresolved) {
      String hint =
          unresolved.suggestions().isEmpty()
              ? "nor anybody of that last name"
              : "did the feed mean " + String.join(" or ", unresolved.suggestions()) + "?";
      fail(
          line,
          FailureCode.UNRESOLVED_PLAYER,
          "no box score or roster knows '" + name + "'; " + hint);
    }
    return Optional.empty();
  }

  private void observe(
      RawPropLine line, ScheduledGame game, Resolved player, Optional<Instant> tip) {
    if (tip.isEmpty()) {
      fail(line, FailureCode.UNKNOWN_TIP, "no feed states when game " + game.getGameId() + " tips");
    } else if (!line.getSnapshotTime().isBefore(tip.get())) {
      fail(
          line,
          FailureCode.LATE_LINE,
          "taken at " + line.getSnapshotTime() + ", when the game had tipped at " + tip.get());
    } else {
      observations.add(line, propLine(line, game, player, tip.get()));
    }
  }

  private static PropLine propLine(
      RawPropLine line, ScheduledGame game, Resolved player, Instant tip) {
    return PropLine.builder()
        .setSource(line.getSource())
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setTipTime(tip)
        .setPlayer(player.player())
        .setPlayerName(player.canonicalName())
        .setMarket(line.getMarket())
        .setBookmaker(line.getBookmaker())
        .setLine(line.getLine())
        .setOverOdds(line.getOverOdds())
        .setUnderOdds(line.getUnderOdds())
        .setMain(line.getMain())
        .setSnapshotTime(line.getSnapshotTime())
        .build();
  }

  private void fail(RawPropLine line, FailureCode code, String message) {
    failures.add(ResolveLines.failure(line, code, message));
  }
}
