package dev.tipoff.transforms.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * As {@code GroupByKey}, for many small groups. A runner hands on each key of a GroupByKey by
 * itself, which costs DirectRunner 2 to 4 ms a key and step (measured: 7,329 keys, 20 s); here a
 * few shards of keys travel together and are told apart inside a shard. They travel as bytes, the
 * rows of a bundle in few pieces, because DirectRunner encodes and decodes whatever it groups
 * several times, row by row.
 *
 * <p>A group's time is that of the earliest row of its shard, so that rows without a time can be
 * put into slates afterwards.
 *
 * <p>A shard of a window has to fit into memory, and so has a bundle of rows. The work spreads over
 * {@link ShardOptions#getShards} workers at most: right for a season's box scores and lines, which
 * are small.
 */
public final class GroupInShards<K, V>
    extends PTransform<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>> {
  private static final long serialVersionUID = 1L;

  private final boolean apart;

  private GroupInShards(boolean apart) {
    this.apart = apart;
  }

  public static <K, V> GroupInShards<K, V> create() {
    return new GroupInShards<>(false);
  }

  /** For few and large groups: each key is a shard of its own. */
  public static <K, V> GroupInShards<K, V> apart() {
    return new GroupInShards<>(true);
  }

  @Override
  public PCollection<KV<K, Iterable<V>>> expand(PCollection<KV<K, V>> rows) {
    KvCoder<K, V> coder = (KvCoder<K, V>) rows.getCoder();
    SerializableFunction<K, Integer> shardOf =
        apart ? Object::hashCode : PackShardsFn.shards(rows.getPipeline());
    return rows.apply("Pack", ParDo.of(new PackShardsFn<>(coder, shardOf, 0)))
        .setCoder(GroupPieces.CODER)
        .apply("Group", new GroupPieces())
        .apply("Split", ParDo.of(new SplitFn<>(coder)))
        .setCoder(KvCoder.of(coder.getKeyCoder(), IterableCoder.of(coder.getValueCoder())));
  }

  private static final class SplitFn<K, V>
      extends DoFn<KV<Integer, Iterable<KV<Integer, byte[]>>>, KV<K, Iterable<V>>> {
    private static final long serialVersionUID = 1L;

    private final KvCoder<K, V> coder;

    SplitFn(KvCoder<K, V> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void split(
        @Element KV<Integer, Iterable<KV<Integer, byte[]>>> shard,
        OutputReceiver<KV<K, Iterable<V>>> output) {
      Map<K, List<V>> groups = new LinkedHashMap<>();
      for (KV<Integer, byte[]> piece : shard.getValue()) {
        RowPiece.forEach(
            piece.getValue(),
            coder,
            row ->
                groups.computeIfAbsent(row.getKey(), key -> new ArrayList<>()).add(row.getValue()));
      }
      groups.forEach((key, values) -> output.output(KV.of(key, values)));
    }
  }
}
