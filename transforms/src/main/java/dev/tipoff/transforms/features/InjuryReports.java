package dev.tipoff.transforms.features;

import dev.tipoff.transforms.availability.PlayerAvailability;
import dev.tipoff.transforms.availability.TeamReport;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What was reported before the tips of who plays, by game and team. A team that nothing was
 * reported of is not here, which is not the same as a team of whom everybody is well.
 */
public final class InjuryReports implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, TeamReport> teams = new HashMap<>();
  private final HashMap<String, HashMap<PlayerKey, PlayerAvailability>> listed = new HashMap<>();

  /** One team's report before one game, and whom it lists. */
  public record OfTeam(TeamReport report, Map<PlayerKey, PlayerAvailability> listed) {
    /** What it says of a player; empty if it does not name him, so that he is expected to play. */
    public Optional<PlayerAvailability> of(PlayerKey player) {
      return Optional.ofNullable(listed.get(player));
    }

    /** Whether he will not, or probably not, play. */
    public boolean isOut(PlayerKey player) {
      return of(player)
          .map(PlayerAvailability::getStatus)
          .filter(status -> status == InjuryStatus.OUT || status == InjuryStatus.DOUBTFUL)
          .isPresent();
    }
  }

  /** A team was reported on. */
  void cover(TeamReport report) {
    teams.put(key(report.getGameId(), report.getTeam()), report);
  }

  /** A report named a player; nothing comes of it if his team was not reported on. */
  void list(PlayerAvailability player) {
    ofTeam(key(player.getGameId(), player.getTeam())).put(player.getPlayer(), player);
  }

  void addAll(InjuryReports other) {
    teams.putAll(other.teams);
    other.listed.forEach((team, players) -> ofTeam(team).putAll(players));
  }

  private Map<PlayerKey, PlayerAvailability> ofTeam(String team) {
    return listed.computeIfAbsent(team, key -> new HashMap<>());
  }

  private static String key(String gameId, TeamCode team) {
    return gameId + "|" + team;
  }

  /** A team's report before a game; empty where nothing was reported. */
  public Optional<OfTeam> of(String gameId, TeamCode team) {
    String key = key(gameId, team);
    return Optional.ofNullable(teams.get(key))
        .map(report -> new OfTeam(report, listed.getOrDefault(key, new HashMap<>())));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InjuryReports that
        && teams.equals(that.teams)
        && listed.equals(that.listed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(teams, listed);
  }
}
