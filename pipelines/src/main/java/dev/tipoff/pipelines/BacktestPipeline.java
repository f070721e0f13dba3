package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableList;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.BacktestOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.grading.Grade;
import dev.tipoff.transforms.grading.GradedPrediction;
import dev.tipoff.transforms.learned.MarketModel;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Consensus;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.odds.SlateLines;
import dev.tipoff.transforms.prediction.LimitStakes;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.RequestEveryMarket;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.systems.Baseline;
import dev.tipoff.transforms.systems.MarketAwareSystem;
import dev.tipoff.transforms.systems.MarketLine;
import dev.tipoff.transforms.systems.PredictionSystem;
import dev.tipoff.transforms.systems.SystemKind;
import dev.tipoff.transforms.training.BoostingSettings;
import dev.tipoff.transforms.training.Targets;
import dev.tipoff.transforms.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;

/**
 * Every player's every game of a range of slates, predicted with what was known before each tip and
 * graded. It fills tables of its own and never touches what was published. Where the options name a
 * file of metrics, the systems are measured beside the baselines and the market, which are not kept
 * and predict nothing otherwise.
 */
public final class BacktestPipeline {
  private BacktestPipeline() {}

  public static void build(
      Pipeline pipeline, SlateRange slates, BacktestOptions options, Services services) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    List<PCollection<Failure>> reportFailures = new ArrayList<>();
    List<GameDay> cuts = Retraining.cuts(options, slates);
    Duration lead = Lead.of(options);
    boolean measured = options.getMetrics() != null;
    Consensus consensus = Consensus.create().withDevig(PredictPipeline.devig(options));

    AsPlayed played =
        AsPlayed.read(
            pipeline,
            Lessons.slates(slates, cuts, options.getTrainSeasons()),
            AvailabilityMode.parse(options.getAvailability()),
            lead,
            warehouse,
            failures,
            reportFailures);
    SlateSideInputs slate = played.sideInputs();
    PCollectionView<SlateMap<String, ConsensusLine>> lines =
        played
            .lines()
            .apply("LineSlates", SlateWindows.by(PropLine::getGameDate))
            .apply("Consensus", consensus)
            .apply("LinesOfSlate", SlateLines.view(played.slates()));
    PCollectionView<Models> models =
        models(
            pipeline,
            slates,
            options,
            cuts,
            failures,
            () -> Lessons.examples(played, slate, lines));

    PCollection<Prediction> predictions =
        played
            .contexts()
            .apply("Asked", Filter.by(context -> slates.contains(context.getGameDate())))
            .apply("RequestSlates", SlateWindows.by(GameContext::getGameDate))
            .apply("Requests", RequestEveryMarket.with(lines))
            .apply(
                "Predict",
                Predict.with(measured ? withBaselines() : Systems.BLIND)
                    .combinedSystems(Systems.COMBINED)
                    .marketSystems(measured ? withMarket() : Systems.MARKET_AWARE)
                    .policy(PredictPipeline.policy(options))
                    .lead(lead)
                    .features(slate.features())
                    .contexts(slate.contexts())
                    .histories(slate.histories())
                    .models(models)
                    .build())
            .failuresTo(failures)
            .apply("LimitStakes", LimitStakes.of(options.getMaxStakePerGame()));
    Grade grade = Grade.against(slates, played.games());
    if (lead.isLongerThan(Duration.ZERO)) {
      grade =
          grade.withClosing(
              played
                  .allLines()
                  .apply("ClosingSlates", SlateWindows.by(PropLine::getGameDate))
                  .apply("Closing", consensus));
    }
    PCollection<GradedPrediction> graded = predictions.apply("Grade", grade).failuresTo(failures);

    PCollection<GradedPrediction> own =
        measured ? graded.apply("OwnGrades", Filter.by(row -> isOwn(row.getKind()))) : graded;
    PCollection<StoredPartition> stored =
        own.apply("ReplacePredictions", warehouse.replace(Tables.BACKTEST_PREDICTIONS, slates))
            .failuresTo(failures);
    PCollection<Failure> asked = ofSlates("Failures", failures, slates);
    BacktestFiles.write(graded, own, asked, slates, options);
    List<PCollection<Failure>> kept = new ArrayList<>();
    // Every player begins every season without history: counted in the metrics, not stored.
    kept.add(
        asked.apply("Keep", Filter.by(failure -> failure.getCode() != FailureCode.NO_HISTORY)));
    if (!reportFailures.isEmpty()) {
      kept.add(ofSlates("ReportFailures", reportFailures, slates));
    }
    RecordRun.withoutInputs("backtest", List.of(stored), kept, services);
  }

  /** Those of a folder, or trained on slates before; absent if nobody wants any. */
  private static @Nullable PCollectionView<Models> models(
      Pipeline pipeline,
      SlateRange slates,
      BacktestOptions options,
      List<GameDay> cuts,
      List<PCollection<Failure>> failures,
      Supplier<PCollectionView<TrainingSet>> examples) {
    Double weight = options.getLineWeight();
    if (weight != null && cuts.isEmpty()) {
      throw new IllegalArgumentException(
          "--lineWeight is for models that the backtest trains; leave out --modelDir and"
              + " --retrain=never");
    }
    if (options.getModelDir() != null) {
      return LoadedModels.view(
          pipeline, slates, options.getModelDir(), options.getAvailability(), failures);
    }
    if (cuts.isEmpty()) {
      return null;
    }
    PCollection<MarketModel> learned =
        Lessons.models(
            cuts,
            options.getTrainSeasons(),
            BoostingSettings.standard(),
            options.getPermuteTargets() ? Targets.PERMUTED : Targets.ACTUAL,
            examples.get(),
            failures);
    return (weight == null ? learned : withLineWeight(learned, weight))
        .apply("Models", Models.view());
  }

  private static PCollection<MarketModel> withLineWeight(
      PCollection<MarketModel> learned, double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("--lineWeight=" + weight + ": give a share from 0 to 1");
    }
    return learned
        .apply(
            "LineWeight",
            MapElements.into(TypeDescriptor.of(MarketModel.class))
                .via(model -> model.withLineWeight(weight)))
        .setCoder(Models.coder());
  }

  private static ImmutableList<PredictionSystem> withBaselines() {
    return ImmutableList.<PredictionSystem>builder()
        .addAll(Systems.BLIND)
        .add(Baseline.values())
        .build();
  }

  private static ImmutableList<MarketAwareSystem> withMarket() {
    return ImmutableList.<MarketAwareSystem>builder()
        .add(MarketLine.values())
        .addAll(Systems.MARKET_AWARE)
        .build();
  }

  private static boolean isOwn(SystemKind kind) {
    return kind == SystemKind.BLIND || kind == SystemKind.MARKET_AWARE;
  }

  /** Those of the slates that were asked for, and of none; not those of slates to learn from. */
  private static PCollection<Failure> ofSlates(
      String name, List<PCollection<Failure>> failures, SlateRange slates) {
    List<PCollection<Failure>> unwindowed = new ArrayList<>();
    for (PCollection<Failure> step : failures) {
      unwindowed.add(
          step.apply("Unwindow" + name + unwindowed.size(), Window.into(new GlobalWindows())));
    }
    return PCollectionList.of(unwindowed)
        .apply("All" + name, Flatten.pCollections())
        .apply(
            name + "OfSlates",
            Filter.by(
                failure ->
                    failure.getGameDate() == null || slates.contains(failure.getGameDate())));
  }
}
