package dev.tipoff.transforms.grouping;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
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
public final class CombineInShards<K, V, A, O>
    extends PTransform<PCollection<KV<K, V>>, PCollection<KV<K, O>>> {
  private static final long serialVersionUID = 1L;

  private final CombineFn<V, A, O> combine;

  private CombineInShards(CombineFn<V, A, O> combine) {
    this.combine = combine;
  }

  public static <K, V, A, O> CombineInShards<K, V, A, O> of(CombineFn<V, A, O> combine) {
    return new CombineInShards<>(combine);
  }

  @Override
  public PCollection<KV<K, O>> expand(PCollection<KV<K, V>> rows) {
    KvCoder<K, V> coder = (KvCoder<K, V>) rows.getCoder();
    return rows.apply("CombineBundles", ParDo.of(new BundleFn<K, V, A>(combine)))
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

  private static final class BundleFn<K, V, A> extends DoFn<KV<K, V>, KV<K, A>> {
    private static final long serialVersionUID = 1L;

    private record Group<K>(K key, BoundedWindow window) {}

    private record Combined<A>(A accumulator, Instant earliest) {}

    private final CombineFn<V, A, ?> combine;
    private transient @Nullable Map<Group<K>, Combined<A>> groups;

    BundleFn(CombineFn<V, A, ?> combine) {
      this.combine = combine;
    }

    @StartBundle
    public void start() {
      groups = new HashMap<>();
    }

    @ProcessElement
    public void add(@Element KV<K, V> row, @Timestamp Instant time, BoundedWindow window) {
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
