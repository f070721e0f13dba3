package dev.tipoff.transforms.grading;

import com.google.common.base.Preconditions;
import dev.tipoff.transforms.failure.CatchFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.slate.SlateMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One game: see {@link Grade}. */
final class SettleFn extends DoFn<Prediction, GradedPrediction> {
  private static final long serialVersionUID = 1L;

  private static final String STEP = "Grade";

  private static final CatchFailures<Prediction> CAUGHT =
      CatchFailures.in(STEP, SettleFn::key, Prediction::getGameDate);

  private final PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores;
  private final @Nullable PCollectionView<SlateMap<String, ConsensusLine>> closingLines;
  private final TupleTag<Failure> failures;
  private final Counter pending = Metrics.counter(Grade.class, "predictions-pending");

  /** By window, since a bundle may span slates; cleared with every bundle. */
  private transient Map<BoundedWindow, Results> slates = new HashMap<>();

  private record Results(
      SlateMap<PlayerGameKey, PlayerGame> boxScores,
      Set<String> played,
      @Nullable SlateMap<String, ConsensusLine> closingLines) {
    @Nullable ConsensusLine closing(Prediction prediction) {
      return closingLines != null
              && prediction.getLine() != null
              && closingLines.find(
                      ConsensusLine.key(
                          prediction.getGameId(), prediction.getPlayer(), prediction.getMarket()))
                  instanceof SlateMap.Value<ConsensusLine> line
          ? line.value()
          : null;
    }
  }

  /**
   * @param closingLines absent if nothing is known of where the market closed
   * @param failures what the step stumbles over
   */
  SettleFn(
      PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> boxScores,
      @Nullable PCollectionView<SlateMap<String, ConsensusLine>> closingLines,
      TupleTag<Failure> failures) {
    this.boxScores = boxScores;
    this.failures = failures;
    this.closingLines = closingLines;
  }

  @StartBundle
  public void startBundle() {
    slates = new HashMap<>();
  }

  @ProcessElement
  public void settle(ProcessContext process, BoundedWindow window) {
    Results results =
        slates.computeIfAbsent(
            window,
            any ->
                results(
                    process.sideInput(boxScores),
                    closingLines == null ? null : process.sideInput(closingLines)));
    Prediction prediction = process.element();
    if (!results.played().contains(prediction.getGameId())) {
      pending.inc();
      return;
    }
    SlateMap.Found<PlayerGame> found =
        results.boxScores().find(PlayerGameKey.of(prediction.getGameId(), prediction.getPlayer()));
    if (found instanceof SlateMap.Duplicate<PlayerGame>) {
      process.output(failures, twoBoxScores(prediction));
      return;
    }
    Integer actual =
        found instanceof SlateMap.Value<PlayerGame> boxScore
            ? prediction.getMarket().actual(boxScore.value())
            : null;
    CAUGHT
        .of(
            prediction,
            () -> grade(prediction, actual, results.closing(prediction)),
            failure -> process.output(failures, failure))
        .ifPresent(process::output);
  }

  private static String key(Prediction prediction) {
    return String.join(
        "|",
        prediction.getSystemId(),
        prediction.getGameId(),
        prediction.getPlayer().getId(),
        prediction.getMarket().id());
  }

  private static Failure twoBoxScores(Prediction prediction) {
    return Failure.of(
        STEP,
        FailureCode.CONFLICTING_ROWS,
        key(prediction),
        "player " + prediction.getPlayer() + " has two box scores in " + prediction.getGameId(),
        prediction.toString(),
        prediction.getGameDate());
  }

  private static Results results(
      SlateMap<PlayerGameKey, PlayerGame> boxScores,
      @Nullable SlateMap<String, ConsensusLine> closingLines) {
    return new Results(
        boxScores,
        boxScores.keys().stream().map(PlayerGameKey::gameId).collect(Collectors.toSet()),
        closingLines);
  }

