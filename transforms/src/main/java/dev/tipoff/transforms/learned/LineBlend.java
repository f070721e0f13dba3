package dev.tipoff.transforms.learned;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import java.io.Serializable;

/** How much the market's line counts beside a blind forecast. */
@AutoValue
public abstract class LineBlend implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is supposed where no line has been seen yet: a line knows more than a blind system. */
  public static final LineBlend UNSEEN = of(0.7, 0);

  /** Weight of the line, 0 to 1; the forecast has the rest. */
  public abstract double weightOfLine();

  /** How many lines of the past say so. */
  public abstract int lines();

  /**
   * A blend.
   *
   * @throws IllegalArgumentException unless the weight lies from 0 to 1
   */
  public static LineBlend of(double weightOfLine, int lines) {
    Preconditions.checkArgument(
        weightOfLine >= 0 && weightOfLine <= 1,
        "a line's weight lies from 0 to 1, unlike %s",
        weightOfLine);
    return new AutoValue_LineBlend(weightOfLine, lines);
  }

  /** The median that both together expect. */
  public final double median(double blind, double line) {
    return weightOfLine() * line + (1 - weightOfLine()) * blind;
  }

  /**
   * The chance of the over that both together expect: the mean of their log-odds. Where the two
   * agree it is theirs, however lopsided the prices.
   */
  public final double chance(double blind, double market) {
    double logOdds =
        weightOfLine() * Calibration.logOdds(market)
            + (1 - weightOfLine()) * Calibration.logOdds(blind);
    return 1 / (1 + Math.exp(-logOdds));
  }
}
