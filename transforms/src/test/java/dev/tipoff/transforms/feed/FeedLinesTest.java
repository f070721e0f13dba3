package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.GameLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

/** {@link MedianGameLines} and {@link NewestPerKey}. */
public class FeedLinesTest {
  private static final Instant TIP = Instant.parse("2031-01-11T00:30:00Z");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static FeedGameLine offer(
      String book, GameMarket market, @Nullable Double line, int home, int away, int minutes) {
    return FeedGameLine.builder()
        .setSource("oddsa_game_lines")
        .setGameDate(FeedRows.DAY)
        .setEventId("e1")
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.MIA)
        .setBookmaker(book)
        .setMarket(market)
        .setLine(line)
        .setHomeOdds(AmericanOdds.of(home))
        .setAwayOdds(AmericanOdds.of(away))
        .setSnapshotTime(TIP.minus(minutes * 60_000L))
        .setCommenceTime(TIP)
        .build();
  }

  @Test
  public void theMedianOfTheBooksLastOffersBeforeTheTip() {
    PAssert.that(
            pipeline
                .apply(
                    Create.of(
                            offer("a", GameMarket.SPREAD, -4.5, -110, -110, 60),
                            offer("a", GameMarket.SPREAD, -9.5, -110, -110, 120),
                            offer("b", GameMarket.SPREAD, -5.5, -110, -110, 10),
                            offer("b", GameMarket.SPREAD, -20.5, -110, -110, -30),
                            offer("a", GameMarket.MONEYLINE, null, -190, 160, 60),
                            offer("b", GameMarket.MONEYLINE, null, -200, 170, 60),
                            offer("c", GameMarket.MONEYLINE, null, -260, 220, 60))
                        .withCoder(FeedTables.GAME_LINES.coder()))
                .apply(MedianGameLines.create()))
        .containsInAnyOrder(
            GameLine.builder()
                .setGameDate(FeedRows.DAY)
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setSource("oddsa_game_lines")
                .setEventId("e1")
                .setGameId("")
                .setHomeSpread(-5.0)
                .setTotal(null)
                .setHomeMoneyline(-200.0)
                .setAwayMoneyline(170.0)
                .setCommenceTime(TIP)
                .build());
    pipeline.run();
  }

  @Test
  public void ofOneKeyTheRowReceivedLastInWhateverOrder() {
    FeedGame first = FeedRows.game("bdl_games").setHomePoints(50).build();
    FeedGame last =
        FeedRows.game("bdl_games")
            .setHomePoints(60)
            .setReceivedTime(FeedRows.RECEIVED.plus(1))
            .build();
    FeedGame other = FeedRows.game("bdl_games").setEventId("e2").build();
    List<FeedGame> rows = new ArrayList<>(List.of(first, last, other, first, last));
    Collections.shuffle(rows, new Random(7));
    PAssert.that(
            pipeline
                .apply(Create.of(rows).withCoder(FeedTables.GAMES.coder()))
                .apply(NewestPerKey.of(FeedTables.GAMES)))
        .containsInAnyOrder(last, other);
    pipeline.run();
  }
}
