package dev.tipoff.pipelines;

import dev.tipoff.io.metrics.WriteTextFile;
import dev.tipoff.io.site.SlatePage;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.grading.SystemDailyPerformance;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Phase 6: the page of the range's last slate, with the grades of the week before it. */
public final class PublishPipeline {
  private static final long DAYS_OF_GRADES = 7;

  private PublishPipeline() {}

  public static void build(
      Pipeline pipeline, SlateRange slates, PublishOptions options, Services services) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateRange tonight = SlateRange.of(slates.to());
    SlateRange graded = SlateRange.of(slates.to().plusDays(-DAYS_OF_GRADES), slates.to());
    SlateInputs inputs = SlateInputs.read(pipeline, Phase.PUBLISH, tonight, services, failures);
    PCollectionView<List<Prediction>> predictions =
        pipeline
            .apply("ReadPublished", warehouse.query(Queries.currentPredictions(tonight)))
            .apply("Published", CombinedView.list());
    PCollectionView<List<GradedPrediction>> grades =
        pipeline
            .apply("ReadGrades", warehouse.read(Tables.PREDICTION_ACCURACY, graded))
            .apply("Grades", CombinedView.list());
    PCollectionView<List<SystemDailyPerformance>> performance =
        pipeline
            .apply("ReadPerformance", warehouse.read(Tables.SYSTEM_DAILY_PERFORMANCE, graded))
            .apply("Performance", CombinedView.list());
    PCollection<StoredPartition> page =
        pipeline
            .apply("OnePage", Create.of(""))
            .apply(
                "Render",
                ParDo.of(new RenderFn(slates, predictions, grades, performance))
                    .withSideInputs(predictions, grades, performance))
            .apply("Write", WriteTextFile.to(options.getSite() + "/index.html", ""))
            .apply(
                "WrittenPage",
                MapElements.into(TypeDescriptor.of(StoredPartition.class))
                    .via(file -> StoredPartition.of("site/index.html", null, 1)))
            .setCoder(RowShape.coder(StoredPartition.class));
    RecordRun.of(inputs, List.of(page), failures, services);
  }

  private static final class RenderFn extends DoFn<String, KV<String, String>> {
    private static final long serialVersionUID = 1L;

    private final SlateRange slates;
    private final PCollectionView<List<Prediction>> predictions;
    private final PCollectionView<List<GradedPrediction>> grades;
    private final PCollectionView<List<SystemDailyPerformance>> performance;

    RenderFn(
        SlateRange slates,
        PCollectionView<List<Prediction>> predictions,
        PCollectionView<List<GradedPrediction>> grades,
        PCollectionView<List<SystemDailyPerformance>> performance) {
      this.slates = slates;
      this.predictions = predictions;
      this.grades = grades;
      this.performance = performance;
    }

    @ProcessElement
    public void render(ProcessContext process) {
      process.output(
          KV.of(
              "",
              SlatePage.render(
                  slates.to(),
                  process.sideInput(predictions),
                  process.sideInput(grades),
                  process.sideInput(performance))));
    }
  }
}
