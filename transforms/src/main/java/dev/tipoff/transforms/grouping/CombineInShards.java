package dev.tipoff.transforms.grouping;

import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;

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
    return rows.apply("CombineBundles", ParDo.of(new CombineBundlesFn<>(combine, parts)))
        .setCoder(KvCoder.of(coder.getKeyCoder(), accumulators(rows, coder.getValueCoder())))
        .apply("Group", GroupInShards.create())
        .apply("Merge", ParDo.of(new MergePartsFn<K, A, O>(combine)))
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
}
