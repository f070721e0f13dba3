package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.InstantCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.SetState;
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
 * {@link Consensus} of a stream: lines in slate windows as they move in, and of each player and
 * market that they touch what all books say now, soon after, with the time of the newest of their
 * offers.
 *
 * <p>For each player, market and book the state keeps the one offer that {@link MainLines} would
 * choose among all that have come, so that neither their order nor copies of them matter, and the
 * last result of a game is that of {@link Consensus} over the same lines. The tip of a game is the
 * earliest that any of its lines states. When the stream's time reaches it the game is closed: what
 * comes later is dropped and counted. Its state goes with its slate's window.
 */
@AutoValue
public abstract class MovingConsensus
    extends PTransform<PCollection<PropLine>, PCollection<KV<Instant, ConsensusLine>>> {
  /** Namespace of the counters of moves, and of those that were too late or not the newest. */
  public static final String COUNTERS = "line-moves";

  abstract Devig devig();

  abstract Duration patience();

  /**
   * Looks at moves together.
   *
   * @param patience how long after a move, so that the books of one snapshot are one move
   */
  public static MovingConsensus of(Devig devig, Duration patience) {
    return new AutoValue_MovingConsensus(devig, patience);
  }

  @Override
  public PCollection<KV<Instant, ConsensusLine>> expand(PCollection<PropLine> lines) {
    return lines
        .apply("ByGame", WithKeys.of(PropLine::getGameId).withKeyType(TypeDescriptors.strings()))
        .apply("Track", ParDo.of(new TrackFn(devig(), patience())))
        .setCoder(KvCoder.of(InstantCoder.of(), RowShape.coder(ConsensusLine.class)));
  }

  private static final class TrackFn
      extends DoFn<KV<String, PropLine>, KV<Instant, ConsensusLine>> {
    private static final long serialVersionUID = 1L;

    @StateId("offers")
    private final StateSpec<MapState<String, PropLine>> offersSpec =
        StateSpecs.map(StringUtf8Coder.of(), RowShape.coder(PropLine.class));

    /** Players and markets that have moved and are not looked at yet. */
    @StateId("touched")
    private final StateSpec<SetState<String>> touchedSpec = StateSpecs.set(StringUtf8Coder.of());

    @StateId("tip")
    private final StateSpec<ValueState<Instant>> tipSpec = StateSpecs.value(InstantCoder.of());

    @StateId("closed")
    private final StateSpec<ValueState<Boolean>> closedSpec = StateSpecs.value();

    @TimerId("soon")
    private final TimerSpec soonSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

    @TimerId("tipOff")
    private final TimerSpec tipOffSpec = TimerSpecs.timer(TimeDomain.EVENT_TIME);

    private final Counter moves = Metrics.counter(COUNTERS, "moves");
    private final Counter late = Metrics.counter(COUNTERS, "late");
    private final Counter outdated = Metrics.counter(COUNTERS, "outdated");

    private final Devig devig;
    private final Duration patience;

    TrackFn(Devig devig, Duration patience) {
      this.devig = devig;
      this.patience = patience;
    }

    @ProcessElement
    public void move(
        @Element KV<String, PropLine> move,
        @StateId("offers") MapState<String, PropLine> offers,
        @StateId("touched") SetState<String> touched,
        @StateId("tip") ValueState<Instant> tip,
        @StateId("closed") ValueState<Boolean> closed,
        @TimerId("soon") Timer soon,
        @TimerId("tipOff") Timer tipOff) {
      moves.inc();
      PropLine line = move.getValue();
      if (Boolean.TRUE.equals(closed.read())) {
        late.inc();
        return;
      }
      Instant known = tip.read();
      boolean isEarlier = known == null || line.getTipTime().isBefore(known);
      if (isEarlier) {
        tip.write(line.getTipTime());
        tipOff.set(line.getTipTime());
      }
      String key = subject(line) + "|" + line.getBookmaker();
      PropLine kept = offers.get(key).read();
      if (kept != null && !MainLines.isBetter(line, kept)) {
        outdated.inc();
        if (!isEarlier) {
          return;
        }
      } else {
        offers.put(key, line);
      }
      if (isEarlier && known != null) {
        // All that is known of the game states another tip now.
        offers.entries().read().forEach(each -> touched.add(subject(each.getValue())));
      }
      touched.add(subject(line));
      soon.offset(patience).setRelative();
    }

    private static String subject(PropLine line) {
      PlayerKey player = line.getPlayer();
      return player.getId() + "|" + line.getMarket().id();
    }

    @OnTimer("soon")
    public void lookSoon(
        @StateId("offers") MapState<String, PropLine> offers,
        @StateId("touched") SetState<String> touched,
        @StateId("tip") ValueState<Instant> tip,
        OutputReceiver<KV<Instant, ConsensusLine>> output) {
      look(offers, touched, tip, output);
    }

    @OnTimer("tipOff")
    public void close(
        @StateId("offers") MapState<String, PropLine> offers,
        @StateId("touched") SetState<String> touched,
        @StateId("tip") ValueState<Instant> tip,
        @StateId("closed") ValueState<Boolean> closed,
        OutputReceiver<KV<Instant, ConsensusLine>> output) {
      look(offers, touched, tip, output);
      closed.write(true);
      offers.clear();
    }

    /** At the end of a drained stream, of games that have not tipped off yet. */
    @OnWindowExpiration
    public void expire(
        @StateId("offers") MapState<String, PropLine> offers,
        @StateId("touched") SetState<String> touched,
        @StateId("tip") ValueState<Instant> tip,
        OutputReceiver<KV<Instant, ConsensusLine>> output) {
      look(offers, touched, tip, output);
    }

    private void look(
        MapState<String, PropLine> offers,
        SetState<String> touched,
        ValueState<Instant> tip,
        OutputReceiver<KV<Instant, ConsensusLine>> output) {
      Set<String> moved = new HashSet<>();
      touched.read().forEach(moved::add);
      touched.clear();
      Instant earliest = tip.read();
      if (moved.isEmpty() || earliest == null) {
        return;
      }
      Map<String, List<PropLine>> mains = new TreeMap<>();
      for (Map.Entry<String, PropLine> offer : offers.entries().read()) {
        PropLine line = offer.getValue();
        String subject = subject(line);
        if (moved.contains(subject) && line.getSnapshotTime().isBefore(earliest)) {
          mains
              .computeIfAbsent(subject, any -> new ArrayList<>())
              .add(line.toBuilder().setTipTime(earliest).build());
        }
      }
      for (List<PropLine> books : mains.values()) {
        Instant newest =
            books.stream().map(PropLine::getSnapshotTime).max(Instant::compareTo).orElseThrow();
        output.output(KV.of(newest, Consensus.of(MainLines.of(books), devig)));
      }
    }
  }
}
