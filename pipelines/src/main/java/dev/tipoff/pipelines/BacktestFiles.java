package dev.tipoff.pipelines;

import dev.tipoff.io.metrics.MetricsJson;
import dev.tipoff.io.metrics.PredictionsCsv;
import dev.tipoff.io.metrics.WriteTextFile;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grading.Accuracy;
import dev.tipoff.transforms.grading.CountExclusions;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.MeasureAccuracy;
import dev.tipoff.transforms.grading.MetricKey;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.OneList;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/** The files of a backtest: metrics as JSON, predictions as CSV. */
final class BacktestFiles {
  private BacktestFiles() {}

  /**
   * @param graded everything that was graded, baselines and the market among it
   * @param own what the systems predicted
   */
  static void write(
      PCollection<GradedPrediction> graded,
      PCollection<GradedPrediction> own,
      PCollection<Failure> failures,
      SlateRange slates,
      BacktestOptions options) {
    if (options.getMetrics() != null) {
      writeMetrics(
          graded.apply("UnwindowGraded", Window.into(new GlobalWindows())),
          failures,
          slates,
          AvailabilityMode.parse(options.getAvailability()),
          options.getMetrics());
    }
    if (options.getPredictions() != null) {
      own.apply("UnwindowOwn", Window.into(new GlobalWindows()))
          .apply(
              "CsvLines",
              MapElements.into(
                      TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.strings()))
                  .via(row -> KV.of(PredictionsCsv.order(row), PredictionsCsv.line(row))))
          .apply(
              "WritePredictions",
              WriteTextFile.to(options.getPredictions(), PredictionsCsv.HEADER));
    }
  }

  private static void writeMetrics(
      PCollection<GradedPrediction> graded,
      PCollection<Failure> failures,
      SlateRange slates,
      AvailabilityMode availability,
      String file) {
    PCollectionView<List<KV<String, Long>>> excluded =
        graded
            .apply("CountExclusions", CountExclusions.with(failures))
            .apply("Excluded", CombinedView.list());
    graded
        .apply("MeasureAccuracy", MeasureAccuracy.create())
        .apply("Measured", OneList.create())
        .apply(
            "MetricsJson",
            ParDo.of(new JsonFn(slates, availability, excluded)).withSideInputs(excluded))
        .apply("WriteMetrics", WriteTextFile.to(file, ""));
  }

  private static final class JsonFn
      extends DoFn<List<KV<MetricKey, Accuracy>>, KV<String, String>> {
    private static final long serialVersionUID = 1L;

    private final SlateRange slates;
    private final AvailabilityMode availability;
    private final PCollectionView<List<KV<String, Long>>> excluded;

    JsonFn(
        SlateRange slates,
        AvailabilityMode availability,
        PCollectionView<List<KV<String, Long>>> excluded) {
      this.slates = slates;
      this.availability = availability;
      this.excluded = excluded;
    }

    @ProcessElement
    public void json(@Element List<KV<MetricKey, Accuracy>> measured, ProcessContext process) {
      SortedMap<MetricKey, Accuracy> rows = new TreeMap<>();
      measured.forEach(row -> rows.put(row.getKey(), row.getValue()));
      Map<String, Long> counts = new TreeMap<>();
      process.sideInput(excluded).forEach(row -> counts.put(row.getKey(), row.getValue()));
      process.output(KV.of("", MetricsJson.of(slates, availability.id(), rows, counts)));
    }
  }
}
