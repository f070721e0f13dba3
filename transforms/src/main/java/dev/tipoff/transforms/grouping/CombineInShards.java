package dev.tipoff.transforms.grouping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * As {@code Combine.perKey}, for many small groups: see {@link GroupInShards}. Rows are combined
 * where they are first, so that what travels are accumulators: one a bundle and key, in place of
 * rows that a runner copies again and again.
 */
public final class CombineInShards<R, K, V, A, O>
    extends PTransform<PCollection<R>, PCollection<KV<K, O>>> {
  private static final long serialVersionUID = 1L;

  private final CombineFn<V, A, O> combine;
  private final SerializableFunction<R, List<KV<K, V>>> parts;
  private final @Nullable KvCoder<K, V> partCoder;

  private CombineInShards(
      CombineFn<V, A, O> combine,
      SerializableFunction<R, List<KV<K, V>>> parts,
      @Nullable KvCoder<K, V> partCoder) {
    this.combine = combine;
    this.parts = parts;
    this.partCoder = partCoder;
  }

  public static <K, V, A, O> CombineInShards<KV<K, V>, K, V, A, O> of(CombineFn<V, A, O> combine) {
    return new CombineInShards<>(combine, List::of, null);
  }

  /**
   * Of rows that count for several keys, or for none: without a step that says so for each of them.
   *
   * @param parts what a row counts as
   */
  public static <R, K, V, A, O> CombineInShards<R, K, V, A, O> ofParts(
      SerializableFunction<R, List<KV<K, V>>> parts,
      KvCoder<K, V> partCoder,
      CombineFn<V, A, O> combine) {
    return new CombineInShards<>(combine, parts, partCoder);
  }

  @Override
  @SuppressWarnings("unchecked") // Without a coder of parts the rows are the parts.
  public PCollection<KV<K, O>> expand(PCollection<R> rows) {
    KvCoder<K, V> coder =
        partCoder == null ? (KvCoder<K, V>) (Coder<?>) rows.getCoder() : partCoder;
    return rows.apply("CombineBundles", ParDo.of(new BundleFn<>(combine, parts)))
        .setCoder(KvCoder.of(coder.getKeyCoder(), accumulators(rows, coder.getValueCoder())))
        .apply("Group", GroupInShards.create())
        .apply("Merge", ParDo.of(new MergeFn<K, A, O>(combine)))
        .setCoder(KvCoder.of(coder.getKeyCoder(), outputs(rows, coder.getValueCoder())));
  }

  private Coder<A> accumulators(PCollection<?> rows, Coder<V> values) {
    try {
      return combine.getAccumulatorCoder(rows.getPipeline().getCoderRegistry(), values);
    } catch (CannotProvideCoderException e) {
      throw new IllegalArgumentException(combine + " has accumulators without a coder", e);
    }
  }

  private Coder<O> outputs(PCollection<?> rows, Coder<V> values) {
    try {
      return combine.getDefaultOutputCoder(rows.getPipeline().getCoderRegistry(), values);
    } catch (CannotProvideCoderException e) {
      throw new IllegalArgumentException(combine + " has outputs without a coder", e);
    }
  }

  private static final class BundleFn<R, K, V, A> extends DoFn<R, KV<K, A>> {
    private static final long serialVersionUID = 1L;

    private record Group<K>(K key, BoundedWindow window) {}

    private record Combined<A>(A accumulator, Instant earliest) {}

    private final CombineFn<V, A, ?> combine;
    private final SerializableFunction<R, List<KV<K, V>>> parts;
    private transient @Nullable Map<Group<K>, Combined<A>> groups;

    BundleFn(CombineFn<V, A, ?> combine, SerializableFunction<R, List<KV<K, V>>> parts) {
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
                      before == null || time.isBefore(before.earliest())
                          ? time
                          : before.earliest()));
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

  private static final class MergeFn<K, A, O> extends DoFn<KV<K, Iterable<A>>, KV<K, O>> {
    private static final long serialVersionUID = 1L;

    private final CombineFn<?, A, O> combine;

    MergeFn(CombineFn<?, A, O> combine) {
      this.combine = combine;
    }

    /** The first accumulator may be changed, so it is one of our own. */
    @ProcessElement
    public void merge(@Element KV<K, Iterable<A>> group, OutputReceiver<KV<K, O>> output) {
      A merged =
          combine.mergeAccumulators(
              Iterables.concat(ImmutableList.of(combine.createAccumulator()), group.getValue()));
      output.output(KV.of(group.getKey(), combine.extractOutput(merged)));
    }
  }
}
