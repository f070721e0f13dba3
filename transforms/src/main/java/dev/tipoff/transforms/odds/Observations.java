package dev.tipoff.transforms.odds;

import static java.util.Comparator.comparing;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Resolved lines by key. Files overlap, so the same observation may come several times; copies are
 * one line, and lines that share a key but not the prices are none.
 */
final class Observations {
  /** Any copy may carry the feed's mark: a mark as main wins, then one as alternate, then none. */
  private static final Comparator<PropLine> MARKED_FIRST =
      comparing((PropLine line) -> !Boolean.TRUE.equals(line.getMain()))
          .thenComparing(line -> line.getMain() == null)
          .thenComparing(PropLine::getPlayerName);

  private record Observation(RawPropLine raw, PropLine line) {
    String prices() {
      return line.getOverOdds() + "/" + line.getUnderOdds();
    }
  }

  private final SortedMap<String, List<Observation>> byKey = new TreeMap<>();

  void add(RawPropLine raw, PropLine line) {
    byKey.computeIfAbsent(key(line), key -> new ArrayList<>()).add(new Observation(raw, line));
  }

  /** One line for each key whose copies agree on the prices. */
  List<PropLine> propLines() {
    return byKey.values().stream()
        .filter(copies -> prices(copies).size() == 1)
        .map(copies -> copies.stream().map(Observation::line).min(MARKED_FIRST).orElseThrow())
        .toList();
  }

  /** A failure for each line that shares its key with one of other prices. */
  List<Failure> conflicts() {
    List<Failure> conflicts = new ArrayList<>();
    for (List<Observation> copies : byKey.values()) {
      List<String> prices = prices(copies);
      if (prices.size() > 1) {
        Set<Failure> distinct = new LinkedHashSet<>();
        for (Observation copy : copies) {
          distinct.add(
              ResolveLines.failure(
                  copy.raw(),
                  FailureCode.CONFLICTING_ROWS,
                  String.format(
                      "over/under at %s, where rows of the same key say %s",
                      copy.prices(), String.join(" and ", prices))));
        }
        conflicts.addAll(distinct);
      }
    }
    return conflicts;
  }

  /** How many lines were copies of one that {@link #propLines} has. */
  int copies() {
    return byKey.values().stream()
        .filter(copies -> prices(copies).size() == 1)
        .mapToInt(copies -> copies.size() - 1)
        .sum();
  }

  private static List<String> prices(List<Observation> copies) {
    return copies.stream().map(Observation::prices).distinct().sorted().toList();
  }

  private static String key(PropLine line) {
    return List.of(
            line.getSource(),
            line.getGameId(),
            line.getPlayer(),
            line.getMarket(),
            line.getBookmaker(),
            line.getLine(),
            line.getSnapshotTime())
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining("|"));
  }
}
