package dev.tipoff.transforms.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * As {@code GroupByKey}, for many small groups. A runner hands on each key of a GroupByKey by
 * itself, which costs DirectRunner 2 to 4 ms a key and step (measured: 7,329 keys, 20 s); here a
 * few shards of keys travel together and are told apart inside a shard.
 *
 * <p>A group's time is that of the earliest row of its shard, so that rows without a time can be
 * put into slates afterwards.
 *
 * <p>A shard of a window has to fit into memory, and the work spreads over {@link
 * ShardOptions#getShards} workers at most: right for a season's box scores and lines, which are
 * small.
 */
public final class GroupInShards<K, V>
    extends PTransform<PCollection<KV<K, V>>, PCollection<KV<K, Iterable<V>>>> {
  private static final long serialVersionUID = 1L;

  private GroupInShards() {}

  public static <K, V> GroupInShards<K, V> create() {
    return new GroupInShards<>();
  }

  private static int shard(Object key, int shards) {
    // String.hashCode alone leaves neighbours in step.
    return Math.floorMod((key.hashCode() * 0x9E3779B9) >>> 16, shards);
  }

  @Override
  public PCollection<KV<K, Iterable<V>>> expand(PCollection<KV<K, V>> rows) {
    KvCoder<K, V> coder = (KvCoder<K, V>) rows.getCoder();
    int shards = rows.getPipeline().getOptions().as(ShardOptions.class).getShards();
    return rows.apply(
            "Shard",
            WithKeys.<Integer, KV<K, V>>of(row -> shard(row.getKey(), shards))
                .withKeyType(TypeDescriptors.integers()))
        .apply(
            "KeepTime",
            Window.<KV<Integer, KV<K, V>>>configure()
                .withTimestampCombiner(TimestampCombiner.EARLIEST))
        .apply("Group", GroupByKey.create())
        .apply("Split", ParDo.of(new SplitFn<K, V>()))
        .setCoder(KvCoder.of(coder.getKeyCoder(), IterableCoder.of(coder.getValueCoder())));
  }

  private static final class SplitFn<K, V>
      extends DoFn<KV<Integer, Iterable<KV<K, V>>>, KV<K, Iterable<V>>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void split(
        @Element KV<Integer, Iterable<KV<K, V>>> shard, OutputReceiver<KV<K, Iterable<V>>> output) {
      Map<K, List<V>> groups = new LinkedHashMap<>();
      for (KV<K, V> row : shard.getValue()) {
        groups.computeIfAbsent(row.getKey(), key -> new ArrayList<>()).add(row.getValue());
      }
      groups.forEach((key, values) -> output.output(KV.of(key, values)));
    }
  }
}
