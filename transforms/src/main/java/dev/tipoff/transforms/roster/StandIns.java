package dev.tipoff.transforms.roster;

import dev.tipoff.transforms.model.PlayerKey;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Players who are listed twice: by a provider's id, from days when nobody knew the NBA's, and by
 * the NBA's. Without this their name would be that of two.
 */
final class StandIns {
  private StandIns() {}

  /** The stand-ins whose name, suffixes aside, the NBA's ids have for the same team. */
  static Set<PlayerKey> superseded(Collection<RosterEntry> entries) {
    Set<String> league =
        entries.stream()
            .filter(entry -> !entry.getPlayer().isStandIn())
            .map(StandIns::nameAndTeam)
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> entry.getPlayer().isStandIn() && league.contains(nameAndTeam(entry)))
        .map(RosterEntry::getPlayer)
        .collect(Collectors.toSet());
  }

  private static String nameAndTeam(RosterEntry entry) {
    return PlayerName.withoutSuffix(entry.getName()) + "|" + entry.getTeam();
  }
}
