package dev.tipoff.transforms.analytics;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.tipoff.transforms.feed.FeedShot;
import dev.tipoff.transforms.feed.Trust;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.PlayerMatch;
import dev.tipoff.transforms.roster.PlayerMatch.Resolved;
import dev.tipoff.transforms.roster.PlayerRegistry;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who of a game's box score took a shot: whoever has the NBA's id that the shot names, else the one
 * of the shooter's team whom his {@linkplain PlayerRegistry name} means.
 */
final class Shooters {
  private final GameDay day;
  private final Set<PlayerKey> players;
  private final ImmutableListMultimap<TeamCode, PlayerGame> sides;
  private final Map<TeamCode, PlayerRegistry> teams = new EnumMap<>(TeamCode.class);
  private final Map<String, Optional<PlayerKey>> found = new HashMap<>();

  /**
   * @param box the players of both teams
   */
  Shooters(GameDay day, Collection<PlayerGame> box) {
    this.day = day;
    this.players = box.stream().map(PlayerGame::getPlayer).collect(Collectors.toSet());
    this.sides = Multimaps.index(box, PlayerGame::getTeam);
  }

  /** The shooter; empty if nobody in the box score is meant, or several may be. */
  Optional<PlayerKey> of(FeedShot shot) {
    if (Trust.namesLeagueIds(shot.getSource()) && !shot.getPlayerId().isEmpty()) {
      PlayerKey named = PlayerKey.of(shot.getPlayerId());
      if (players.contains(named)) {
        return Optional.of(named);
      }
    }
    return found.computeIfAbsent(
        shot.getTeam() + "|" + shot.getPlayerName(),
        key -> byName(shot.getPlayerName(), shot.getTeam()));
  }

  private Optional<PlayerKey> byName(String name, TeamCode team) {
    if (!sides.containsKey(team)) {
      return Optional.empty();
    }
    PlayerRegistry registry =
        teams.computeIfAbsent(
            team, key -> PlayerRegistry.of(sides.get(key).stream().map(Shooters::entry).toList()));
    // The box score is known the day after.
    PlayerMatch match = registry.lookup(name, day.plusDays(1), Set.of(team));
    return match instanceof Resolved resolved ? Optional.of(resolved.player()) : Optional.empty();
  }

  private static RosterEntry entry(PlayerGame row) {
    return RosterEntry.create(
        row.getPlayer(), row.getPlayerName(), row.getTeam(), row.getGameDate(), Evidence.BOX_SCORE);
  }
}
