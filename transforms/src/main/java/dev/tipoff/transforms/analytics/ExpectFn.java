package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.PropLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One player's contexts: see {@link ExpectPlayers}. */
final class ExpectFn extends DoFn<KV<String, CoGbkResult>, GameContext> {
  private static final long serialVersionUID = 1L;

  /** So that what is said of a game's lines does not hang on their order. */
  private static final Comparator<PropLine> BY_OFFER =
      Comparator.comparing(PropLine::getMarket)
          .thenComparing(PropLine::getBookmaker)
          .thenComparing(PropLine::getLine)
          .thenComparing(PropLine::getSource)
          .thenComparing(PropLine::getSnapshotTime);

  private final SlateRange slates;
  private final boolean played;
  private final TupleTag<PlayerGame> gamesTag;
  private final TupleTag<PlayerDnp> dnpsTag;
  private final TupleTag<PropLine> linesTag;
  private final TupleTag<Failure> failuresTag;
  private final PCollectionView<List<ScheduledGame>> scheduleView;
  private transient @Nullable Map<GameDay, List<ScheduledGame>> schedule;

  /** A game that the player was listed for. */
  private record Appearance(
      GameDay day, String gameId, String season, TeamCode team, String playerName) {}

  ExpectFn(
      SlateRange slates,
      boolean played,
      TupleTag<PlayerGame> gamesTag,
      TupleTag<PlayerDnp> dnpsTag,
      TupleTag<PropLine> linesTag,
      TupleTag<Failure> failuresTag,
      PCollectionView<List<ScheduledGame>> scheduleView) {
    this.slates = slates;
    this.played = played;
    this.gamesTag = gamesTag;
    this.dnpsTag = dnpsTag;
    this.linesTag = linesTag;
    this.failuresTag = failuresTag;
    this.scheduleView = scheduleView;
  }

  @StartBundle
  public void startBundle() {
    schedule = null;
  }

  @ProcessElement
  public void expect(@Element KV<String, CoGbkResult> element, ProcessContext process) {
    if (schedule == null) {
      schedule = new HashMap<>();
      for (ScheduledGame game : process.sideInput(scheduleView)) {
        schedule.computeIfAbsent(game.getGameDate(), day -> new ArrayList<>()).add(game);
      }
    }
    CoGbkResult player = element.getValue();
    Map<PlayerGameKey, GameContext> contexts = new HashMap<>();
    List<Appearance> appearances = appearances(player);
    if (played) {
      for (PlayerGame game : player.getAll(gamesTag)) {
        if (slates.contains(game.getGameDate())) {
          put(contexts, context(game));
        }
      }
    } else {
      putRoster(contexts, PlayerKey.of(element.getKey()), appearances);
    }
    for (PropLine line : firstOfEachGame(player)) {
      if (!contexts.containsKey(PlayerGameKey.of(line.getGameId(), line.getPlayer()))) {
        Optional<GameContext> context = lined(line, appearances);
        if (context.isPresent()) {
          put(contexts, context.get());
        } else {
          process.output(failuresTag, unknownTeam(line));
        }
      }
    }
    contexts.values().forEach(process::output);
  }

  private List<Appearance> appearances(CoGbkResult player) {
    List<Appearance> found = new ArrayList<>();
    for (PlayerGame game : player.getAll(gamesTag)) {
      found.add(
          new Appearance(
              game.getGameDate(),
              game.getGameId(),
              game.getSeason(),
              game.getTeam(),
              game.getPlayerName()));
    }
    for (PlayerDnp dnp : player.getAll(dnpsTag)) {
      found.add(
          new Appearance(
              dnp.getGameDate(),
              dnp.getGameId(),
              dnp.getSeason(),
              dnp.getTeam(),
              dnp.getPlayerName()));
    }
    found.sort(Comparator.comparing(Appearance::day).thenComparing(Appearance::gameId));
    return found;
  }

  private void putRoster(
      Map<PlayerGameKey, GameContext> contexts, PlayerKey player, List<Appearance> appearances) {
    for (GameDay day : slates.days()) {
      for (ScheduledGame game : gamesOf(day)) {
        lastBefore(appearances, game)
            .filter(last -> game.involves(last.team()))
            .ifPresent(last -> put(contexts, context(game, player, last)));
      }
    }
  }

  private Optional<GameContext> lined(PropLine line, List<Appearance> appearances) {
    return gamesOf(line.getGameDate()).stream()
        .filter(game -> game.getGameId().equals(line.getGameId()))
        .findFirst()
        .flatMap(
            game ->
                lastBefore(appearances, game)
                    .filter(last -> game.involves(last.team()))
                    .map(last -> context(game, line.getPlayer(), last)));
  }

  private Iterable<PropLine> firstOfEachGame(CoGbkResult player) {
    Map<String, PropLine> byGame = new TreeMap<>();
    for (PropLine line : player.getAll(linesTag)) {
      if (slates.contains(line.getGameDate())) {
        byGame.merge(
            line.getGameId(),
            line,
            (kept, other) -> BY_OFFER.compare(kept, other) <= 0 ? kept : other);
      }
    }
    return byGame.values();
  }

  private List<ScheduledGame> gamesOf(GameDay day) {
    return schedule == null ? List.of() : schedule.getOrDefault(day, List.of());
  }

  /** Only this season's, so that the answer does not hang on how far back rows were read. */
  private static Optional<Appearance> lastBefore(List<Appearance> appearances, ScheduledGame game) {
    Appearance last = null;
    for (Appearance appearance : appearances) {
      if (appearance.day().isBefore(game.getGameDate())
          && appearance.season().equals(game.getSeason())) {
        last = appearance;
      }
    }
    return Optional.ofNullable(last);
  }

  private static void put(Map<PlayerGameKey, GameContext> contexts, GameContext context) {
    contexts.put(PlayerGameKey.of(context.getGameId(), context.getPlayer()), context);
  }

  private static GameContext context(PlayerGame game) {
    return GameContext.builder()
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setSeason(game.getSeason())
        .setSeasonType(game.getSeasonType())
        .setPlayer(game.getPlayer())
        .setPlayerName(game.getPlayerName())
        .setTeam(game.getTeam())
        .setOpponent(game.getOpponent())
        .setHome(game.getHome())
        .build();
  }

  private static GameContext context(ScheduledGame game, PlayerKey player, Appearance last) {
    boolean home = game.getHome() == last.team();
    return GameContext.builder()
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setSeason(game.getSeason())
        .setSeasonType(game.getSeasonType())
        .setPlayer(player)
        .setPlayerName(last.playerName())
        .setTeam(last.team())
        .setOpponent(home ? game.getAway() : game.getHome())
        .setHome(home)
        .build();
  }

  private static Failure unknownTeam(PropLine line) {
    return Failure.of(
        "ExpectPlayers",
        FailureCode.UNKNOWN_TEAM,
        line.getGameId() + "|" + line.getPlayer(),
        String.format(
            "%s (player %s) has a line in game %s of %s, but neither of its teams was the last to"
                + " list him this season; he was traded, or has not been listed yet",
            line.getPlayerName(), line.getPlayer(), line.getGameId(), line.getGameDate()),
        line.toString(),
        line.getGameDate());
  }
}
