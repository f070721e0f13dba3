package dev.tipoff.transforms.features;

import dev.tipoff.transforms.availability.PlayerAvailability;
import java.util.Optional;

/** How rested and loaded a player is before a game, and what the report says of his team. */
public final class PlayerLoad {
  private final Pregame known;

  private PlayerLoad(Pregame known) {
    this.known = known;
  }

  /**
   * Of the player of a context.
   *
   * @param league box scores; of the slate and later ones nothing is seen
   */
  public static PlayerLoad of(GameContext context, LeagueHistory league, InjuryReports reports) {
    return new PlayerLoad(Pregame.of(context, league, reports));
  }

  /** Sets what is known; the rest stays absent. */
  public GameContext.Builder addTo(GameContext.Builder context) {
    double rest = Workload.daysRest(known.season(), known.slate());
    if (!Double.isNaN(rest)) {
      context.setDaysRest((int) rest).setBackToBack(rest == 1);
    }
    context
        .setGamesLast7Days(games(7))
        .setGamesLast14Days(games(14))
        .setMinutesLast7Days(Workload.minutes(known.season(), known.slate(), 7))
        .setMinutesLast14Days(Workload.minutes(known.season(), known.slate(), 14));
    known
        .report()
        .ifPresent(
            team -> {
              context
                  .setReportTime(team.report().getReportTime())
                  .setReportSource(team.report().getSource());
              Optional<PlayerAvailability> named = team.of(known.context().getPlayer());
              named.ifPresent(
                  player ->
                      context
                          .setInjuryStatus(player.getStatus())
                          .setInjuryReason(player.getReason()));
            });
    known.teammatesOut().ifPresent(out -> context.setTeammatesOut(out.size()));
    return context;
  }

  private int games(int days) {
    return known.season().since(known.slate().plusDays(-days)).size();
  }
}
