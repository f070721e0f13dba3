package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.InstantCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * {@link LimitStakes} of a stream: predictions in slate windows as they are made, and out come
 * those that say something new, with the stakes that they have beside all others of their system
 * and game. A bet that moves another's stake brings that out too.
 *
 * <p>What comes out is as of the newest time of the game's predictions, each time a later one, so
 * that none takes the place of another that was published before it.
 */
@AutoValue
public abstract class MovingStakes
    extends PTransform<PCollection<Prediction>, PCollection<Prediction>> {
  abstract double maxStakePerGame();

  abstract Duration patience();

  /**
   * Limits what each system stakes on one game.
   *
   * @param maxStakePerGame the most of the bankroll
   * @param patience how long after a prediction, so that those of one move are taken together
   */
  public static MovingStakes of(double maxStakePerGame, Duration patience) {
    LimitStakes.of(maxStakePerGame);
    return new AutoValue_MovingStakes(maxStakePerGame, patience);
  }

  @Override
  public PCollection<Prediction> expand(PCollection<Prediction> predictions) {
    return predictions
        .apply("ByGame", WithKeys.of(Prediction::getGameId).withKeyType(TypeDescriptors.strings()))
        .apply("Limit", ParDo.of(new LimitFn(maxStakePerGame(), patience())))
        .setCoder(RowShape.coder(Prediction.class));
  }

  private static final class LimitFn extends DoFn<KV<String, Prediction>, Prediction> {
    private static final long serialVersionUID = 1L;
    private static final Instant ANY_TIME = Instant.EPOCH;

    /**
     * As they were made, by system, player and market: what is not said yet, and of what is said
     * the bets, since they go by each other.
     */
    @StateId("made")
    private final StateSpec<MapState<String, Prediction>> madeSpec =
        StateSpecs.map(StringUtf8Coder.of(), RowShape.coder(Prediction.class));

    /** What was last said of each, as a hash of all but the time. */
    @StateId("said")
    private final StateSpec<MapState<String, Long>> saidSpec =
        StateSpecs.map(StringUtf8Coder.of(), VarLongCoder.of());

    @StateId("newest")
    private final StateSpec<ValueState<Instant>> newestSpec = StateSpecs.value(InstantCoder.of());

    @StateId("last")
    private final StateSpec<ValueState<Instant>> lastSpec = StateSpecs.value(InstantCoder.of());

    @TimerId("soon")
    private final TimerSpec soonSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    private final Counter late = Metrics.counter(MovingStakes.class, "late");
    private final Counter unchanged = Metrics.counter(MovingStakes.class, "unchanged");

    private final double most;
    private final Duration patience;

    LimitFn(double most, Duration patience) {
      this.most = most;
      this.patience = patience;
    }

    @ProcessElement
    public void made(
        @Element KV<String, Prediction> element,
        @StateId("made") MapState<String, Prediction> made,
        @StateId("newest") ValueState<Instant> newest,
        @TimerId("soon") Timer soon) {
      Prediction row = element.getValue();
      made.put(subject(row), row);
      Instant known = newest.read();
      if (known == null || row.getAsOf().isAfter(known)) {
        newest.write(row.getAsOf());
      }
      soon.offset(patience).setRelative();
    }

    private static String subject(Prediction row) {
      return row.getSystemId() + "|" + row.getPlayer().getId() + "|" + row.getMarket().id();
    }

    @OnTimer("soon")
    public void saySoon(
        @StateId("made") MapState<String, Prediction> made,
        @StateId("said") MapState<String, Long> said,
        @StateId("newest") ValueState<Instant> newest,
        @StateId("last") ValueState<Instant> last,
        OutputReceiver<Prediction> output) {
      say(made, said, newest, last, output);
    }

    /** What the stream's end comes before. */
    @OnWindowExpiration
    public void expire(
        @StateId("made") MapState<String, Prediction> made,
        @StateId("said") MapState<String, Long> said,
        @StateId("newest") ValueState<Instant> newest,
        @StateId("last") ValueState<Instant> last,
        OutputReceiver<Prediction> output) {
      say(made, said, newest, last, output);
    }

    private void say(
        MapState<String, Prediction> made,
        MapState<String, Long> said,
        ValueState<Instant> newest,
        ValueState<Instant> last,
        OutputReceiver<Prediction> output) {
      SortedMap<String, List<Prediction>> bets = new TreeMap<>();
      List<Prediction> rows = new ArrayList<>();
      for (Map.Entry<String, Prediction> each : made.entries().read()) {
        Prediction row = each.getValue();
        if (row.getStake() != null && row.getStake() > 0) {
          bets.computeIfAbsent(row.getSystemId(), system -> new ArrayList<>()).add(row);
        } else {
          rows.add(row);
          made.remove(each.getKey());
        }
      }
      bets.values().forEach(ofSystem -> rows.addAll(LimitStakes.limit(ofSystem, most)));
      Instant asOf = newest.read();
      Instant before = last.read();
      if (asOf == null) {
        return;
      }
      if (before != null && !asOf.isAfter(before)) {
        asOf = before.plus(1);
      }
      boolean isNew = false;
      for (Prediction row : rows) {
        long hash = hash(row);
        Long known = said.get(subject(row)).read();
        if (known != null && known == hash) {
          unchanged.inc();
          continue;
        }
        if (row.getTipTime() != null && !asOf.isBefore(row.getTipTime())) {
          late.inc();
          continue;
        }
        said.put(subject(row), hash);
        isNew = true;
        output.output(row.toBuilder().setAsOf(asOf).build());
      }
      if (isNew) {
        last.write(asOf);
      }
    }

    private static long hash(Prediction row) {
      RowShape<Prediction> shape = RowShape.of(Prediction.class);
      return RowHash.of(shape.columns(), shape.cells(row.toBuilder().setAsOf(ANY_TIME).build()));
    }
  }
}
