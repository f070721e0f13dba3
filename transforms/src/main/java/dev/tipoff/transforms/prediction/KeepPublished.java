package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMap.Value;
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
 * Once a game has tipped off, a forecast as of another time than the published one would replace it
 * in hindsight: it becomes a failure of code PAST_TIP. A forecast of which nothing is published
 * goes through, so that a night can be replayed into an empty warehouse.
 */
@AutoValue
public abstract class KeepPublished
    extends PTransform<
        PCollection<Prediction>, WithFailures.Result<PCollection<Prediction>, Failure>> {
  private static final TupleTag<Prediction> KEPT = new TupleTag<>("kept") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PCollectionView<SlateMap<String, Prediction>> published();

  abstract Instant now();

  /**
   * Leaves these alone.
   *
   * @param published what is published of each slate, by {@link #key}
   * @param now games whose tip is not later are over or under way
   */
  public static KeepPublished of(
      PCollectionView<SlateMap<String, Prediction>> published, Instant now) {
    return new AutoValue_KeepPublished(published, now);
  }

  /** What is predicted, and by whom: the key of a prediction without its as-of time. */
  public static String key(Prediction prediction) {
    return String.join(
        "|",
        prediction.getSystemId(),
        prediction.getGameId(),
        prediction.getPlayer().getId(),
        prediction.getMarket().id());
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

    private final PCollectionView<SlateMap<String, Prediction>> published;
    private final Instant now;

    JudgeFn(PCollectionView<SlateMap<String, Prediction>> published, Instant now) {
      this.published = published;
      this.now = now;
    }

    @ProcessElement
    public void judge(ProcessContext process) {
      Prediction prediction = process.element();
      Instant tip = prediction.getTipTime();
      if (tip == null
          || tip.isAfter(now)
          || !(process.sideInput(published).find(key(prediction))
              instanceof Value<Prediction> stands)
          || stands.value().getAsOf().equals(prediction.getAsOf())) {
        process.output(prediction);
        return;
      }
      process.output(
          FAILURES,
          Failure.of(
              "KeepPublished",
              FailureCode.PAST_TIP,
              key(prediction),
              String.format(
                  "%s: the game tipped off at %s and its forecast as of %s is published; one as of"
                      + " %s would replace it in hindsight; use backtest",
                  key(prediction), tip, stands.value().getAsOf(), prediction.getAsOf()),
              prediction.toString(),
              prediction.getGameDate()));
    }
  }
}
