package dev.tipoff.pipelines;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.models.Models;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** Slates that models cannot be asked about, since they learned from them: a failure of each. */
final class SlatesOfModels {
  private SlatesOfModels() {}

  static PCollection<Failure> check(SlateRange slates, PCollectionView<Models> models) {
    return models
        .getPipeline()
        .apply("SlatesOfModels", Create.of(slates.days()))
        .apply("CheckModels", ParDo.of(new CheckFn(models)).withSideInputs(models));
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
