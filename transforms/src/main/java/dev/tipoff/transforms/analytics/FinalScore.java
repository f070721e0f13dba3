package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How a game ended by the schedule, which says nothing of a game that is not final. */
final class FinalScore {
  private final @Nullable ScheduledGame ended;

  /**
   * @param scheduled null if the schedule does not have the game
   */
  FinalScore(@Nullable ScheduledGame scheduled) {
    this.ended = scheduled != null && scheduled.isFinal() ? scheduled : null;
  }

  /** Both teams of a final game. */
  Set<TeamCode> teams() {
    return ended == null ? Set.of() : Set.of(ended.getHome(), ended.getAway());
  }

  /** A team's points; null until they are final. */
  @Nullable Integer of(TeamCode team) {
    if (ended == null || !ended.involves(team)) {
      return null;
    }
    return ended.getHome() == team ? ended.getHomePoints() : ended.getAwayPoints();
  }

  /** The points of a team's opponent; null until they are final. */
  @Nullable Integer against(TeamCode team) {
    if (ended == null || !ended.involves(team)) {
      return null;
    }
    return ended.getHome() == team ? ended.getAwayPoints() : ended.getHomePoints();
  }

  /** A team's points minus the opponent's; null until they are final. */
  @Nullable Integer margin(TeamCode team) {
    Integer own = of(team);
    Integer other = against(team);
    return own == null || other == null ? null : Integer.valueOf(own - other);
  }

  /** Whether a team has won; null until the score is final. */
  @Nullable Boolean win(TeamCode team) {
    Integer margin = margin(team);
    return margin == null ? null : Boolean.valueOf(margin > 0);
  }
}
