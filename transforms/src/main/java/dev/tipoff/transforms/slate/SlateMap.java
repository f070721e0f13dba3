package dev.tipoff.transforms.slate;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one slate knows, by key: a side input that is looked up once per element and never asked for
 * a default. A key that was put in twice is remembered as such, and neither value is given out.
 */
public final class SlateMap<K, V> {
  /** Of each key that came once, its value. */
  private final Map<K, V> values = new HashMap<>();

  /** Of each key that came several times, two of its values. */
  private final Map<K, List<V>> duplicates = new HashMap<>();

  /** What a look-up found. */
  public sealed interface Found<V> permits Value, Missing, Duplicate {}

  /**
   * The one value of the key.
   *
   * @param value the value
   */
  public record Value<V>(V value) implements Found<V> {}

  /** No value has the key. */
  public record Missing<V>() implements Found<V> {}

  /** Several values have the key. */
  public record Duplicate<V>() implements Found<V> {}

  public Found<V> find(K key) {
    if (duplicates.containsKey(key)) {
      return new Duplicate<>();
    }
    V value = values.get(key);
    return value == null ? new Missing<>() : new Value<>(value);
  }

  public Set<K> keys() {
    return Sets.union(values.keySet(), duplicates.keySet());
  }

  public boolean isEmpty() {
    return values.isEmpty() && duplicates.isEmpty();
  }

  void put(K key, V value) {
    if (duplicates.containsKey(key)) {
      return;
    }
    V previous = values.put(key, value);
    if (previous != null) {
      values.remove(key);
      duplicates.put(key, List.of(previous, value));
    }
  }

  void putAll(SlateMap<K, V> other) {
    other.values.forEach(this::put);
    other.duplicates.forEach((key, two) -> two.forEach(value -> put(key, value)));
  }

  /** Values from which {@link #put} makes an equal map. */
  List<V> rows() {
    List<V> rows = new ArrayList<>(values.values());
    duplicates.values().forEach(rows::addAll);
    return rows;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlateMap<?, ?> that
        && values.equals(that.values)
        && duplicates.keySet().equals(that.duplicates.keySet());
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + duplicates.keySet().hashCode();
  }

  @Override
  public String toString() {
    return "SlateMap{" + values.size() + " values, " + duplicates.size() + " duplicates}";
  }
}
