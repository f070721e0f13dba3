package dev.tipoff.transforms.grouping;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Packs the rows of a bundle to pieces of few shards. A piece goes with the number of the input
 * that its rows are of, where several are grouped together.
 */
final class PackShardsFn<K, V> extends DoFn<KV<K, V>, KV<Integer, KV<Integer, byte[]>>> {
  private static final long serialVersionUID = 1L;

  private record Shard(int number, BoundedWindow window) {}

  private record Piece<R>(RowPiece<R> rows, Instant earliest) {}

  private final KvCoder<K, V> coder;
  private final SerializableFunction<K, Integer> shardOf;
  private final int input;
  private transient @Nullable ListMultimap<Shard, Piece<KV<K, V>>> packed;

  PackShardsFn(KvCoder<K, V> coder, SerializableFunction<K, Integer> shardOf, int input) {
    this.coder = coder;
    this.shardOf = shardOf;
    this.input = input;
  }

  /** The shard of a key, one of as many as the pipeline's options say. */
  static <K> SerializableFunction<K, Integer> shards(Pipeline pipeline) {
    int shards = pipeline.getOptions().as(ShardOptions.class).getShards();
    // String.hashCode alone leaves neighbours in step.
    return key -> Math.floorMod((key.hashCode() * 0x9E3779B9) >>> 16, shards);
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
                    KV.of(shard.number(), KV.of(input, piece.rows().take())),
                    piece.earliest(),
                    shard.window()));
    packed = null;
  }
}
