package dev.tipoff.transforms.features;

import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was reported before the tips of who plays, by game and team. A team that nothing was
 * reported of is not here, which is not the same as a team of whom everybody is well.
 */
public final class InjuryReports implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, TeamReport> teams = new HashMap<>();

  /** One team's report before one game. */
  public static final class TeamReport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<PlayerKey, InjuryStatus> listed = new HashMap<>();

    /** What it says of a player; empty if it does not name him, so that he is expected to play. */
    public Optional<InjuryStatus> of(PlayerKey player) {
      return Optional.ofNullable(listed.get(player));
    }

    /** Whether he will not, or probably not, play. */
    public boolean isOut(PlayerKey player) {
      InjuryStatus status = listed.get(player);
      return status == InjuryStatus.OUT || status == InjuryStatus.DOUBTFUL;
    }
  }

  /** A team was reported on. */
  void cover(String gameId, TeamCode team) {
    report(gameId, team);
  }

  /** A report named a player. */
  void list(String gameId, TeamCode team, PlayerKey player, InjuryStatus status) {
    report(gameId, team).listed.put(player, status);
  }

  private TeamReport report(String gameId, TeamCode team) {
    return teams.computeIfAbsent(gameId + "|" + team, key -> new TeamReport());
  }

  /** A team's report before a game; empty where nothing was reported. */
  public Optional<TeamReport> of(String gameId, TeamCode team) {
    return Optional.ofNullable(teams.get(gameId + "|" + team));
  }

  /** Adds what others said of other games. */
  void addAll(InjuryReports other) {
    for (Map.Entry<String, TeamReport> entry : other.teams.entrySet()) {
      teams
          .computeIfAbsent(entry.getKey(), key -> new TeamReport())
          .listed
          .putAll(entry.getValue().listed);
    }
  }
}
