package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.prediction.Prediction;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Predictions held against box scores, by game and player. A player of a played game without a box
 * score did not play, and his bets are void. A game without any box score has not been played: its
 * predictions stay ungraded, and the counter {@code predictions-pending} counts them.
 */
@AutoValue
public abstract class Grade
    extends PTransform<PCollection<Prediction>, PCollection<GradedPrediction>> {
  abstract PCollection<PlayerGame> games();

  public static Grade against(PCollection<PlayerGame> games) {
    return new AutoValue_Grade(games);
  }

  @Override
  public PCollection<GradedPrediction> expand(PCollection<Prediction> predictions) {
    TupleTag<Prediction> predictionsTag = new TupleTag<>();
    TupleTag<PlayerGame> gamesTag = new TupleTag<>();
    return KeyedPCollectionTuple.of(
            predictionsTag,
            predictions.apply(
                "PredictionsByGame",
                WithKeys.<String, Prediction>of(Prediction::getGameId)
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            gamesTag,
            games()
                .apply(
                    "BoxScoresByGame",
                    WithKeys.<String, PlayerGame>of(PlayerGame::getGameId)
                        .withKeyType(TypeDescriptors.strings())))
        .apply("ByGame", CoGroupInShards.create())
        .apply("Settle", ParDo.of(new SettleFn(predictionsTag, gamesTag)));
  }
}
