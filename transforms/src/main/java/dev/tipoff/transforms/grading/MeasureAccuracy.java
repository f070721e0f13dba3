package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.grouping.CombineInShards;
import dev.tipoff.transforms.systems.SystemKind;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * How good every system, baseline and the market were, by market, season and population. A row
 * counts in {@code all} if it is evaluated and the player played, and in {@code lined}, by the
 * feeds of its line, if it has one as well.
 */
public final class MeasureAccuracy
    extends PTransform<PCollection<GradedPrediction>, PCollection<KV<MetricKey, Accuracy>>> {
  private static final long serialVersionUID = 1L;

  private MeasureAccuracy() {}

  public static MeasureAccuracy create() {
    return new MeasureAccuracy();
  }

  @Override
  public PCollection<KV<MetricKey, Accuracy>> expand(PCollection<GradedPrediction> graded) {
    PCollection<GradedPrediction> evaluated =
        graded.apply("Evaluated", Filter.by(row -> row.getEvaluated() && row.getActual() != null));
    return PCollectionList.of(
            evaluated
                .apply("All", Filter.by(row -> row.getKind() != SystemKind.MARKET))
                .apply("AllByKey", WithKeys.of(row -> key(row, "all", "")))
                .setCoder(keyed(graded))
                .apply("SumAll", CombineInShards.of(new SumFn(false))))
        .and(
            evaluated
                .apply("Lined", Filter.by(row -> row.getLine() != null))
                .apply("LinedByKey", WithKeys.of(row -> key(row, "lined", row.getSources())))
                .setCoder(keyed(graded))
                .apply("SumLined", CombineInShards.of(new SumFn(true))))
        .apply("Measured", Flatten.pCollections());
  }

  private static KvCoder<MetricKey, GradedPrediction> keyed(PCollection<GradedPrediction> rows) {
    return KvCoder.of(RowShape.coder(MetricKey.class), rows.getCoder());
  }

  private static MetricKey key(GradedPrediction row, String population, String source) {
    return MetricKey.of(
        row.getSystemId(), row.getKind(), row.getMarket(), population, source, row.getSeason());
  }

  /** The chances and bets of population {@code all} are nobody's business and are not kept. */
  private static final class SumFn extends Combine.CombineFn<GradedPrediction, Accuracy, Accuracy> {
    private static final long serialVersionUID = 1L;

    private final boolean lined;

    SumFn(boolean lined) {
      this.lined = lined;
    }

    @Override
    public Accuracy createAccumulator() {
      return new Accuracy();
    }

    @Override
    public Accuracy addInput(Accuracy accuracy, GradedPrediction row) {
      if (lined) {
        accuracy.add(row);
      } else {
        accuracy.addErrors(row);
      }
      return accuracy;
    }

    @Override
    public Accuracy mergeAccumulators(Iterable<Accuracy> parts) {
      Accuracy merged = new Accuracy();
      parts.forEach(merged::addAll);
      return merged;
    }

    @Override
    public Accuracy extractOutput(Accuracy accuracy) {
      return accuracy;
    }

    @Override
    public Coder<Accuracy> getAccumulatorCoder(
        CoderRegistry registry, Coder<GradedPrediction> rows) {
      return SerializableCoder.of(Accuracy.class);
    }

    @Override
    public Coder<Accuracy> getDefaultOutputCoder(
        CoderRegistry registry, Coder<GradedPrediction> rows) {
      return SerializableCoder.of(Accuracy.class);
    }
  }
}
