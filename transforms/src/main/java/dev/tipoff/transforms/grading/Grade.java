package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import dev.tipoff.transforms.slate.SlateWindows;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Predictions held against box scores, by game and player. A player of a played game without a box
 * score did not play, and his bets are void. A game without any box score has not been played: its
 * predictions stay ungraded, and the counter {@code predictions-pending} counts them.
 *
 * <p>The box scores of a slate are a side input, so the predictions, of which there are many more,
 * are not shuffled. Output is in slate windows.
 */
@AutoValue
public abstract class Grade
    extends PTransform<PCollection<Prediction>, PCollection<GradedPrediction>> {
  abstract SlateRange slates();

  abstract PCollection<PlayerGame> games();

  /**
   * Grades against box scores.
   *
   * @param slates every slate of the predictions
   */
  public static Grade against(SlateRange slates, PCollection<PlayerGame> games) {
    return new AutoValue_Grade(slates, games);
  }

  @Override
  public PCollection<GradedPrediction> expand(PCollection<Prediction> predictions) {
    PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores =
        games()
            .apply("BoxScoreSlates", SlateWindows.by(PlayerGame::getGameDate))
            .apply(
                "BoxScoresOfSlate",
                SlateMapView.by(
                    slates(), row -> PlayerGameKey.of(row.getGameId(), row.getPlayer())));
    return predictions
        .apply("PredictionSlates", SlateWindows.by(Prediction::getGameDate))
        .apply("Settle", ParDo.of(new SettleFn(boxScores)).withSideInputs(boxScores));
  }
}
