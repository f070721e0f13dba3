package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Instant;

/**
 * Of predictions that are made as of an earlier time, those that leave what was published alone.
 * Once a game has tipped off, whatever is added to its published forecasts is hindsight: it becomes
 * a failure of code PAST_TIP. A game of which nothing is published goes through, so that a night
 * can be replayed into an empty warehouse.
 */
@AutoValue
public abstract class KeepPublished
    extends PTransform<
        PCollection<Prediction>, WithFailures.Result<PCollection<Prediction>, Failure>> {
  private static final TupleTag<Prediction> KEPT = new TupleTag<>("kept") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PCollection<String> published();

  abstract Instant now();

  /**
   * Leaves these alone.
   *
   * @param published ids of the games of which something is published
   * @param now games whose tip is not later are over or under way
   */
  public static KeepPublished of(PCollection<String> published, Instant now) {
    return new AutoValue_KeepPublished(published, now);
  }

  @Override
  public WithFailures.Result<PCollection<Prediction>, Failure> expand(
      PCollection<Prediction> predictions) {
    PCollectionView<List<String>> games = published().apply("Published", View.asList());
    PCollectionTuple judged =
        predictions.apply(
            "Judge",
            ParDo.of(new JudgeFn(games, now()))
                .withSideInputs(games)
                .withOutputTags(KEPT, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(judged.get(KEPT), judged.get(FAILURES));
  }

  private static final class JudgeFn extends DoFn<Prediction, Prediction> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<List<String>> published;
    private final Instant now;

    JudgeFn(PCollectionView<List<String>> published, Instant now) {
      this.published = published;
      this.now = now;
    }

    @ProcessElement
    public void judge(ProcessContext process) {
      Prediction prediction = process.element();
      Instant tip = prediction.getTipTime();
      if (tip == null
          || tip.isAfter(now)
          || !process.sideInput(published).contains(prediction.getGameId())) {
        process.output(prediction);
        return;
      }
      process.output(
          FAILURES,
          Failure.of(
              "KeepPublished",
              FailureCode.PAST_TIP,
              String.join(
                  "|",
                  prediction.getSystemId(),
                  prediction.getGameId(),
                  prediction.getPlayer().getId(),
                  prediction.getMarket().id(),
                  prediction.getAsOf().toString()),
              String.format(
                  "%s of %s in game %s, as of %s: the game tipped off at %s and its forecasts are"
                      + " published; use backtest",
                  prediction.getSystemId(),
                  prediction.getPlayerName(),
                  prediction.getGameId(),
                  prediction.getAsOf(),
                  tip),
              prediction.toString(),
              prediction.getGameDate()));
    }
  }
}
