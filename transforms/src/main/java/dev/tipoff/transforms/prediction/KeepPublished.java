package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
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
 * can be replayed into an empty warehouse, and so does a repetition by a system that is published
 * as of that time already: what is stored stands, and a run that died half-way is made whole.
 */
@AutoValue
public abstract class KeepPublished
    extends PTransform<
        PCollection<Prediction>, WithFailures.Result<PCollection<Prediction>, Failure>> {
  private static final TupleTag<Prediction> KEPT = new TupleTag<>("kept") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PCollectionView<RunFingerprints> published();

  abstract Instant now();

  /**
   * Leaves these alone.
   *
   * @param published says of which games something is published, and as of which times
   * @param now games whose tip is not later are over or under way
   */
  public static KeepPublished of(PCollectionView<RunFingerprints> published, Instant now) {
    return new AutoValue_KeepPublished(published, now);
  }

  @Override
  public WithFailures.Result<PCollection<Prediction>, Failure> expand(
      PCollection<Prediction> predictions) {
    PCollectionTuple judged =
        predictions.apply(
            "Judge",
            ParDo.of(new JudgeFn(published(), now()))
                .withSideInputs(published())
                .withOutputTags(KEPT, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(judged.get(KEPT), judged.get(FAILURES));
  }

  private static final class JudgeFn extends DoFn<Prediction, Prediction> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<RunFingerprints> published;
    private final Instant now;

    JudgeFn(PCollectionView<RunFingerprints> published, Instant now) {
      this.published = published;
      this.now = now;
    }

    @ProcessElement
    public void judge(ProcessContext process) {
      Prediction prediction = process.element();
      Instant tip = prediction.getTipTime();
      if (tip == null || tip.isAfter(now)) {
        process.output(prediction);
        return;
      }
      SlateFingerprints slate = process.sideInput(published).slate(prediction.getGameDate());
      if (!slate.isPublished(prediction.getGameId())
          || slate.isPublished(
              prediction.getGameId(), prediction.getSystemId(), prediction.getAsOf())) {
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
