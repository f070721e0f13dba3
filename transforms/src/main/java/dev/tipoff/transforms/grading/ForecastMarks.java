package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.odds.OverGivenNoPush;
import dev.tipoff.transforms.prediction.Prediction;
import dev.tipoff.transforms.systems.SystemKind;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How near a forecast came, and how sure it had been. */
final class ForecastMarks {
  private static final int DECILES = 10;

  private ForecastMarks() {}

  /** Whether the mean of the forecast was at most so far off; absent without an actual. */
  static @Nullable Boolean within(Prediction forecast, @Nullable Integer actual, int distance) {
    return actual == null ? null : Math.abs(forecast.getMean() - actual) <= distance;
  }

  /** A number minus the prediction's line; absent without either. */
  static @Nullable Double margin(Prediction prediction, @Nullable Double number) {
    return number == null || prediction.getLine() == null
        ? null
        : number - prediction.getLine().getValue();
  }

  /**
   * The Brier score of the chance of the over given no push (G. W. Brier, Monthly Weather Review 78
   * (1950)); absent without a chance or an actual, and on a push.
   */
  static @Nullable Double probabilityScore(Prediction forecast, @Nullable Integer actual) {
    Double over = over(forecast);
    if (over == null || actual == null || forecast.getLine() == null) {
      return null;
    }
    double line = forecast.getLine().getValue();
    return actual == line ? null : brier(over, actual > line);
  }

  /**
   * The step of the likelier side's chance between one half and one, 1 to 10; absent without a
   * chance.
   */
  static @Nullable Integer confidenceDecile(Prediction forecast) {
    Double over = over(forecast);
    return over == null
        ? null
        : Math.min(DECILES, 1 + (int) Math.floor(2 * DECILES * Math.abs(over - 0.5)));
  }

  private static @Nullable Double over(Prediction forecast) {
    return over(
        forecast.getKind(),
        forecast.getProbabilityOver(),
        forecast.getProbabilityPush(),
        forecast.getMarketProbabilityOver());
  }

  /**
   * The chance of the over given no push that a forecast is held to; absent without one. The
   * market's own forecast has no other than the market's.
   */
  static @Nullable Double over(
      SystemKind kind, @Nullable Double over, @Nullable Double push, @Nullable Double market) {
    return kind == SystemKind.MARKET ? market : OverGivenNoPush.of(over, push);
  }

  /** The squared distance of a chance of the over from what happened. */
  static double brier(double chance, boolean over) {
    double apart = chance - (over ? 1 : 0);
    return apart * apart;
  }
}
