package dev.tipoff.transforms.fingerprint;

import com.google.common.base.Splitter;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * All that the rows of a phase and slate hang on, by name: the fingerprints of its sources, the
 * options, the versions of the code, the features and the model. Running a phase again with an
 * equal key gives the same rows.
 */
public final class SkipKey {
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

  private final SortedMap<String, String> inputs = new TreeMap<>();

  private SkipKey() {}

  /**
   * @param settings everything beside the sources
   */
  public static SkipKey of(SlateFingerprints fingerprints, Map<String, String> settings) {
    SkipKey key = new SkipKey();
    settings.forEach(key::put);
    fingerprints.sources().forEach((source, print) -> key.put(source, print.toString()));
    return key;
  }

  /** A name ends where its value begins, and a value with its line. */
  private void put(String name, String value) {
    inputs.put(name.replaceAll("[=\n\r]", " "), value.replaceAll("[\n\r]", " "));
  }

  public SortedMap<String, String> inputs() {
    return Collections.unmodifiableSortedMap(inputs);
  }

  /** The inputs as text, {@code name=value} a line in the order of the names. */
  public String text() {
    return inputs.entrySet().stream()
        .map(input -> input.getKey() + "=" + input.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** The hash of the inputs: equal keys, equal hashes. */
  public String hash() {
    return Hashing.sha256().hashString(text(), StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  /** The inputs of a {@link #text}. */
  static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> inputs = new TreeMap<>();
    for (String line : LINES.split(text)) {
      int end = line.indexOf('=');
      inputs.put(line.substring(0, end), line.substring(end + 1));
    }
    return inputs;
  }

  /**
   * What differs from another run's inputs, a text an input; empty if nothing does.
   *
   * @param last empty if there was no completed run
   */
  public List<String> changesSince(Map<String, String> last) {
    if (last.isEmpty()) {
      return List.of("no completed run is known");
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
