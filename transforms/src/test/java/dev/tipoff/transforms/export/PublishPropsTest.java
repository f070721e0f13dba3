package dev.tipoff.transforms.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.InventedPrediction;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class PublishPropsTest {
  private static final Instant AS_OF = Instant.parse("2031-01-10T22:00:00Z");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static Prediction.Builder said(String system, SystemKind kind) {
    return InventedPrediction.bet()
        .setSystemId(system)
        .setKind(kind)
        .setAsOf(AS_OF)
        .setLine(Line.of(22))
        .setProbabilityOver(0.54)
        .setProbabilityPush(0.1)
        .setMarketProbabilityOver(0.5)
        .setExpectedValue(0.05)
        .setStake(0.01)
        .setReasons("rest +1.20; pace -0.30");
  }

  private static Prediction of(String system, SystemKind kind) {
    return said(system, kind).build();
  }

  private PCollection<PublishedProp> published(List<Prediction> predictions) {
    return pipeline.apply(Create.of(predictions)).apply("Publish", new PublishProps());
  }

  private void leads(String system, Prediction... predictions) {
    PAssert.thatSingleton(published(Lists.reverse(List.of(predictions))))
        .satisfies(
            prop -> {
              assertThat(prop.getSystemId(), is(system));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void aSystemThatKnowsTheLineLeads() {
    leads(
        "zeta",
        of("zeta", SystemKind.MARKET_AWARE),
        of("ensemble", SystemKind.BLIND),
        of("alpha", SystemKind.BASELINE));
  }

  @Test
  public void elseTheEnsembleLeads() {
    leads(
        "ensemble",
        of("ensemble", SystemKind.BLIND),
        of("gradient_boosted", SystemKind.BLIND),
        of("alpha", SystemKind.BLIND),
        of("aardvark", SystemKind.MARKET));
  }

  @Test
  public void theBoldestDoesNotLeadForThat() {
    leads(
        "calm",
        of("calm", SystemKind.MARKET_AWARE),
        said("wild", SystemKind.MARKET_AWARE).setExpectedValue(0.9).build());
  }

  @Test
  public void chancesAreGivenNoPushAndAbsentOnesSaySo() {
    PAssert.thatSingleton(
            published(
                List.of(
                    of("ensemble", SystemKind.BLIND),
                    said("season_mean", SystemKind.BASELINE)
                        .setMean(20)
                        .setProbabilityOver(null)
                        .setProbabilityPush(null)
                        .setRecommendation(Recommendation.PASS)
                        .build())))
        .satisfies(
            prop -> {
              assertThat(prop.getProbabilityOver(), is(closeTo(0.6, 1e-12)));
              assertThat(prop.getSystems(), contains("ensemble", "season_mean"));
              assertThat(prop.getMeans(), contains(24.0, 20.0));
              assertThat(prop.getChances().get(0), is(closeTo(0.6, 1e-12)));
              assertThat(prop.getChances().get(1), is(-1.0));
              assertThat(prop.getCalls(), contains("OVER", "PASS"));
              assertThat(prop.getReasons(), contains("rest +1.20", "pace -0.30"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void ofOneSystemTheLatestWordCounts() {
    Prediction newer =
        said("ensemble", SystemKind.BLIND).setAsOf(AS_OF.plus(1)).setMean(30).build();
    PAssert.thatSingleton(published(List.of(newer, of("ensemble", SystemKind.BLIND), newer)))
        .satisfies(
            prop -> {
              assertThat(prop.getMean(), is(30.0));
              assertThat(prop.getSystems(), contains("ensemble"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void withoutALineThereIsNoProp() {
    PAssert.that(published(List.of(said("ensemble", SystemKind.BLIND).setLine(null).build())))
        .empty();
    pipeline.run();
  }

  private static Prediction bet(int player, SystemKind kind, double value, double stake) {
    return said("one", kind)
        .setPlayer(PlayerKey.of("player" + player))
        .setExpectedValue(value)
        .setStake(stake)
        .build();
  }

  @Test
  public void theBestBetsAreFifteenThatAreStakedAndKnowTheLine() {
    List<Prediction> predictions = new ArrayList<>();
    IntStream.range(0, 20)
        .forEach(i -> predictions.add(bet(i, SystemKind.MARKET_AWARE, 0.01 * i, 0.01)));
    predictions.add(bet(30, SystemKind.MARKET_AWARE, 0.9, 0));
    predictions.add(bet(31, SystemKind.BLIND, 0.9, 0.01));
    predictions.add(
        said("one", SystemKind.MARKET_AWARE)
            .setPlayer(PlayerKey.of("player32"))
            .setExpectedValue(0.9)
            .setRecommendation(Recommendation.PASS)
            .build());
    PAssert.that(published(predictions).apply("Best", new BestBets()))
        .satisfies(
            props -> {
              TreeMap<Double, String> byValue = new TreeMap<>();
              props.forEach(prop -> byValue.put(prop.getExpectedValue(), prop.getPlayer().getId()));
              assertThat(byValue.size(), is(15));
              assertThat(byValue.firstEntry().getValue(), is("player5"));
              assertThat(byValue.lastEntry().getValue(), is("player19"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void onASlateOfNothingThereIsNoBest() {
    PAssert.that(
            published(List.of(bet(1, SystemKind.BLIND, 0.9, 0.01))).apply("Best", new BestBets()))
        .empty();
    pipeline.run();
  }

  @Test
  public void theLastSlateIsTheOneOfTheLastDay() {
    List<GameDay> days =
        List.of(
            GameDay.parse("2031-01-09"), GameDay.parse("2031-01-10"), GameDay.parse("2031-01-10"));
    PAssert.that(pipeline.apply(Create.of(days)).apply(LatestSlate.by(day -> day)))
        .containsInAnyOrder(days.subList(1, 3));
    pipeline.run();
  }
}
