package dev.tipoff.transforms.training;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.features.Evaluation;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.features.LeagueHistory;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.SlateLines;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMap.Value;
import dev.tipoff.transforms.systems.PredictionSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Feature vectors in slate windows held against the box scores that came after: an example to learn
 * from for each player and game that was played. What has no box score or no context makes none.
 */
@AutoValue
public abstract class MakeExamples
    extends PTransform<PCollection<FeatureVector>, PCollection<TrainingExample>> {
  abstract ImmutableList<PredictionSystem> systems();

  abstract ModelFeatures features();

  abstract PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts();

  abstract PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores();

  abstract PCollectionView<SlateMap<String, ConsensusLine>> lines();

  abstract PCollectionView<LeagueHistory> histories();

  /**
   * Examples for a model of these features.
   *
   * @param systems whose forecasts are worth mixing with the model's
   */
  public static Builder of(ModelFeatures features, List<? extends PredictionSystem> systems) {
    return new AutoValue_MakeExamples.Builder()
        .features(features)
        .systems(ImmutableList.copyOf(systems));
  }

  /** Builds a {@link MakeExamples}. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder features(ModelFeatures features);

    abstract Builder systems(ImmutableList<PredictionSystem> systems);

    public abstract Builder contexts(
        PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts);

    public abstract Builder boxScores(
        PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores);

    /** As {@link SlateLines} gathers them. */
    public abstract Builder lines(PCollectionView<SlateMap<String, ConsensusLine>> lines);

    public abstract Builder histories(PCollectionView<LeagueHistory> histories);

    public abstract MakeExamples build();
  }

  @Override
  public PCollection<TrainingExample> expand(PCollection<FeatureVector> vectors) {
    return vectors
        .apply(
            "Example",
            ParDo.of(new ExampleFn(this))
                .withSideInputs(contexts(), boxScores(), lines(), histories()))
        .setCoder(new TrainingExampleCoder())
        .apply("Unwindow", Window.into(new GlobalWindows()));
  }

  private static final class ExampleFn extends DoFn<FeatureVector, TrainingExample> {
    private static final long serialVersionUID = 1L;

    private final ImmutableList<PredictionSystem> systems;
    private final ModelFeatures features;
    private final PCollectionView<SlateMap<PlayerGameKey, GameContext>> contexts;
    private final PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores;
    private final PCollectionView<SlateMap<String, ConsensusLine>> lines;
    private final PCollectionView<LeagueHistory> histories;

    ExampleFn(MakeExamples examples) {
      this.systems = examples.systems();
      this.features = examples.features();
      this.contexts = examples.contexts();
      this.boxScores = examples.boxScores();
      this.lines = examples.lines();
      this.histories = examples.histories();
    }

    @ProcessElement
    public void example(ProcessContext process) {
      FeatureVector vector = process.element();
      PlayerGameKey key = PlayerGameKey.of(vector.getGameId(), vector.getPlayer());
      if (process.sideInput(boxScores).find(key) instanceof Value<PlayerGame> played
          && process.sideInput(contexts).find(key) instanceof Value<GameContext> context) {
        SlateMap<String, ConsensusLine> slate = process.sideInput(lines);
        List<Optional<ConsensusLine>> seen =
            Arrays.stream(Market.values())
                .map(
                    market ->
                        SlateLines.find(slate, vector.getGameId(), vector.getPlayer(), market))
                .toList();
        process.output(
            example(vector, context.value(), played.value(), seen, process.sideInput(histories)));
      }
    }

    private TrainingExample example(
        FeatureVector vector,
        GameContext context,
        PlayerGame played,
        List<Optional<ConsensusLine>> seen,
        LeagueHistory history) {
      FeatureVector blind = vector.blind();
      KnownGames games = history.before(context.getGameDate(), context.getSeason());
      float[] means = new float[Market.values().length * systems.size()];
      float[] overs = new float[means.length];
      int place = 0;
      for (Market market : Market.values()) {
        Optional<ConsensusLine> line = seen.get(market.ordinal());
        for (PredictionSystem system : systems) {
          Optional<Forecast> forecast = system.forecast(blind, context, games, market);
          means[place] = forecast.map(known -> (float) known.mean()).orElse(Float.NaN);
          overs[place++] =
              forecast.isPresent() && line.isPresent()
                  ? (float) forecast.get().overGivenNoPush(line.get().getLine())
                  : Float.NaN;
        }
      }
      return TrainingExample.of(
          played,
          Evaluation.of(context, vector),
          features.valuesOf(vector),
          means,
          overs,
          seen.stream().map(line -> line.map(SeenLine::of)).toList());
    }
  }
}
