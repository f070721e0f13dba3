package dev.tipoff.transforms.odds;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Instant;

/**
 * How the {@link Consensus} on each prop moved: what it was at each snapshot before the tip at
 * which it changed. A book's main line stands until its next. Depends neither on the order of the
 * lines nor on duplicates.
 */
public final class TraceLines extends PTransform<PCollection<PropLine>, PCollection<LineMovement>> {
  private static final long serialVersionUID = 1L;

  private final Devig devig;

  private TraceLines(Devig devig) {
    this.devig = devig;
  }

  public static TraceLines with(Devig devig) {
    return new TraceLines(devig);
  }

  @Override
  public PCollection<LineMovement> expand(PCollection<PropLine> lines) {
    return lines
        .apply("ByProp", WithKeys.of(TraceLines::key).withKeyType(TypeDescriptors.strings()))
        .apply("Props", GroupInShards.create())
        .apply("Trace", ParDo.of(new TraceFn(devig)))
        .setCoder(RowShape.coder(LineMovement.class));
  }

  private static String key(PropLine line) {
    return line.getGameId() + "|" + line.getPlayer().getId() + "|" + line.getMarket().id();
  }

  private static final class TraceFn extends DoFn<KV<String, Iterable<PropLine>>, LineMovement> {
    private static final long serialVersionUID = 1L;

    private final Devig devig;

    TraceFn(Devig devig) {
      this.devig = devig;
    }

    @ProcessElement
    public void trace(
        @Element KV<String, Iterable<PropLine>> prop, OutputReceiver<LineMovement> output) {
      SortedMap<Instant, List<PropLine>> snapshots = new TreeMap<>();
      Instant tip = null;
      for (PropLine line : prop.getValue()) {
        snapshots.computeIfAbsent(line.getSnapshotTime(), any -> new ArrayList<>()).add(line);
        tip = tip == null || line.getTipTime().isBefore(tip) ? line.getTipTime() : tip;
      }
      if (tip == null) {
        return;
      }
      SortedMap<Instant, ConsensusLine> words = words(snapshots.headMap(tip));
      if (!words.isEmpty()) {
        output.output(movement(words, tip));
      }
    }

    /** What the books said at each snapshot. */
    private SortedMap<Instant, ConsensusLine> words(SortedMap<Instant, List<PropLine>> snapshots) {
      SortedMap<Instant, ConsensusLine> words = new TreeMap<>();
      List<PropLine> standing = List.of();
      for (Map.Entry<Instant, List<PropLine>> snapshot : snapshots.entrySet()) {
        List<PropLine> offers = new ArrayList<>(standing);
        offers.addAll(snapshot.getValue());
        standing = MainLines.of(offers);
        words.put(snapshot.getKey(), Consensus.of(standing, devig));
      }
      return words;
    }

    private static LineMovement movement(SortedMap<Instant, ConsensusLine> words, Instant tip) {
      List<Instant> times = new ArrayList<>();
      List<ConsensusLine> changes = new ArrayList<>();
      words.forEach(
          (time, word) -> {
            if (changes.isEmpty() || !isSame(changes.get(changes.size() - 1), word)) {
              times.add(time);
              changes.add(word);
            }
          });
      ConsensusLine any = changes.get(0);
      return LineMovement.builder()
          .setGameDate(any.getGameDate())
          .setGameId(any.getGameId())
          .setTipTime(tip)
          .setPlayer(any.getPlayer())
          .setPlayerName(any.getPlayerName())
          .setMarket(any.getMarket())
          .setTimes(times)
          .setLines(Lists.transform(changes, ConsensusLine::getMedian))
          .setOffered(changes.stream().map(word -> word.getLine().getValue()).toList())
          .setChances(changes.stream().map(word -> word.getProbabilityOver().getValue()).toList())
          .setBooks(changes.stream().map(word -> (long) word.getBooks()).toList())
          .build();
    }

    private static boolean isSame(ConsensusLine before, ConsensusLine after) {
      return before.getMedian() == after.getMedian()
          && before.getLine().equals(after.getLine())
          && before.getProbabilityOver().equals(after.getProbabilityOver())
          && before.getBooks() == after.getBooks();
    }
  }
}
