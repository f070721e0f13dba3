package dev.tipoff.transforms.training;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.Season;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * A model of every market for every cut, from the examples of slates before the cut. Where those
 * are too few there is a failure TOO_FEW_EXAMPLES instead.
 */
@AutoValue
public abstract class TrainModels
    extends PTransform<PBegin, WithFailures.Result<PCollection<MarketModel>, Failure>> {
  private static final TupleTag<MarketModel> MODELS = new TupleTag<>("models") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract ImmutableList<GameDay> cuts();

  abstract int seasons();

  abstract TrainMarket recipe();

  abstract Targets targets();

  abstract PCollectionView<TrainingSet> examples();

  /**
   * Trains for these cuts.
   *
   * @param cuts first slates that the models know nothing of
   * @param seasons how many a model learns from at most, that of its last slate among them, so that
   *     it does not hang on which other cuts are asked for
   */
  public static TrainModels before(
      List<GameDay> cuts, int seasons, TrainMarket recipe, PCollectionView<TrainingSet> examples) {
    return new AutoValue_TrainModels(
        ImmutableList.copyOf(cuts), seasons, recipe, Targets.ACTUAL, examples);
  }

  /** The same with other targets. */
  public TrainModels towards(Targets other) {
    return new AutoValue_TrainModels(cuts(), seasons(), recipe(), other, examples());
  }

  @Override
  public WithFailures.Result<PCollection<MarketModel>, Failure> expand(PBegin begin) {
    List<KV<String, Long>> lessons = new ArrayList<>();
    for (GameDay cut : cuts()) {
      for (Market market : Market.values()) {
        lessons.add(KV.of(market.name(), cut.getEpochDay()));
      }
    }
    PCollectionTuple trained =
        begin
            .apply(
                "Lessons",
                Create.of(lessons).withCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of())))
            .apply("Spread", Reshuffle.of())
            .apply(
                "Train",
                ParDo.of(new TrainFn(this))
                    .withSideInputs(examples())
                    .withOutputTags(MODELS, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        trained.get(MODELS).setCoder(Models.coder()), trained.get(FAILURES));
  }

  private static final class TrainFn extends DoFn<KV<String, Long>, MarketModel> {
    private static final long serialVersionUID = 1L;

    private final int seasons;
    private final TrainMarket recipe;
    private final Targets targets;
    private final PCollectionView<TrainingSet> examples;

    TrainFn(TrainModels models) {
      this.seasons = models.seasons();
      this.recipe = models.recipe();
      this.targets = models.targets();
      this.examples = models.examples();
    }

    @ProcessElement
    public void train(ProcessContext process) {
      Market market = Market.valueOf(process.element().getKey());
      GameDay cut = GameDay.ofEpochDay(process.element().getValue());
      GameDay from = Season.of(cut.plusDays(-1)).minus(seasons - 1).firstDay();
      List<TrainingExample> known =
          process.sideInput(examples).before(cut).stream()
              .filter(example -> !example.day().isBefore(from))
              .toList();
      try {
        process.output(recipe.train(targets.of(known), cut, market));
      } catch (TooFewExamplesException e) {
        process.output(
            FAILURES,
            Failure.ofKey(
                "Train",
                FailureCode.TOO_FEW_EXAMPLES,
                market.id() + "|" + cut,
                String.format("%s before %s: %s", market.id(), cut, e.getMessage()),
                "",
                cut));
      }
    }
  }
}
