package dev.tipoff.transforms.export;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.odds.OverGivenNoPush;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.tables.RowShape;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What was predicted of every prop with a line, as one row for readers. The same predictions give
 * the same rows in whatever order they come and however often each.
 */
public final class PublishProps
    extends PTransform<PCollection<Prediction>, PCollection<PublishedProp>> {
  private static final long serialVersionUID = 1L;
  private static final Splitter PARTS = Splitter.on(';').trimResults().omitEmptyStrings();
  private static final double NO_CHANCE = -1;

  /** The lead first, and of one system the latest word. */
  private static final Comparator<Prediction> ORDER =
      LeadSystem.FIRST
          .thenComparing(Comparator.comparing(Prediction::getAsOf).reversed())
          .thenComparing(Prediction::toString);

  @Override
  public PCollection<PublishedProp> expand(PCollection<Prediction> predictions) {
    return predictions
        .apply("WithLine", Filter.by(prediction -> prediction.getLine() != null))
        .apply("ByProp", WithKeys.of(PublishProps::key).withKeyType(TypeDescriptors.strings()))
        .apply("Props", GroupInShards.create())
        .apply("Publish", ParDo.of(new PublishFn()))
        .setCoder(RowShape.coder(PublishedProp.class));
  }

  /** The same of predictions that are at hand, in the order of games, players and markets. */
  public static List<PublishedProp> of(Collection<Prediction> predictions) {
    return predictions.stream()
        .filter(prediction -> prediction.getLine() != null)
        .collect(Collectors.groupingBy(PublishProps::key, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(PublishProps::prop)
        .toList();
  }

  private static String key(Prediction prediction) {
    return String.join(
        "|", prediction.getGameId(), prediction.getPlayer().getId(), prediction.getMarket().id());
  }

  private static PublishedProp prop(Iterable<Prediction> predictions) {
    List<Prediction> sorted = Lists.newArrayList(predictions);
    sorted.sort(ORDER);
    Map<String, Prediction> bySystem = new LinkedHashMap<>();
    sorted.forEach(word -> bySystem.putIfAbsent(word.getSystemId(), word));
    List<Prediction> words = List.copyOf(bySystem.values());
    return lead(words.get(0))
        .setSystems(Lists.transform(words, Prediction::getSystemId))
        .setMeans(Lists.transform(words, Prediction::getMean))
        .setChances(words.stream().map(PublishProps::chance).toList())
        .setCalls(words.stream().map(word -> word.getRecommendation().name()).toList())
        .build();
  }

  private static Double chance(Prediction word) {
    Double chance = decided(word);
    return chance == null ? Double.valueOf(NO_CHANCE) : chance;
  }

  private static PublishedProp.Builder lead(Prediction lead) {
    Line line = Objects.requireNonNull(lead.getLine());
    return PublishedProp.builder()
        .setGameDate(lead.getGameDate())
        .setGameId(lead.getGameId())
        .setTipTime(lead.getTipTime())
        .setPlayer(lead.getPlayer())
        .setPlayerName(lead.getPlayerName())
        .setTeam(lead.getTeam())
        .setOpponent(lead.getOpponent())
        .setHome(lead.getHome())
        .setMarket(lead.getMarket())
        .setSystemId(lead.getSystemId())
        .setKind(lead.getKind())
        .setMean(lead.getMean())
        .setMedian(lead.getMedian())
        .setLow50(lead.getLow50())
        .setHigh50(lead.getHigh50())
        .setLow80(lead.getLow80())
        .setHigh80(lead.getHigh80())
        .setLine(line.getValue())
        .setMarketMedian(lead.getConsensusMedian())
        .setBooks(lead.getBooks())
        .setBookmaker(lead.getBookmaker())
        .setOverOdds(lead.getOverOdds())
        .setUnderOdds(lead.getUnderOdds())
        .setSnapshotTime(lead.getSnapshotTime())
        .setProbabilityOver(decided(lead))
        .setMarketProbabilityOver(lead.getMarketProbabilityOver())
        .setRecommendation(lead.getRecommendation())
        .setExpectedValue(lead.getExpectedValue())
        .setStake(lead.getStake())
        .setReasons(PARTS.splitToList(lead.getReasons()))
        .setQualityFlags(PARTS.splitToList(lead.getQualityFlags()))
        .setAsOf(lead.getAsOf());
  }

  private static @Nullable Double decided(Prediction word) {
    return OverGivenNoPush.of(word.getProbabilityOver(), word.getProbabilityPush());
  }

  private static final class PublishFn
      extends DoFn<KV<String, Iterable<Prediction>>, PublishedProp> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void publish(
        @Element KV<String, Iterable<Prediction>> prop, OutputReceiver<PublishedProp> output) {
      output.output(prop(prop.getValue()));
    }
  }
}
