package dev.tipoff.transforms.learned;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/**
 * What a system's chance of the over is worth where there is a line, as it turned out in the past:
 * the log-odds, shifted and stretched (J. Platt, "Probabilistic outputs for support vector
 * machines", 1999).
 */
@AutoValue
public abstract class Calibration implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double LEAST_CHANCE = 1e-9;

  /** Leaves chances as they are. */
  public static final Calibration NONE = of(0, 1, 0);

  /** Added to the log-odds. */
  public abstract double shift();

  /** What the log-odds are multiplied by. */
  public abstract double slope();

  /** How many lines of the past say so. */
  public abstract int lines();

  public static Calibration of(double shift, double slope, int lines) {
    return new AutoValue_Calibration(shift, slope, lines);
  }

  /** The calibrated chance of the over given no push. */
  public final double of(double over) {
    return lines() == 0 ? over : 1 / (1 + Math.exp(-shift() - slope() * logOdds(over)));
  }

  /** The logarithm of the odds, of a chance that is kept off zero and one. */
  public static double logOdds(double chance) {
    double kept = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, chance));
    return Math.log(kept / (1 - kept));
  }
}
