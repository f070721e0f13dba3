package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Spread, total and moneylines of each game of each source: the median over books of the last that
 * each offered before the tip. Of an even number of books it is the mean of the middle two, which
 * nobody may have offered; as a measure of what the market expects it need not be.
 */
public final class MedianGameLines
    extends PTransform<PCollection<FeedGameLine>, PCollection<GameLine>> {
  private static final long serialVersionUID = 1L;

  private MedianGameLines() {}

  public static MedianGameLines create() {
    return new MedianGameLines();
  }

  @Override
  public PCollection<GameLine> expand(PCollection<FeedGameLine> offers) {
    return offers
        .apply(
            "ByGame",
            WithKeys.<String, FeedGameLine>of(
                    offer ->
                        String.join(
                            "|",
                            offer.getGameDate().toString(),
                            offer.getSource(),
                            offer.getEventId()))
                .withKeyType(TypeDescriptors.strings()))
        .apply("Group", GroupInShards.create())
        .apply("Median", ParDo.of(new MedianFn()))
        .setCoder(RowShape.coder(GameLine.class));
  }

  private static final class MedianFn extends DoFn<KV<String, Iterable<FeedGameLine>>, GameLine> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<FeedGameLine>> game, OutputReceiver<GameLine> output) {
      Map<String, FeedGameLine> last = new TreeMap<>();
      for (FeedGameLine offer : Objects.requireNonNull(game.getValue())) {
        Instant tip = offer.getCommenceTime();
        if (tip == null || offer.getSnapshotTime().isBefore(tip)) {
          last.merge(offer.getMarket() + "|" + offer.getBookmaker(), offer, MedianFn::later);
        }
      }
      if (!last.isEmpty()) {
        output.output(line(last.values()));
      }
    }

    private static FeedGameLine later(FeedGameLine one, FeedGameLine other) {
      return one.getSnapshotTime().isBefore(other.getSnapshotTime()) ? other : one;
    }

    private static GameLine line(Collection<FeedGameLine> offers) {
      FeedGameLine any = offers.iterator().next();
      return GameLine.builder()
          .setGameDate(any.getGameDate())
          .setHome(any.getHome())
          .setAway(any.getAway())
          .setSource(any.getSource())
          .setEventId(any.getEventId())
          .setGameId("")
          .setHomeSpread(median(offers, GameMarket.SPREAD, FeedGameLine::getLine))
          .setTotal(median(offers, GameMarket.TOTAL, FeedGameLine::getLine))
          .setHomeMoneyline(
              median(offers, GameMarket.MONEYLINE, offer -> odds(offer.getHomeOdds())))
          .setAwayMoneyline(
              median(offers, GameMarket.MONEYLINE, offer -> odds(offer.getAwayOdds())))
          .setCommenceTime(any.getCommenceTime())
          .build();
    }

    private static double odds(AmericanOdds odds) {
      return odds.getValue();
    }

    private static @Nullable Double median(
        Collection<FeedGameLine> offers,
        GameMarket market,
        Function<FeedGameLine, @Nullable Double> value) {
      List<Double> sorted =
          offers.stream()
              .filter(offer -> offer.getMarket() == market)
              .map(value)
              .filter(Objects::nonNull)
              .sorted()
              .toList();
      int size = sorted.size();
      return size == 0 ? null : (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
  }
}
