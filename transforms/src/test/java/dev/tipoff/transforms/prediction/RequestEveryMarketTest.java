package dev.tipoff.transforms.prediction;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.offer;

import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.SlateLines;
import dev.tipoff.transforms.slate.SlateWindows;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class RequestEveryMarketTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private PCollection<PredictionRequest> requests(
      List<GameContext> contexts, List<ConsensusLine> lines) {
    return pipeline
        .apply("Contexts", Create.of(contexts))
        .apply("ContextSlates", SlateWindows.by(GameContext::getGameDate))
        .apply(
            RequestEveryMarket.with(
                pipeline
                    .apply("Lines", Create.of(lines))
                    .apply("LineSlates", SlateWindows.by(ConsensusLine::getGameDate))
                    .apply(
                        "LinesOfSlate",
                        SlateLines.view(SlateRange.of(DAY.plusDays(-30), DAY.plusDays(60))))));
  }

  private static ConsensusLine line(GameDay day, String game, Market market, double value) {
    return consensus(offer("alphabet", game, day, value).setMarket(market).build()).build();
  }

  @Test
  public void everyMarketIsAskedForWithTheLineWhereThereIsOne() {
    GameContext zed = context(GAME, DAY).build();
    GameContext moe = context(GAME, DAY).setPlayer(MOE).build();
    ConsensusLine points = line(DAY, GAME, Market.POINTS, 22.5);
    ConsensusLine assists = line(DAY, GAME, Market.ASSISTS, 4.5);
    List<PredictionRequest> expected = new ArrayList<>();
    expected.add(PredictionRequest.of(points));
    expected.add(PredictionRequest.of(assists));
    expected.add(PredictionRequest.of(zed, Market.REBOUNDS));
    expected.add(PredictionRequest.of(zed, Market.PRA));
    for (Market market : Market.values()) {
      expected.add(PredictionRequest.of(moe, market));
    }
    PAssert.that(requests(List.of(zed, moe), List.of(points, assists)))
        .containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void aLineServesItsOwnGameOnly() {
    List<GameContext> contexts =
        List.of(
            context(GAME, DAY).build(),
            context("0023000501", DAY).build(),
            context(GAME, DAY.plusDays(1)).build());
    ConsensusLine line = line(DAY, GAME, Market.PRA, 22.5);
    List<PredictionRequest> expected = new ArrayList<>();
    for (GameContext context : contexts) {
      for (Market market : Market.values()) {
        expected.add(
            context == contexts.get(0) && market == Market.PRA
                ? PredictionRequest.of(line)
                : PredictionRequest.of(context, market));
      }
    }
    PAssert.that(requests(contexts, List.of(line))).containsInAnyOrder(expected);
    pipeline.run();
  }

  @Test
  public void aLineWithoutAnExpectedPlayerAsksNothing() {
    GameContext moe = context(GAME, DAY).setPlayer(MOE).build();
    List<PredictionRequest> expected = new ArrayList<>();
    for (Market market : Market.values()) {
      expected.add(PredictionRequest.of(moe, market));
    }
    PAssert.that(requests(List.of(moe), List.of(line(DAY, GAME, Market.POINTS, 22.5))))
        .containsInAnyOrder(expected);
    pipeline.run();
  }
}
