package dev.tipoff.transforms.profile;

import static java.util.stream.Collectors.joining;

import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The players of a slate by where they stand. Who is found counts as found even if he was refused,
 * and of several reasons the first in the order of the codes counts.
 */
final class SlateStandings {
  private final Map<PlayerGameKey, String> expected = new HashMap<>();
  private final Set<PlayerGameKey> found = new HashSet<>();
  private final Map<PlayerGameKey, FailureCode> refused = new HashMap<>();

  SlateStandings(Iterable<PlayerStanding> players) {
    for (PlayerStanding player : players) {
      String name = player.getPlayerName();
      FailureCode reason = player.getReason();
      if (name != null) {
        expected.merge(player.key(), name, (one, other) -> one.compareTo(other) < 0 ? one : other);
      } else if (reason != null) {
        refused.merge(player.key(), reason, (one, other) -> one.compareTo(other) < 0 ? one : other);
      } else {
        found.add(player.key());
      }
    }
    found.retainAll(expected.keySet());
    refused.keySet().retainAll(expected.keySet());
    refused.keySet().removeAll(found);
  }

  boolean nobodyIsExpected() {
    return expected.isEmpty();
  }

  /** Names of the missing, in alphabetical order. */
  List<String> missingNames() {
    return expected.entrySet().stream()
        .filter(player -> !found.contains(player.getKey()))
        .filter(player -> !refused.containsKey(player.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  SlateCoverage coverage(GameDay day, String stage) {
    Map<FailureCode, Integer> reasons = new EnumMap<>(FailureCode.class);
    refused.values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    int due = expected.size() - refused.size();
    return SlateCoverage.builder()
        .setGameDate(day)
        .setStage(stage)
        .setExpected(expected.size())
        .setFound(found.size())
        .setRefused(refused.size())
        .setRefusedReasons(
            reasons.entrySet().stream()
                .map(reason -> reason.getKey() + "=" + reason.getValue())
                .collect(joining(";")))
        .setMissing(due - found.size())
        .setShare(due == 0 ? null : (double) found.size() / due)
        .build();
  }
}
