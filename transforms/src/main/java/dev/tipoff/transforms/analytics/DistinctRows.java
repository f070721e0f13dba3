package dev.tipoff.transforms.analytics;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One row of each key, in the order of the keys. A copy of a row is a failure of code DUPLICATE_ROW
 * and counts once; of rows with one key that say different things none counts, and they are a
 * failure of code CONFLICTING_ROWS. Each is one failure a game and kind of rows.
 */
final class DistinctRows {
  private DistinctRows() {}

  /**
   * @param kind what the rows are, for the failures
   * @param key the rows' key within the game
   * @param failures to which what is doubled is added
   */
  static <T> List<T> of(
      SlateGame game,
      String kind,
      Iterable<T> rows,
      Function<T, String> key,
      List<Failure> failures) {
    Map<String, Set<T>> byKey = new TreeMap<>();
    Set<String> copied = new TreeSet<>();
    for (T row : rows) {
      if (!byKey.computeIfAbsent(key.apply(row), each -> new LinkedHashSet<>()).add(row)) {
        copied.add(key.apply(row));
      }
    }
    List<T> distinct = new ArrayList<>();
    Set<String> conflicting = new TreeSet<>();
    byKey.forEach(
        (each, different) -> {
          if (different.size() == 1) {
            distinct.addAll(different);
          } else {
            conflicting.add(each);
          }
        });
    if (!copied.isEmpty()) {
      failures.add(
          game.failure(
              FailureCode.DUPLICATE_ROW, kind, kind + " a second time", copied.toString()));
    }
    if (!conflicting.isEmpty()) {
      failures.add(
          game.failure(
              FailureCode.CONFLICTING_ROWS,
              kind,
              kind + " with one key that say different things",
              conflicting.toString()));
    }
    return distinct;
  }
}
