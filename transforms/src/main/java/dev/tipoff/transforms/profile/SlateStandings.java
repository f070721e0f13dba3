package dev.tipoff.transforms.profile;

import static java.util.stream.Collectors.joining;

import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The players of a slate by where they stand. Who is found counts as found even if he was refused,
 * and of several reasons the first in the order of the codes counts.
 */
final class SlateStandings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<PlayerGameKey, String> expected = new HashMap<>();
  private final Set<PlayerGameKey> found = new HashSet<>();
  private final Map<PlayerGameKey, FailureCode> refused = new HashMap<>();

  private void add(PlayerStanding player) {
    String name = player.getPlayerName();
    FailureCode reason = player.getReason();
    if (name != null) {
      expect(player.key(), name);
    } else if (reason != null) {
      refuse(player.key(), reason);
    } else {
      found.add(player.key());
    }
  }

  private void addAll(SlateStandings others) {
    others.expected.forEach(this::expect);
    others.refused.forEach(this::refuse);
    found.addAll(others.found);
  }

  private void expect(PlayerGameKey player, String name) {
    expected.merge(player, name, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  private void refuse(PlayerGameKey player, FailureCode reason) {
    refused.merge(player, reason, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlateStandings that
        && expected.equals(that.expected)
        && found.equals(that.found)
        && refused.equals(that.refused);
  }

  @Override
  public int hashCode() {
    return Objects.hash(expected, found, refused);
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

  /** Gathers players, of whom some are known to stand somewhere before others. */
  static final class GatherFn extends CombineFn<PlayerStanding, SlateStandings, SlateStandings> {
    private static final long serialVersionUID = 1L;

    @Override
    public SlateStandings createAccumulator() {
      return new SlateStandings();
    }

    @Override
    public SlateStandings addInput(SlateStandings gathered, PlayerStanding player) {
      gathered.add(player);
      return gathered;
    }

    @Override
    public SlateStandings mergeAccumulators(Iterable<SlateStandings> several) {
      SlateStandings merged = new SlateStandings();
      several.forEach(merged::addAll);
      return merged;
    }

    /** Once all are there, it shows who was found though refused, or was not expected. */
    @Override
    public SlateStandings extractOutput(SlateStandings gathered) {
      gathered.found.retainAll(gathered.expected.keySet());
      gathered.refused.keySet().retainAll(gathered.expected.keySet());
      gathered.refused.keySet().removeAll(gathered.found);
      return gathered;
    }
  }
}
