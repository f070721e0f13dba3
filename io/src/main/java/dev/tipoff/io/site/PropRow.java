package dev.tipoff.io.site;

import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What every system says of one player's market in one game: a row of the page. Never empty.
 *
 * @param bySystem the latest word of each system
 */
record PropRow<T>(Key key, Map<SystemColumn, T> bySystem) {

  /** The prop. */
  record Key(String gameId, PlayerKey player, Market market) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::gameId).thenComparing(Key::player).thenComparing(Key::market);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Entry<T>(Key key, SystemColumn system, Instant asOf, T value) {}

  static List<PropRow<Prediction>> ofPredictions(Collection<Prediction> predictions) {
    return group(
        predictions.stream()
            .map(
                row ->
                    entry(
                        new Key(row.getGameId(), row.getPlayer(), row.getMarket()),
                        row.getSystemId(),
                        row.getKind(),
                        row.getAsOf(),
                        row)));
  }

  /** Every system that says something in the rows. */
  static <T> List<SystemColumn> systems(Collection<PropRow<T>> rows) {
    SortedSet<SystemColumn> systems = new TreeSet<>();
    rows.forEach(row -> systems.addAll(row.bySystem().keySet()));
    return List.copyOf(systems);
  }

  /** The first system's word, for what all of them agree on. */
  T first() {
    return bySystem.values().iterator().next();
  }

  @Nullable T of(SystemColumn system) {
    return bySystem.get(system);
  }

  private static <T> Entry<T> entry(
      Key key, String systemId, SystemKind kind, Instant asOf, T value) {
    return new Entry<>(key, new SystemColumn(systemId, kind), asOf, value);
  }

  private static <T> List<PropRow<T>> group(Stream<Entry<T>> entries) {
    Map<Key, Map<SystemColumn, T>> rows = new TreeMap<>();
    entries
        .sorted(
            Comparator.comparing((Entry<T> entry) -> entry.asOf())
                .thenComparing(entry -> entry.value().toString()))
        .forEach(
            entry ->
                rows.computeIfAbsent(entry.key(), any -> new TreeMap<>())
                    .put(entry.system(), entry.value()));
    return rows.entrySet().stream()
        .map(row -> new PropRow<>(row.getKey(), row.getValue()))
        .toList();
  }
}
