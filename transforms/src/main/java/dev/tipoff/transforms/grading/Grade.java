package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import dev.tipoff.transforms.slate.SlateWindows;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Predictions held against box scores, by game and player. A player of a played game without a box
 * score did not play, and his bets are void. A game without any box score has not been played: its
 * predictions stay ungraded, and the counter {@code predictions-pending} counts them.
 *
 * <p>With {@link #withClosing} every bet has its closing line value too, where the market was seen
 * after the bet.
 *
 * <p>The box scores of a slate are a side input, so the predictions, of which there are many more,
 * are not shuffled. Predictions come in slate windows, and so do their grades.
 */
@AutoValue
public abstract class Grade
    extends PTransform<
        PCollection<Prediction>, WithFailures.Result<PCollection<GradedPrediction>, Failure>> {
  private static final TupleTag<GradedPrediction> GRADED = new TupleTag<>("graded") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract SlateRange slates();

  abstract PCollection<PlayerGame> games();

  abstract @Nullable PCollection<ConsensusLine> closing();

  /**
   * Grades against box scores.
   *
   * @param slates every slate of the predictions
   * @param games box scores of these slates; of others nothing is looked at
   */
  public static Grade against(SlateRange slates, PCollection<PlayerGame> games) {
    return new AutoValue_Grade(slates, games, null);
  }

  /**
   * Values bets by where the market closed too.
   *
   * @param closing the consensus of each book's last line before the tip
   */
  public Grade withClosing(PCollection<ConsensusLine> closing) {
    return new AutoValue_Grade(slates(), games(), closing);
  }

  @Override
  public WithFailures.Result<PCollection<GradedPrediction>, Failure> expand(
      PCollection<Prediction> predictions) {
    PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores =
        games().apply("BoxScoresOfSlate", SlateBoxScores.view(slates()));
    PCollection<ConsensusLine> closing = closing();
    PCollectionView<SlateMap<String, ConsensusLine>> closingLines =
        closing == null
            ? null
            : closing
                .apply("ClosingSlates", SlateWindows.by(ConsensusLine::getGameDate))
                .apply("ClosingOfSlate", SlateMapView.by(slates(), ConsensusLine::key));
    PCollectionTuple settled =
        predictions.apply(
            "Settle",
            ParDo.of(new SettleFn(boxScores, closingLines, FAILURES))
                .withSideInputs(
                    closingLines == null ? List.of(boxScores) : List.of(boxScores, closingLines))
                .withOutputTags(GRADED, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        settled.get(GRADED).setCoder(RowShape.coder(GradedPrediction.class)),
        settled.get(FAILURES));
  }
}
