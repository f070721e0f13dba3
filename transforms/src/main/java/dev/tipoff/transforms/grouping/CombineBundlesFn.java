package dev.tipoff.transforms.grouping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The rows of a bundle combined where they are, by key and window: an accumulator of each goes on,
 * at the time of its earliest row.
 *
 * @param <R> a row
 * @param <V> what it counts as for a key
 * @param <A> what gathers them
 */
final class CombineBundlesFn<R, K, V, A> extends DoFn<R, KV<K, A>> {
  private static final long serialVersionUID = 1L;

  private record Group<K>(K key, BoundedWindow window) {}

  private record Combined<A>(A accumulator, Instant earliest) {}

  private final CombineFn<V, A, ?> combine;
  private final SerializableFunction<R, List<KV<K, V>>> parts;
  private transient @Nullable Map<Group<K>, Combined<A>> groups;

  CombineBundlesFn(CombineFn<V, A, ?> combine, SerializableFunction<R, List<KV<K, V>>> parts) {
    this.combine = combine;
    this.parts = parts;
  }

  @StartBundle
  public void start() {
    groups = new HashMap<>();
  }

  @ProcessElement
  public void add(@Element R row, @Timestamp Instant time, BoundedWindow window) {
    for (KV<K, V> part : parts.apply(row)) {
      add(part, time, window);
    }
  }

  private void add(KV<K, V> row, Instant time, BoundedWindow window) {
    Objects.requireNonNull(groups)
        .compute(
            new Group<>(row.getKey(), window),
            (group, before) ->
                new Combined<>(
                    combine.addInput(
                        before == null ? combine.createAccumulator() : before.accumulator(),
                        row.getValue()),
                    before == null || time.isBefore(before.earliest()) ? time : before.earliest()));
  }

  @FinishBundle
  public void finish(FinishBundleContext bundle) {
    Objects.requireNonNull(groups)
        .forEach(
            (group, combined) ->
                bundle.output(
                    KV.of(group.key(), combine.compact(combined.accumulator())),
                    combined.earliest(),
                    group.window()));
    groups = null;
  }
}
