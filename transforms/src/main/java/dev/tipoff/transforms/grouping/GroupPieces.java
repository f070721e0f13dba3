package dev.tipoff.transforms.grouping;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups the pieces that {@link PackShardsFn} packs, by shard: a piece goes with the number of the
 * input that its rows are of. A shard's time is that of its earliest row.
 */
final class GroupPieces
    extends PTransform<
        PCollection<KV<Integer, KV<Integer, byte[]>>>,
        PCollection<KV<Integer, Iterable<KV<Integer, byte[]>>>>> {
  private static final long serialVersionUID = 1L;

  /** Of a shard's number with an input's number and a piece. */
  static final Coder<KV<Integer, KV<Integer, byte[]>>> CODER =
      KvCoder.of(VarIntCoder.of(), KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));

  @Override
  public PCollection<KV<Integer, Iterable<KV<Integer, byte[]>>>> expand(
      PCollection<KV<Integer, KV<Integer, byte[]>>> pieces) {
    return pieces
        .apply(
            "KeepTime",
            Window.<KV<Integer, KV<Integer, byte[]>>>configure()
                .withTimestampCombiner(TimestampCombiner.EARLIEST))
        .apply("ByShard", GroupByKey.create());
  }
}
