package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.grouping.CombineInShards;
import dev.tipoff.transforms.systems.SystemKind;
import dev.tipoff.transforms.tables.RowShape;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;

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
    return graded
        .apply("SumBundles", ParDo.of(new SumBundleFn()))
        .setCoder(KvCoder.of(RowShape.coder(MetricKey.class), SerializableCoder.of(Accuracy.class)))
        .apply("Sum", CombineInShards.of(new SumFn()));
  }

  private static MetricKey key(GradedPrediction row, String population, String source) {
    return MetricKey.of(
        row.getSystemId(), row.getKind(), row.getMarket(), population, source, row.getSeason());
  }

  /** The rows of a bundle, in one look at each. */
  private static final class SumBundleFn extends DoFn<GradedPrediction, KV<MetricKey, Accuracy>> {
    private static final long serialVersionUID = 1L;

    private record Sum(MetricKey key, BoundedWindow window) {}

    private transient @Nullable Map<Sum, Accuracy> sums;

    @StartBundle
    public void start() {
      sums = new HashMap<>();
    }

    /** The chances and bets of population {@code all} are nobody's business and are not kept. */
    @ProcessElement
    public void add(@Element GradedPrediction row, BoundedWindow window) {
      if (!row.getEvaluated() || row.getActual() == null) {
        return;
      }
      if (row.getKind() != SystemKind.MARKET) {
        sum(key(row, "all", ""), window).addErrors(row);
      }
      if (row.getLine() != null) {
        sum(key(row, "lined", row.getSources()), window).add(row);
      }
    }

    private Accuracy sum(MetricKey key, BoundedWindow window) {
      return Objects.requireNonNull(sums)
          .computeIfAbsent(new Sum(key, window), any -> new Accuracy());
    }

    @FinishBundle
    public void finish(FinishBundleContext bundle) {
      Objects.requireNonNull(sums)
          .forEach(
              (sum, accuracy) ->
                  bundle.output(
                      KV.of(sum.key(), accuracy), sum.window().maxTimestamp(), sum.window()));
      sums = null;
    }
  }

  private static final class SumFn extends Combine.CombineFn<Accuracy, Accuracy, Accuracy> {
    private static final long serialVersionUID = 1L;

    @Override
    public Accuracy createAccumulator() {
      return new Accuracy();
    }

    @Override
    public Accuracy addInput(Accuracy sum, Accuracy part) {
      sum.addAll(part);
      return sum;
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
  }
}
