package dev.tipoff.transforms.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGbkResult.CoGbkResultCoder;
import org.apache.beam.sdk.transforms.join.CoGbkResultSchema;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple.TaggedKeyedPCollection;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/** As {@code CoGroupByKey}, for many small groups: see {@link GroupInShards}. */
public final class CoGroupInShards<K>
    extends PTransform<KeyedPCollectionTuple<K>, PCollection<KV<K, CoGbkResult>>> {
  private static final long serialVersionUID = 1L;

  private CoGroupInShards() {}

  public static <K> CoGroupInShards<K> create() {
    return new CoGroupInShards<>();
  }

  @Override
  public PCollection<KV<K, CoGbkResult>> expand(KeyedPCollectionTuple<K> inputs) {
    List<KvCoder<K, ?>> rowCoders = new ArrayList<>();
    List<Coder<?>> coders = new ArrayList<>();
    for (TaggedKeyedPCollection<K, ?> input : inputs.getKeyedCollections()) {
      rowCoders.add(coder(input));
      coders.add(coder(input).getValueCoder());
    }
    SerializableFunction<K, Integer> shardOf = PackShardsFn.shards(inputs.getPipeline());
    PCollectionList<KV<Integer, KV<Integer, byte[]>>> packed =
        PCollectionList.empty(inputs.getPipeline());
    for (TaggedKeyedPCollection<K, ?> input : inputs.getKeyedCollections()) {
      packed = packed.and(packed(input, packed.size(), shardOf));
    }
    CoGbkResultSchema schema = inputs.getCoGbkResultSchema();
    return packed
        .apply("Flatten", Flatten.pCollections())
        .apply("Group", new GroupPieces())
        .apply("Results", ParDo.of(new ResultFn<>(schema, rowCoders)))
        .setCoder(
            KvCoder.of(inputs.getKeyCoder(), CoGbkResultCoder.of(schema, UnionCoder.of(coders))));
  }

  private static <K, V> KvCoder<K, V> coder(TaggedKeyedPCollection<K, V> input) {
    return (KvCoder<K, V>) input.getCollection().getCoder();
  }

  private static <K, V> PCollection<KV<Integer, KV<Integer, byte[]>>> packed(
      TaggedKeyedPCollection<K, V> input, int index, SerializableFunction<K, Integer> shardOf) {
    return input
        .getCollection()
        .apply("Pack" + index, ParDo.of(new PackShardsFn<>(coder(input), shardOf, index)))
        .setCoder(GroupPieces.CODER);
  }

  private static final class ResultFn<K>
      extends DoFn<KV<Integer, Iterable<KV<Integer, byte[]>>>, KV<K, CoGbkResult>> {
    private static final long serialVersionUID = 1L;

    private final CoGbkResultSchema schema;
    private final List<KvCoder<K, ?>> coders;

    /**
     * @param coders of the rows of each input
     */
    ResultFn(CoGbkResultSchema schema, List<KvCoder<K, ?>> coders) {
      this.schema = schema;
      this.coders = coders;
    }

    @ProcessElement
    public void result(
        @Element KV<Integer, Iterable<KV<Integer, byte[]>>> shard,
        OutputReceiver<KV<K, CoGbkResult>> output) {
      Map<K, List<RawUnionValue>> groups = new LinkedHashMap<>();
      for (KV<Integer, byte[]> piece : shard.getValue()) {
        int input = piece.getKey();
        read(
            piece.getValue(),
            coders.get(input),
            row ->
                groups
                    .computeIfAbsent(row.getKey(), key -> new ArrayList<>())
                    .add(new RawUnionValue(input, row.getValue())));
      }
      groups.forEach((key, values) -> output.output(KV.of(key, new CoGbkResult(schema, values))));
    }

    private static <K, V> void read(byte[] piece, KvCoder<K, V> coder, Consumer<KV<K, ?>> rows) {
      RowPiece.forEach(piece, coder, rows::accept);
    }
  }
}
