package dev.tipoff.transforms.grouping;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

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

  private static int shard(Object key, int shards) {
    // String.hashCode alone leaves neighbours in step.
    return Math.floorMod((key.hashCode() * 0x9E3779B9) >>> 16, shards);
  }

  @Override
  public PCollection<KV<K, Iterable<V>>> expand(PCollection<KV<K, V>> rows) {
    KvCoder<K, V> coder = (KvCoder<K, V>) rows.getCoder();
    int shards = rows.getPipeline().getOptions().as(ShardOptions.class).getShards();
    SerializableFunction<K, Integer> shardOf = apart ? Object::hashCode : key -> shard(key, shards);
    return rows.apply("Pack", ParDo.of(new PackFn<>(coder, shardOf)))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply(
            "KeepTime",
            Window.<KV<Integer, byte[]>>configure()
                .withTimestampCombiner(TimestampCombiner.EARLIEST))
        .apply("Group", GroupByKey.create())
        .apply("Split", ParDo.of(new SplitFn<>(coder)))
        .setCoder(KvCoder.of(coder.getKeyCoder(), IterableCoder.of(coder.getValueCoder())));
  }

  private static final class PackFn<K, V> extends DoFn<KV<K, V>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1L;

    private record Shard(int number, BoundedWindow window) {}

    private record Piece<R>(RowPiece<R> rows, Instant earliest) {}

    private final KvCoder<K, V> coder;
    private final SerializableFunction<K, Integer> shardOf;
    private transient @Nullable ListMultimap<Shard, Piece<KV<K, V>>> packed;

    PackFn(KvCoder<K, V> coder, SerializableFunction<K, Integer> shardOf) {
      this.coder = coder;
      this.shardOf = shardOf;
    }

    @StartBundle
    public void start() {
      packed = ArrayListMultimap.create();
    }

    @ProcessElement
    public void pack(@Element KV<K, V> row, @Timestamp Instant time, BoundedWindow window)
        throws IOException {
      List<Piece<KV<K, V>>> pieces =
          Objects.requireNonNull(packed).get(new Shard(shardOf.apply(row.getKey()), window));
      Piece<KV<K, V>> last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
      if (last == null || last.rows().isFull()) {
        last = new Piece<>(new RowPiece<>(coder), time);
        pieces.add(last);
      } else if (time.isBefore(last.earliest())) {
        last = new Piece<>(last.rows(), time);
        pieces.set(pieces.size() - 1, last);
      }
      last.rows().add(row);
    }

    @FinishBundle
    public void finish(FinishBundleContext bundle) {
      Objects.requireNonNull(packed)
          .forEach(
              (shard, piece) ->
                  bundle.output(
                      KV.of(shard.number(), piece.rows().take()),
                      piece.earliest(),
                      shard.window()));
      packed = null;
    }
  }

  private static final class SplitFn<K, V>
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<K, Iterable<V>>> {
    private static final long serialVersionUID = 1L;

    private final KvCoder<K, V> coder;

    SplitFn(KvCoder<K, V> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void split(
        @Element KV<Integer, Iterable<byte[]>> shard, OutputReceiver<KV<K, Iterable<V>>> output) {
      Map<K, List<V>> groups = new LinkedHashMap<>();
      for (byte[] piece : shard.getValue()) {
        RowPiece.forEach(
            piece,
            coder,
            row ->
                groups.computeIfAbsent(row.getKey(), key -> new ArrayList<>()).add(row.getValue()));
      }
      groups.forEach((key, values) -> output.output(KV.of(key, values)));
    }
  }
}
