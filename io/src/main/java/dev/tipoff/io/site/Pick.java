package dev.tipoff.io.site;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Probability;
import dev.tipoff.transforms.odds.OverGivenNoPush;
import dev.tipoff.transforms.odds.Wager;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One side of a line as a system sees it.
 *
 * @param ours the system's chance of the side if the stat does not land on the line
 * @param market the de-vigged market's chance of the same
 * @param expectedValue for each unit staked
 */
record Pick(
    Prediction prediction,
    Recommendation side,
    Line line,
    AmericanOdds price,
    double ours,
    double market,
    double expectedValue) {

  private static final Comparator<Pick> BY_PROP =
      Comparator.comparing((Pick pick) -> pick.prediction().getPlayerName())
          .thenComparing(pick -> pick.prediction().getPlayer())
          .thenComparing(pick -> pick.prediction().getMarket())
          .thenComparing(pick -> pick.prediction().getGameId())
          .thenComparing(pick -> pick.prediction().getSystemId());

  /** The best expected value first. */
  static final Comparator<Pick> BY_VALUE =
      Comparator.comparingDouble(Pick::expectedValue).reversed().thenComparing(BY_PROP);

  /** The furthest from the market first. */
  static final Comparator<Pick> BY_EDGE =
      Comparator.comparingDouble(Pick::edge).reversed().thenComparing(BY_PROP);

  double edge() {
    return ours - market;
  }

  static boolean isBet(Recommendation recommendation) {
    return recommendation == Recommendation.OVER || recommendation == Recommendation.UNDER;
  }

  /** The prediction's chance of the over if the stat does not land on the line. */
  static @Nullable Double decidedOver(Prediction prediction) {
    return OverGivenNoPush.of(prediction.getProbabilityOver(), prediction.getProbabilityPush());
  }

  /** The side that the system bets, or else the one it finds likelier than the market does. */
  static Optional<Pick> of(Prediction prediction) {
    Double ours = decidedOver(prediction);
    Double market = prediction.getMarketProbabilityOver();
    Line line = prediction.getLine();
    if (ours == null || market == null || line == null) {
      return Optional.empty();
    }
    boolean bet = isBet(prediction.getRecommendation());
    boolean over =
        bet ? prediction.getRecommendation() == Recommendation.OVER : ours.compareTo(market) >= 0;
    AmericanOdds price = over ? prediction.getOverOdds() : prediction.getUnderOdds();
    if (price == null) {
      return Optional.empty();
    }
    double side = over ? ours : 1 - ours;
    Double stored = prediction.getExpectedValue();
    return Optional.of(
        new Pick(
            prediction,
            over ? Recommendation.OVER : Recommendation.UNDER,
            line,
            price,
            side,
            over ? market : 1 - market,
            bet && stored != null ? stored : value(price, side, prediction.getProbabilityPush())));
  }

  /** What was stored on a pass is of the side that costs least, which need not be this one. */
  private static double value(AmericanOdds price, double decided, @Nullable Double push) {
    return Wager.givenNoPush(
            price.toDecimal(),
            Probability.of(Math.max(0, Math.min(1, decided))),
            Probability.of(push == null ? 0 : push))
        .expectedValue();
  }

  /**
   * For each prop that is bet, the bet of the best expected value; the best first. Of a prop that
   * systems have a say on that know the line, only theirs count: what a blind system takes for an
   * edge is mostly what the market knows and it does not.
   */
  static List<Pick> bets(List<PropRow<Prediction>> rows) {
    return rows.stream()
        .flatMap(
            row ->
                bettors(row)
                    .filter(prediction -> isBet(prediction.getRecommendation()))
                    .flatMap(prediction -> of(prediction).stream())
                    .min(BY_VALUE)
                    .stream())
        .sorted(BY_VALUE)
        .toList();
  }

  private static Stream<Prediction> bettors(PropRow<Prediction> row) {
    List<Prediction> aware =
        row.bySystem().values().stream()
            .filter(prediction -> prediction.getKind() == SystemKind.MARKET_AWARE)
            .toList();
    return (aware.isEmpty() ? row.bySystem().values() : aware).stream();
  }

  /** For each prop that is not bet, the pick furthest from the market; the furthest first. */
  static List<Pick> leans(List<PropRow<Prediction>> rows) {
    return rows.stream()
        .filter(row -> bettors(row).noneMatch(prediction -> isBet(prediction.getRecommendation())))
        .flatMap(
            row ->
                bettors(row).flatMap(prediction -> of(prediction).stream()).min(BY_EDGE).stream())
        .sorted(BY_EDGE)
        .toList();
  }
}