  /**
   * @param actual absent if the player did not play
   * @param closing what the market said last; absent if nobody knows
   */
  static GradedPrediction grade(
      Prediction prediction, @Nullable Integer actual, @Nullable ConsensusLine closing) {
    Outcome outcome = outcome(prediction, actual);
    ConsensusLine later = ClosingValue.later(prediction, closing);
    return GradedPrediction.builder()
        .setGameDate(prediction.getGameDate())
        .setGameId(prediction.getGameId())
        .setSeason(Season.of(prediction.getGameDate()).label())
        .setSystemId(prediction.getSystemId())
        .setKind(prediction.getKind())
        .setPlayer(prediction.getPlayer())
        .setPlayerName(prediction.getPlayerName())
        .setMarket(prediction.getMarket())
        .setAsOf(prediction.getAsOf())
        .setAvailability(prediction.getAvailability())
        .setMean(prediction.getMean())
        .setMedian(prediction.getMedian())
        .setSd(prediction.getSd())
        .setLow50(prediction.getLow50())
        .setHigh50(prediction.getHigh50())
        .setLow80(prediction.getLow80())
        .setHigh80(prediction.getHigh80())
        .setLow90(prediction.getLow90())
        .setHigh90(prediction.getHigh90())
        .setSources(prediction.getSources())
        .setConsensusMedian(prediction.getConsensusMedian())
        .setMarketMean(prediction.getMarketMean())
        .setMarketPriceAdjusted(prediction.getMarketPriceAdjusted())
        .setLine(prediction.getLine())
        .setBookmaker(prediction.getBookmaker())
        .setOverOdds(prediction.getOverOdds())
        .setUnderOdds(prediction.getUnderOdds())
        .setProbabilityOver(prediction.getProbabilityOver())
        .setProbabilityPush(prediction.getProbabilityPush())
        .setMarketProbabilityOver(prediction.getMarketProbabilityOver())
        .setRecommendation(prediction.getRecommendation())
        .setExpectedValue(prediction.getExpectedValue())
        .setStake(prediction.getStake())
        .setOutcome(outcome)
        .setActual(actual)
        .setError(actual == null ? null : prediction.getMean() - actual)
        .setWithinThree(ForecastMarks.within(prediction, actual, 3))
        .setWithinFive(ForecastMarks.within(prediction, actual, 5))
        .setPredictedMargin(ForecastMarks.margin(prediction, prediction.getMean()))
        .setActualMargin(
            ForecastMarks.margin(prediction, actual == null ? null : actual.doubleValue()))
        .setProbabilityScore(ForecastMarks.probabilityScore(prediction, actual))
        .setConfidenceDecile(ForecastMarks.confidenceDecile(prediction))
        .setProfit(profit(prediction, outcome))
        .setClosingLine(later == null ? null : later.getLine())
        .setClosingProbabilityOver(later == null ? null : later.getProbabilityOver().getValue())
        .setClv(later == null ? null : ClosingValue.of(prediction, later))
        .setEvaluated(prediction.getEvaluated())
        .build();
  }

  private static Outcome outcome(Prediction prediction, @Nullable Integer actual) {
    if (prediction.getLine() == null) {
      return Outcome.NO_LINE;
    }
    if (actual == null) {
      return Outcome.VOID;
    }
    double line = prediction.getLine().getValue();
    return switch (prediction.getRecommendation()) {
      case OVER -> actual == line ? Outcome.PUSH : actual > line ? Outcome.WIN : Outcome.LOSS;
      case UNDER -> actual == line ? Outcome.PUSH : actual < line ? Outcome.WIN : Outcome.LOSS;
      case PASS, NO_BOOK -> Outcome.NO_BET;
      case NO_LINE -> Outcome.NO_LINE;
    };
  }

  private static @Nullable Double profit(Prediction prediction, Outcome outcome) {
    return switch (outcome) {
      case WIN -> price(prediction).toDecimal().getValue() - 1;
      case LOSS -> -1.0;
      case PUSH -> 0.0;
      case VOID ->
          prediction.getRecommendation() == Recommendation.OVER
                  || prediction.getRecommendation() == Recommendation.UNDER
              ? 0.0
              : null;
      case NO_BET, NO_LINE -> null;
    };
  }

  /** Of the side that was bet. */
  static AmericanOdds price(Prediction prediction) {
    AmericanOdds price =
        prediction.getRecommendation() == Recommendation.OVER
            ? prediction.getOverOdds()
            : prediction.getUnderOdds();
    return Preconditions.checkNotNull(price, "a bet without a price: %s", prediction);
  }
}
