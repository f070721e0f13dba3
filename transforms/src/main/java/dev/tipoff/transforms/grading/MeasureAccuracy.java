package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.systems.SystemKind;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

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
        .apply(
            "Populations",
            FlatMapElements.into(
                    TypeDescriptors.kvs(
                        TypeDescriptor.of(MetricKey.class),
                        TypeDescriptor.of(GradedPrediction.class)))
                .via(MeasureAccuracy::populations))
        .setCoder(KvCoder.of(RowShape.coder(MetricKey.class), graded.getCoder()))
        .apply("Sum", Combine.perKey(new SumFn()));
  }

  private static List<KV<MetricKey, GradedPrediction>> populations(GradedPrediction row) {
    List<KV<MetricKey, GradedPrediction>> found = new ArrayList<>();
    if (row.getEvaluated() && row.getActual() != null) {
      if (row.getKind() != SystemKind.MARKET) {
        found.add(KV.of(key(row, "all", ""), row));
      }
      if (row.getLine() != null) {
        found.add(KV.of(key(row, "lined", row.getSources()), row));
      }
    }
    return found;
  }

  private static MetricKey key(GradedPrediction row, String population, String source) {
    return MetricKey.of(
        row.getSystemId(), row.getKind(), row.getMarket(), population, source, row.getSeason());
  }

  /** Sums a bundle's rows before they travel. */
  private static final class SumFn extends Combine.CombineFn<GradedPrediction, Accuracy, Accuracy> {
    private static final long serialVersionUID = 1L;

    @Override
    public Accuracy createAccumulator() {
      return new Accuracy();
    }

    @Override
    public Accuracy addInput(Accuracy accuracy, GradedPrediction row) {
      accuracy.add(row);
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
