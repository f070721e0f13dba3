package dev.tipoff.transforms.features;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import dev.tipoff.transforms.boxscore.TeamBoxScore;
import dev.tipoff.transforms.grouping.GatheredRows;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * All box scores, of all players: one side input for a slate or for six seasons. It answers no
 * question itself: {@link #before} cuts it at the slate that is being looked at.
 *
 * <p>A game of a team counts as the team's once both sides' box scores are there in full.
 */
public final class LeagueHistory extends GatheredRows<PlayerGame> {
  private final Map<String, KnownGames> cut = new ConcurrentHashMap<>();
  private final Map<TeamGame, RoleDefence.Facing> facing = new ConcurrentHashMap<>();
  private final Map<TeamGame, Rotation> absentees = new ConcurrentHashMap<>();
  private @Nullable Index index;

  /** The rows by player, and the games by team. */
  record Index(
      Map<PlayerKey, PlayerHistory> players,
      Table<String, TeamCode, TeamHistory> seasons,
      Table<String, TeamCode, TeamGame> games) {}

  @Override
  protected void changed() {
    index = null;
    cut.clear();
    facing.clear();
    absentees.clear();
  }

  /** How many players have played. */
  public int players() {
    return index().players.size();
  }

  /**
   * What was known of a season before a slate.
   *
   * @param season the slate's season, {@code "2023-24"} for instance
   */
  public KnownGames before(GameDay slate, String season) {
    return cut.computeIfAbsent(
        slate + " " + season, key -> new KnownGames(this, index(), slate, season));
  }

  RoleDefence.Facing facing(TeamGame game) {
    return facing.computeIfAbsent(
        game, key -> RoleDefence.Facing.of(key, before(key.day(), key.season())));
  }

  Rotation absentees(TeamGame game) {
    return absentees.computeIfAbsent(
        game, key -> before(key.day(), key.season()).rotation(key.team()).without(key.players()));
  }

  private synchronized Index index() {
    if (index == null) {
      index = build(rows());
    }
    return index;
  }

  private static Index build(List<PlayerGame> rows) {
    Map<PlayerKey, List<PlayerGame>> byPlayer = new HashMap<>();
    Table<String, TeamCode, List<PlayerGame>> sides = HashBasedTable.create();
    for (PlayerGame row : rows) {
      byPlayer.computeIfAbsent(row.getPlayer(), key -> new ArrayList<>()).add(row);
      sides.row(row.getGameId()).computeIfAbsent(row.getTeam(), key -> new ArrayList<>()).add(row);
    }
    Map<PlayerKey, PlayerHistory> players = new HashMap<>();
    byPlayer.forEach((player, games) -> players.put(player, PlayerHistory.of(games)));
    Table<String, TeamCode, TeamGame> games = HashBasedTable.create();
    Table<String, TeamCode, List<TeamGame>> bySeason = HashBasedTable.create();
    sides
        .rowMap()
        .values()
        .forEach(
            game ->
                whole(game)
                    .forEach(
                        team -> {
                          games.put(team.gameId(), team.team(), team);
                          bySeason
                              .row(team.season())
                              .computeIfAbsent(team.team(), key -> new ArrayList<>())
                              .add(team);
                        }));
    ImmutableTable.Builder<String, TeamCode, TeamHistory> seasons = ImmutableTable.builder();
    bySeason
        .rowMap()
        .forEach(
            (season, teams) ->
                teams.forEach((team, played) -> seasons.put(season, team, TeamHistory.of(played))));
    return new Index(players, seasons.build(), games);
  }

  /** Both teams' view of a game, or none if a side's box score is not there in full. */
  private static List<TeamGame> whole(Map<TeamCode, List<PlayerGame>> game) {
    List<TeamBoxScore> boxes = game.values().stream().map(TeamBoxScore::of).toList();
    if (boxes.size() != 2
        || !boxes.stream().allMatch(TeamBoxScore::isComplete)
        || boxes.get(0).opponent() != boxes.get(1).team()) {
      return List.of();
    }
    return List.of(
        new TeamGame(boxes.get(0), boxes.get(1)), new TeamGame(boxes.get(1), boxes.get(0)));
  }
}
