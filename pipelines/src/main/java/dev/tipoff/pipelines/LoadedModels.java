package dev.tipoff.pipelines;

import dev.tipoff.io.models.LoadModels;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * The champion's models of a folder. They are not asked about slates that they learned from: there
 * is a failure of each instead.
 */
final class LoadedModels {
  private LoadedModels() {}

  /**
   * Reads them.
   *
   * @param availability what the forecasts know of who is out
   */
  static PCollectionView<Models> view(
      Pipeline pipeline,
      SlateRange slates,
      String folder,
      String availability,
      List<PCollection<Failure>> failures) {
    PCollectionView<Models> models = view(pipeline, folder, availability);
    failures.add(
        pipeline
            .apply("SlatesOfModels", Create.of(slates.days()))
            .apply("CheckModels", ParDo.of(new CheckFn(models)).withSideInputs(models)));
    return models;
  }

  /** As above for slates to come, which no model has learned from. */
  static PCollectionView<Models> view(Pipeline pipeline, String folder, String availability) {
    return pipeline
        .apply("LoadModels", LoadModels.of(folder, ModelFeatures.blind(), availability))
        .apply("Models", Models.view());
  }

  private static final class CheckFn extends DoFn<GameDay, Failure> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Models> models;

    CheckFn(PCollectionView<Models> models) {
      this.models = models;
    }

    @ProcessElement
    public void check(ProcessContext process) {
      GameDay slate = process.element();
      if (process.sideInput(models).before(slate).of(Market.POINTS).isEmpty()) {
        process.output(
            Failure.ofSlate(
                "Predict",
                FailureCode.MODEL_KNOWS_SLATE,
                "the models learned from "
                    + slate
                    + " or later, and would know the answers; train through the day before, or"
                    + " use backtest",
                "",
                slate));
      }
    }
  }
}
