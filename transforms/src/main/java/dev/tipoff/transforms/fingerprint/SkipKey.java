package dev.tipoff.transforms.fingerprint;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * All that the rows of a phase and slate hang on, by name: the fingerprints of its sources, the
 * options, the versions of the transform, the features and the model. Running a phase again with an
 * equal key gives the same rows.
 */
public final class SkipKey {
  private final SortedMap<String, String> inputs = new TreeMap<>();

  private SkipKey() {}

  /**
   * @param settings everything beside the sources
   */
  public static SkipKey of(SlateFingerprints fingerprints, Map<String, String> settings) {
    SkipKey key = new SkipKey();
    key.inputs.putAll(settings);
    fingerprints
        .sources()
        .forEach((source, fingerprint) -> key.inputs.put(source, fingerprint.toString()));
    return key;
  }

  public SortedMap<String, String> inputs() {
    return inputs;
  }

  /**
   * What differs from another run's inputs, a text an input; empty if nothing does.
   *
   * @param last empty if there was no completed run
   */
  public List<String> changesSince(Map<String, String> last) {
    if (last.isEmpty()) {
      return List.of("the last run was not completed, or there was none");
    }
    List<String> changes = new ArrayList<>();
    for (String input : Sets.union(inputs.keySet(), new TreeMap<>(last).keySet())) {
      String now = text(inputs.get(input));
      String before = text(last.get(input));
      if (!now.equals(before)) {
        changes.add(String.format("%s is %s, was %s", input, now, before));
      }
    }
    return changes;
  }

  private static String text(@Nullable String value) {
    return value == null ? "absent" : value;
  }
}
