package dev.tipoff.transforms.slate;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one slate knows, by key: a side input that is looked up once per element and never asked for
 * a default. A key that was put in twice is remembered as such, and neither value is given out.
 */
public final class SlateMap<K, V> implements Serializable {
  private final Map<K, V> values = new HashMap<>();
  private final Set<K> duplicates = new HashSet<>();

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
    if (duplicates.contains(key)) {
      return new Duplicate<>();
    }
    V value = values.get(key);
    return value == null ? new Missing<>() : new Value<>(value);
  }

  public boolean isEmpty() {
    return values.isEmpty() && duplicates.isEmpty();
  }

  void put(K key, V value) {
    V previous = values.put(key, value);
    if (previous != null) {
      duplicates.add(key);
    }
  }

  void putAll(SlateMap<K, V> other) {
    other.values.forEach(this::put);
    duplicates.addAll(other.duplicates);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlateMap<?, ?> that
        && values.equals(that.values)
        && duplicates.equals(that.duplicates);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + duplicates.hashCode();
  }

  @Override
  public String toString() {
    return "SlateMap{" + values.size() + " values, " + duplicates.size() + " duplicates}";
  }
}
