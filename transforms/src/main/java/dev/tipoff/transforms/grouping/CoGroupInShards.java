package dev.tipoff.transforms.grouping;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
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
    List<Coder<?>> coders = new ArrayList<>();
    for (TaggedKeyedPCollection<K, ?> input : inputs.getKeyedCollections()) {
      coders.add(valueCoder(input));
    }
    UnionCoder unionCoder = UnionCoder.of(coders);
    KvCoder<K, RawUnionValue> keyedUnion = KvCoder.of(inputs.getKeyCoder(), unionCoder);
    PCollectionList<KV<K, RawUnionValue>> unions = PCollectionList.empty(inputs.getPipeline());
    for (TaggedKeyedPCollection<K, ?> input : inputs.getKeyedCollections()) {
      unions = unions.and(union(input, unions.size(), keyedUnion));
    }
    CoGbkResultSchema schema = inputs.getCoGbkResultSchema();
    return unions
        .apply("Flatten", Flatten.pCollections())
        .apply("Group", GroupInShards.create())
        .apply("Results", ParDo.of(new ResultFn<K>(schema)))
        .setCoder(KvCoder.of(inputs.getKeyCoder(), CoGbkResultCoder.of(schema, unionCoder)));
  }

  private static <K, V> Coder<V> valueCoder(TaggedKeyedPCollection<K, V> input) {
    return ((KvCoder<K, V>) input.getCollection().getCoder()).getValueCoder();
  }

  private static <K, V> PCollection<KV<K, RawUnionValue>> union(
      TaggedKeyedPCollection<K, V> input, int index, KvCoder<K, RawUnionValue> coder) {
    return input
        .getCollection()
        .apply("Union" + index, ParDo.of(new UnionFn<K, V>(index)))
        .setCoder(coder);
  }

  private static final class UnionFn<K, V> extends DoFn<KV<K, V>, KV<K, RawUnionValue>> {
    private static final long serialVersionUID = 1L;

    private final int index;

    UnionFn(int index) {
      this.index = index;
    }

    @ProcessElement
    public void union(@Element KV<K, V> row, OutputReceiver<KV<K, RawUnionValue>> output) {
      output.output(KV.of(row.getKey(), new RawUnionValue(index, row.getValue())));
    }
  }

  private static final class ResultFn<K>
      extends DoFn<KV<K, Iterable<RawUnionValue>>, KV<K, CoGbkResult>> {
    private static final long serialVersionUID = 1L;

    private final CoGbkResultSchema schema;

    ResultFn(CoGbkResultSchema schema) {
      this.schema = schema;
    }

    @ProcessElement
    public void result(
        @Element KV<K, Iterable<RawUnionValue>> group, OutputReceiver<KV<K, CoGbkResult>> output) {
      output.output(KV.of(group.getKey(), new CoGbkResult(schema, group.getValue())));
    }
  }
}
