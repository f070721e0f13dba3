package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.grouping.CombineInShards;
import dev.tipoff.transforms.systems.SystemKind;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

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
    return graded.apply(
        "Sum",
        CombineInShards.ofParts(
            MeasureAccuracy::populations,
            KvCoder.of(
                RowShape.coder(MetricKey.class), KvCoder.of(graded.getCoder(), BooleanCoder.of())),
            new SumFn()));
  }

  /** What a row counts in; the flag says whether with its line. */
  private static List<KV<MetricKey, KV<GradedPrediction, Boolean>>> populations(
      GradedPrediction row) {
    List<KV<MetricKey, KV<GradedPrediction, Boolean>>> populations = new ArrayList<>(2);
    if (row.getEvaluated() && row.getActual() != null) {
      if (row.getKind() != SystemKind.MARKET) {
        populations.add(KV.of(key(row, "all", ""), KV.of(row, false)));
      }
      if (row.getLine() != null) {
        populations.add(KV.of(key(row, "lined", row.getSources()), KV.of(row, true)));
      }
    }
    return populations;
  }

  private static MetricKey key(GradedPrediction row, String population, String source) {
    return MetricKey.of(
        row.getSystemId(), row.getKind(), row.getMarket(), population, source, row.getSeason());
  }

  /** The chances and bets of population {@code all} are nobody's business and are not kept. */
  private static final class SumFn
      extends Combine.CombineFn<KV<GradedPrediction, Boolean>, Accuracy, Accuracy> {
    private static final long serialVersionUID = 1L;

    @Override
    public Accuracy createAccumulator() {
      return new Accuracy();
    }

    @Override
    public Accuracy addInput(Accuracy accuracy, KV<GradedPrediction, Boolean> row) {
      if (row.getValue()) {
        accuracy.add(row.getKey());
      } else {
        accuracy.addErrors(row.getKey());
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
        CoderRegistry registry, Coder<KV<GradedPrediction, Boolean>> rows) {
      return SerializableCoder.of(Accuracy.class);
    }

    @Override
    public Coder<Accuracy> getDefaultOutputCoder(
        CoderRegistry registry, Coder<KV<GradedPrediction, Boolean>> rows) {
      return SerializableCoder.of(Accuracy.class);
    }
  }
}
