package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The games of one slate, as the sources together tell them: of each game the most trusted source
 * decides whether it is played, and the most trusted one that calls it final gives the score. Only
 * sources that know the NBA's ids make a schedule, or, where none of them tells of the slate, those
 * that {@linkplain Trust#standsIn stand in}; the others add to it. A game that nobody gives the
 * NBA's id keeps the one that it is stored under, from an import for instance, or goes by its day
 * and teams: {@code 20310110-MIABOS}.
 */
final class SlateSchedule {
  static final String STEP = "ReconcileFeeds";

  private final List<ScheduledGame> games = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Map<TeamCode, ScheduledGame> byTeam = new EnumMap<>(TeamCode.class);
  private final Map<String, String> storedIds = new HashMap<>();
  private final boolean namesLeagueIds;

  /**
   * @param told what sources say, of other days too
   * @param stored the schedule of the day as it is stored
   */
  SlateSchedule(GameDay day, Iterable<FeedGame> told, Iterable<ScheduledGame> stored) {
    stored.forEach(
        game -> storedIds.put(matchup(game.getAway(), game.getHome()), game.getGameId()));
    Map<String, List<FeedGame>> byMatchup = new TreeMap<>();
    boolean known = false;
    boolean standIn = false;
    for (FeedGame game : told) {
      if (game.getGameDate().equals(day)) {
        byMatchup
            .computeIfAbsent(matchup(game.getAway(), game.getHome()), each -> new ArrayList<>())
            .add(game);
        known |= !game.getGameId().isEmpty();
        standIn |= Trust.standsIn(game.getSource());
      }
    }
    namesLeagueIds = known;
    if (known || standIn) {
      byMatchup.values().forEach(each -> reconcile(day, each));
    }
  }

  List<ScheduledGame> games() {
    return List.copyOf(games);
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** The game that a team plays; absent if it plays none. */
  @Nullable ScheduledGame of(TeamCode team) {
    return byTeam.get(team);
  }

  private void reconcile(GameDay day, List<FeedGame> told) {
    told.sort(
        Comparator.comparing(FeedGame::getSource, Trust.FIRST).thenComparing(FeedGame::getEventId));
    FeedGame first = told.get(0);
    if (first.getStatus() == GameStatus.POSTPONED || first.getStatus() == GameStatus.CANCELED) {
      return;
    }
    Optional<String> id = id(day, told);
    SeasonType type =
        told.stream()
            .map(FeedGame::getSeasonType)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (id.isEmpty() || type == null) {
      failures.add(
          Failure.of(
              STEP,
              FailureCode.UNMATCHED_GAME,
              day + "|" + first.getAway() + "@" + first.getHome(),
              "no source that knows the NBA's ids has the game that " + first.getSource() + " has",
              first.toString(),
              day));
      return;
    }
    Optional<FeedGame> ended =
        told.stream().filter(game -> game.getStatus() == GameStatus.FINAL).findFirst();
    ScheduledGame game =
        ScheduledGame.builder()
            .setSeason(Season.of(day).label())
            .setSeasonType(type)
            .setGameId(id.get())
            .setGameDate(day)
            .setHome(first.getHome())
            .setAway(first.getAway())
            .setHomePoints(ended.map(FeedGame::getHomePoints).orElse(null))
            .setAwayPoints(ended.map(FeedGame::getAwayPoints).orElse(null))
            .build();
    games.add(game);
    byTeam.put(game.getHome(), game);
    byTeam.put(game.getAway(), game);
  }

  private Optional<String> id(GameDay day, List<FeedGame> told) {
    if (namesLeagueIds) {
      return told.stream().map(FeedGame::getGameId).filter(id -> !id.isEmpty()).findFirst();
    }
    return told.stream()
        .filter(game -> Trust.standsIn(game.getSource()))
        .findFirst()
        .map(
            game ->
                storedIds.getOrDefault(
                    matchup(game.getAway(), game.getHome()),
                    day.toString().replace("-", "") + "-" + game.getAway() + game.getHome()));
  }

  private static String matchup(TeamCode away, TeamCode home) {
    return away + "@" + home;
  }
}
