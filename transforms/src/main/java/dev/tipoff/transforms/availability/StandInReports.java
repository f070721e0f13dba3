package dev.tipoff.transforms.availability;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What stands in for the reports of one slate that nobody kept. A game is covered if it is known of
 * anybody that he did not play in it; a stand-in whose comment is no longer that of the player is
 * of a file that has been corrected since, and does not count.
 */
final class StandInReports {
  static final StandInReports NONE = new StandInReports(List.of(), List.of());

  private final ImmutableSet<String> covered;
  private final ImmutableListMultimap<String, InjuryStandIn> byGame;

  /**
   * @param absent all who were listed and did not play
   */
  StandInReports(Collection<InjuryStandIn> standIns, Collection<PlayerDnp> absent) {
    covered =
        absent.stream()
            .map(PlayerDnp::getGameId)
            .collect(Collectors.collectingAndThen(Collectors.toList(), ImmutableSet::copyOf));
    byGame =
        standIns.stream()
            .distinct()
            .filter(standIn -> absent.stream().anyMatch(standIn::isFrom))
            .sorted(
                Comparator.comparing(InjuryStandIn::getGameId)
                    .thenComparing(InjuryStandIn::getPlayer))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    InjuryStandIn::getGameId, standIn -> standIn));
  }

  /**
   * Who of a team would have been listed; empty if the game is not covered, or the stand-in is
   * later than the time that counts as the present.
   *
   * @param tip absent if nobody states it
   * @param asOf absent if the tip alone says what is too late
   */
  Optional<List<PlayerAvailability>> of(
      ScheduledGame game, TeamCode team, @Nullable Instant tip, @Nullable Instant asOf) {
    if (!covered.contains(game.getGameId())
        || (asOf != null && (tip == null || tip.minus(InjuryStandIn.BEFORE_TIP).isAfter(asOf)))) {
      return Optional.empty();
    }
    return Optional.of(
        byGame.get(game.getGameId()).stream()
            .filter(standIn -> standIn.getTeam() == team)
            .map(standIn -> availability(standIn, tip))
            .toList());
  }

  /** That a team is covered by what {@link #of} gives. */
  static TeamReport report(
      ScheduledGame game, TeamCode team, @Nullable Instant tip, List<PlayerAvailability> listed) {
    return TeamReport.builder()
        .setGameDate(game.getGameDate())
        .setGameId(game.getGameId())
        .setTeam(team)
        .setReportTime(tip == null ? null : tip.minus(InjuryStandIn.BEFORE_TIP))
        .setSource(InjuryStandIn.SOURCE)
        .setStandIn(true)
        .setPlayersListed(listed.size())
        .build();
  }

  private static PlayerAvailability availability(InjuryStandIn standIn, @Nullable Instant tip) {
    return PlayerAvailability.builder()
        .setGameDate(standIn.getGameDate())
        .setGameId(standIn.getGameId())
        .setPlayer(standIn.getPlayer())
        .setPlayerName(standIn.getPlayerName())
        .setTeam(standIn.getTeam())
        .setStatus(standIn.getStatus())
        .setReason(standIn.getComment())
        .setReportTime(tip == null ? null : standIn.reportTime(tip))
        .setSource(InjuryStandIn.SOURCE)
        .setStandIn(true)
        .build();
  }
}
