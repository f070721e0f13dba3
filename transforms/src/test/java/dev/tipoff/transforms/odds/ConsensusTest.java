package dev.tipoff.transforms.odds;

import static dev.tipoff.transforms.odds.Offers.EARLY;
import static dev.tipoff.transforms.odds.Offers.LATER;
import static dev.tipoff.transforms.odds.Offers.TIP;
import static dev.tipoff.transforms.odds.Offers.offer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Iterables;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithTimestamps;
import org.apache.beam.sdk.transforms.windowing.CalendarWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class ConsensusTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static ConsensusLine consensus(List<PropLine> offers) {
    return Consensus.of(MainLines.of(offers), Devig.POWER);
  }

  @Provide
  Arbitrary<List<PropLine>> offers() {
    Arbitrary<PropLine> one =
        Combinators.combine(
                Arbitraries.of("alphabet", "betamax", "gammaray", "deltoid"),
                Arbitraries.integers().between(40, 46),
                Arbitraries.of(-140, -120, -110, 100, 115),
                Arbitraries.of(-140, -120, -110, 100, 115),
                Arbitraries.of(EARLY, LATER),
                Arbitraries.of("dh", "oddsapi"),
                Arbitraries.of(true, false),
                Arbitraries.of("Zed Quillfeather", "Z. Quillfeather"))
            .as(
                (book, halves, over, under, seen, source, main, name) ->
                    offer(book, halves / 2.0)
                        .setOverOdds(AmericanOdds.of(over))
                        .setUnderOdds(AmericanOdds.of(under))
                        .setSnapshotTime(seen)
                        .setSource(source)
                        .setMain(main ? true : null)
                        .setPlayerName(name)
                        .build());
    return one.list().ofMinSize(1).ofMaxSize(12);
  }

  @Property
  void orderAndDuplicatesDoNotMatter(
      @ForAll("offers") List<PropLine> offers, @ForAll Random random) {
    List<PropLine> shuffled =
        new ArrayList<>(Stream.concat(offers.stream(), offers.stream()).toList());
    Collections.shuffle(shuffled, random);
    assertThat(consensus(shuffled), is(consensus(offers)));
  }

  @Property
  void theLineIsOffered(@ForAll("offers") List<PropLine> offers) {
    ConsensusLine consensus = consensus(offers);
    for (PropLine offer : consensus.getOffers()) {
      assertThat(offer.getLine(), is(consensus.getLine()));
      assertThat(offers.contains(offer), is(true));
    }
    assertThat(consensus.getOffers().isEmpty(), is(false));
  }

  @Test
  public void medianOfAnEvenNumberOfBooksIsTheMiddle() {
    ConsensusLine consensus =
        consensus(
            List.of(
                offer("a", 20.5, -110, -110),
                offer("b", 21.5, -110, -110),
                offer("c", 22.5, -110, -110),
                offer("d", 22.5, -110, -110)));
    assertThat(consensus.getMedian(), is(22.0));
    assertThat(consensus.getLine(), is(Line.of(22.5)));
    assertThat(consensus.getBooks(), is(4));
    assertThat(
        consensus.getOffers().stream().map(PropLine::getBookmaker).toList(), contains("c", "d"));
  }

  @Test
  public void theMeanIsOverAllMainLines() {
    ConsensusLine consensus =
        consensus(
            List.of(
                offer("a", 20.5, -110, -110),
                offer("b", 22.5, -130, 100),
                offer("b", 23.5, 105, -135),
                offer("c", 26.5, -110, -110)));
    assertThat(consensus.getMedian(), is(22.5));
    assertThat(consensus.getMean(), closeTo((20.5 + 22.5 + 26.5) / 3, 1e-12));
  }

  @Test
  public void pricesMoveALineTowardsTheLikelierSide() {
    assertThat(
        consensus(List.of(offer("a", 20.5, -110, -110), offer("b", 22.5, -115, -115)))
            .getPriceAdjusted(),
        closeTo(21.5, 1e-9));
    // -150 and +150 are a fair 0.6, of which the normal quantile is 0.253347.
    double shift = 0.253347 * Math.sqrt(13.7 + 2.73 * 22.5);
    assertThat(
        consensus(List.of(offer("a", 22.5, -150, 150))).getPriceAdjusted(),
        closeTo(22.5 + shift, 1e-5));
    assertThat(
        consensus(List.of(offer("a", 22.5, 150, -150), offer("b", 21.5, 100, 100)))
            .getPriceAdjusted(),
        closeTo((22.5 - shift + 21.5) / 2, 1e-5));
    assertThat(
        "the usual spread is the market's",
        consensus(
                List.of(
                    offer("a", 6.5)
                        .setMarket(Market.ASSISTS)
                        .setOverOdds(AmericanOdds.of(-150))
                        .setUnderOdds(AmericanOdds.of(150))
                        .build()))
            .getPriceAdjusted(),
        closeTo(6.5 + 0.253347 * Math.sqrt(0.45 + 1.25 * 6.5), 1e-5));
  }

  @Test
  public void aTieBetweenEquallyOfferedLinesGoesToTheLower() {
    ConsensusLine consensus =
        consensus(List.of(offer("b", 21.5, -110, -110), offer("a", 20.5, -110, -110)));
    assertThat(consensus.getMedian(), is(21.0));
    assertThat(consensus.getLine(), is(Line.of(20.5)));
  }

  @Test
  public void theMainLineIsMarkedOrElseClosestToEven() {
    PropLine alternate = offer("a", 15.5, -400, 300);
    PropLine even = offer("a", 22.5, -115, -105);
    PropLine lower = offer("a", 21.5, -105, -115);
    assertThat(MainLines.of(List.of(alternate, even, lower)), contains(lower));
    assertThat(MainLines.of(List.of(alternate, even)), contains(even));
    PropLine marked =
        offer("a", 15.5)
            .setOverOdds(AmericanOdds.of(-400))
            .setUnderOdds(AmericanOdds.of(300))
            .setMain(true)
            .build();
    assertThat(MainLines.of(List.of(even, marked)), contains(marked));
  }

  @Test
  public void aBooksEarlierSnapshotIsForgotten() {
    PropLine early = offer("a", 22.5).setMain(true).build();
    PropLine later =
        offer("a", 23.5)
            .setSnapshotTime(LATER)
            .setOverOdds(AmericanOdds.of(-150))
            .setUnderOdds(AmericanOdds.of(120))
            .build();
    assertThat(MainLines.of(List.of(early, later)), contains(later));
  }

  @Test
  public void sourcesTipsAndProbabilityComeFromTheLinesUsed() {
    PropLine one = offer("a", 22.5).setSource("oddsapi").build();
    PropLine two =
        offer("b", 22.5)
            .setSource("dh")
            .setSnapshotTime(LATER)
            .setTipTime(TIP.minus(60_000))
            .setPlayerName("Zedekiah Quillfeather")
            .setOverOdds(AmericanOdds.of(-130))
            .setUnderOdds(AmericanOdds.of(110))
            .build();
    ConsensusLine consensus = consensus(List.of(one, two));
    assertThat(consensus.getSources(), is("dh+oddsapi"));
    assertThat(consensus.getTipTime(), is(TIP.minus(60_000)));
    assertThat(consensus.getSnapshotTime(), is(LATER));
    assertThat(consensus.getPlayerName(), is("Zedekiah Quillfeather"));
    double second = Devig.POWER.over(two.getOverOdds(), two.getUnderOdds()).getValue();
    assertThat(consensus.getProbabilityOver().getValue(), closeTo((0.5 + second) / 2, 1e-12));
  }

  @Test
  public void groupsByGamePlayerAndMarketInTheSlatesWindow() {
    PropLine points = offer("a", 22.5).build();
    PropLine rebounds = offer("a", 8.5).setMarket(Market.REBOUNDS).build();
    PropLine other = offer("b", 10.5).setPlayer(PlayerKey.of("900002")).build();
    PCollection<ConsensusLine> found =
        pipeline
            .apply(Create.of(points, rebounds, other, points))
            .apply(WithTimestamps.of(line -> line.getGameDate().lastInstant()))
            .apply(Window.into(CalendarWindows.days(1).withTimeZone(GameDay.ZONE)))
            .apply(Consensus.create().withDevig(Devig.SHIN));
    PAssert.that(found)
        .containsInAnyOrder(
            Consensus.of(List.of(points), Devig.SHIN),
            Consensus.of(List.of(rebounds), Devig.SHIN),
            Consensus.of(List.of(other), Devig.SHIN));
    pipeline.run();
  }

  @Test
  public void linesAfterTheAsOfOrTheTipAreInvisible() {
    PropLine known = offer("a", 22.5).build();
    PropLine future = offer("b", 30.5).setSnapshotTime(LATER).build();
    PropLine atTip = offer("c", 40.5).setSnapshotTime(TIP).build();
    PCollection<PropLine> lines = pipeline.apply(Create.of(known, future, atTip));
    PAssert.that(lines.apply("As of early", Consensus.create().withAsOf(EARLY)))
        .containsInAnyOrder(Consensus.of(List.of(known), Devig.POWER));
    PAssert.that(lines.apply("No limit", Consensus.create()))
        .satisfies(
            all -> {
              assertThat(Iterables.getOnlyElement(all).getBooks(), is(2));
              return null;
            });
    PAssert.that(lines.apply("Before any", Consensus.create().withAsOf(new Instant(0)))).empty();
    pipeline.run();
  }
}
