package dev.tipoff.transforms.odds;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.forecast.UsualSpread;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Probability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What the books together say of each player and market of a game: {@link PropLine}s in, one {@link
 * ConsensusLine} per (game, player, market) out, in the input's windows.
 *
 * <p>Lines taken at or after their tip, or after {@link #withAsOf}, are invisible. The result
 * depends neither on the order of the input nor on duplicates in it.
 */
@AutoValue
public abstract class Consensus
    extends PTransform<PCollection<PropLine>, PCollection<ConsensusLine>> {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  abstract Devig devig();

  abstract @Nullable Instant asOf();

  /** With {@link Devig#POWER} and no limit of time. */
  public static Consensus create() {
    return new AutoValue_Consensus(Devig.POWER, null);
  }

  public Consensus withDevig(Devig devig) {
    return new AutoValue_Consensus(devig, asOf());
  }

  /** Sees only lines taken up to this instant; absent for no limit. */
  public Consensus withAsOf(@Nullable Instant asOf) {
    return new AutoValue_Consensus(devig(), asOf);
  }

  @Override
  public PCollection<ConsensusLine> expand(PCollection<PropLine> lines) {
    Instant asOf = asOf();
    return lines
        .apply("Keep what was known", Filter.by(line -> isVisible(line, asOf)))
        .apply("Key by player", WithKeys.of(Consensus::key).withKeyType(TypeDescriptors.strings()))
        .apply("Group by player", GroupInShards.create())
        .apply("Find the consensus", ParDo.of(new FindFn(devig())));
  }

  private static boolean isVisible(PropLine line, @Nullable Instant asOf) {
    return line.getSnapshotTime().isBefore(line.getTipTime())
        && (asOf == null || !line.getSnapshotTime().isAfter(asOf));
  }

  private static String key(PropLine line) {
    return line.getGameId() + "|" + line.getPlayer() + "|" + line.getMarket().id();
  }

  /** The consensus of the main lines of several books on one player and market; never empty. */
  static ConsensusLine of(List<PropLine> mains, Devig devig) {
    double median = median(mains);
    Line line = nearest(mains, median);
    List<PropLine> offers =
        mains.stream()
            .filter(main -> main.getLine().equals(line))
            .sorted(comparing(PropLine::getBookmaker))
            .toList();
    double over =
        offers.stream().mapToDouble(offer -> over(offer, devig).getValue()).average().orElseThrow();
    PropLine latest =
        mains.stream()
            .min(
                comparing(PropLine::getSnapshotTime)
                    .reversed()
                    .thenComparing(PropLine::getPlayerName))
            .orElseThrow();
    return ConsensusLine.builder()
        .setGameDate(latest.getGameDate())
        .setGameId(latest.getGameId())
        .setTipTime(
            mains.stream().map(PropLine::getTipTime).min(Comparator.naturalOrder()).orElseThrow())
        .setPlayer(latest.getPlayer())
        .setPlayerName(latest.getPlayerName())
        .setMarket(latest.getMarket())
        .setSources(
            mains.stream()
                .map(PropLine::getSource)
                .distinct()
                .sorted()
                .collect(Collectors.joining("+")))
        .setMedian(median)
        .setMean(
            mains.stream().mapToDouble(main -> main.getLine().getValue()).average().orElseThrow())
        .setPriceAdjusted(
            mains.stream().mapToDouble(main -> middle(main, devig)).average().orElseThrow())
        .setLine(line)
        .setOffers(offers)
        .setBooks(mains.size())
        .setProbabilityOver(Probability.of(over))
        .setSnapshotTime(
            offers.stream()
                .map(PropLine::getSnapshotTime)
                .max(Comparator.naturalOrder())
                .orElseThrow())
        .build();
  }

  private static Probability over(PropLine offer, Devig devig) {
    return devig.over(offer.getOverOdds(), offer.getUnderOdds());
  }

  /** Where the stat would be as likely to pass as not, by the book's line and prices. */
  private static double middle(PropLine main, Devig devig) {
    double line = main.getLine().getValue();
    double sd = Math.sqrt(UsualSpread.variance(main.getMarket(), line));
    return line + sd * NORMAL.inverseCumulativeProbability(over(main, devig).getValue());
  }

  private static double median(List<PropLine> mains) {
    double[] values =
        mains.stream().mapToDouble(main -> main.getLine().getValue()).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static Line nearest(List<PropLine> mains, double median) {
    SortedMap<Line, Long> books =
        mains.stream()
            .collect(Collectors.groupingBy(PropLine::getLine, TreeMap::new, Collectors.counting()));
    return books.keySet().stream()
        .min(
            comparingDouble((Line line) -> Math.abs(line.getValue() - median))
                .thenComparing(line -> -books.getOrDefault(line, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static final class FindFn extends DoFn<KV<String, Iterable<PropLine>>, ConsensusLine> {
    private final Devig devig;

    FindFn(Devig devig) {
      this.devig = devig;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<PropLine>> group, OutputReceiver<ConsensusLine> output) {
      List<PropLine> offers = new ArrayList<>();
      group.getValue().forEach(offers::add);
      output.output(of(MainLines.of(offers), devig));
    }
  }
}
