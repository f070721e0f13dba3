package dev.tipoff.transforms.training;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.learned.Calibration;
import dev.tipoff.transforms.learned.LineBlend;
import dev.tipoff.transforms.learned.Mixture;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.Test;

/** What is learned on top of the trees: mixtures, blends, calibrations, thresholds. */
public class LearningTest {
  private final Random random = new Random(5);

  @Test
  public void aMixtureFindsWhatTheOutcomesAreMadeOf() {
    double[][] means = new double[4000][];
    double[] outcomes = new double[means.length];
    for (int row = 0; row < means.length; row++) {
      double one = 10 + 10 * random.nextDouble();
      double other = 10 + 10 * random.nextDouble();
      means[row] = new double[] {one, 1.1 * other, 20 * random.nextDouble()};
      outcomes[row] = 0.3 * one + 0.7 * other + random.nextGaussian();
    }
    Mixture mixture = LearnMixture.of(ImmutableList.of("a", "b", "noise"), means, outcomes);
    assertThat(mixture.weights().get(0), closeTo(0.3, 0.051));
    assertThat(mixture.weights().get(1), closeTo(0.7, 0.051));
    assertThat(mixture.weights().get(2), closeTo(0, 0.051));
    assertThat(mixture.scales().get(1), closeTo(1 / 1.1, 0.03));
  }

  @Test
  public void ofSystemsThatAreAlikeTheLaterHasTheWeight() {
    double[][] means = new double[100][];
    Arrays.setAll(means, row -> new double[] {row, row});
    double[] outcomes = new double[100];
    Arrays.setAll(outcomes, row -> row);
    Mixture mixture = LearnMixture.of(ImmutableList.of("a", "b"), means, outcomes);
    assertThat(mixture.weights(), is(ImmutableList.of(0.0, 1.0)));
  }

  private LineBlend blend(int rows, double weight) {
    double[] blind = new double[rows];
    double[] line = new double[rows];
    double[] outcomes = new double[rows];
    for (int row = 0; row < rows; row++) {
      blind[row] = 20 + 2 * random.nextGaussian();
      line[row] = 20 + 2 * random.nextGaussian();
      outcomes[row] =
          weight * line[row] + (1 - weight) * blind[row] + 1.5 + 6 * random.nextGaussian();
    }
    return LearnBlend.of(blind, line, outcomes);
  }

  @Test
  public void manyLinesSayWhatALineIsWorth() {
    assertThat(blend(40_000, 0.4).weightOfLine(), closeTo(0.4, 0.06));
    assertThat(blend(40_000, 0.9).weightOfLine(), closeTo(0.9, 0.06));
    assertThat(blend(40_000, 1.5).weightOfLine(), is(1.0));
  }

  @Test
  public void fewLinesSayLittle() {
    assertThat(blend(40, 0.1).weightOfLine(), closeTo(0.7, 0.08));
    assertThat(blend(0, 0.1), is(LineBlend.UNSEEN));
    assertThat(blend(40, 0.1).lines(), is(40));
  }

  private Calibration calibration(int rows, double shift, double slope) {
    double[] chances = new double[rows];
    boolean[] overs = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      chances[row] = 0.1 + 0.8 * random.nextDouble();
      double odds = shift + slope * Calibration.logOdds(chances[row]);
      overs[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    }
    return LearnCalibration.of(chances, overs);
  }

  @Test
  public void manyLinesSayWhatChancesAreWorth() {
    Calibration learned = calibration(40_000, -0.2, 0.4);
    assertThat(learned.shift(), closeTo(-0.2, 0.04));
    assertThat(learned.slope(), closeTo(0.4, 0.04));
  }

  @Test
  public void fewLinesLeaveChancesNearlyAsTheyAre() {
    Calibration learned = calibration(10, -0.2, 0.4);
    assertThat(Math.abs(learned.slope() - 1), is(lessThan(0.35)));
    assertThat(calibration(0, 0, 1), is(Calibration.NONE));
  }

  /** Bets at even money that win so often. */
  private OptionalDouble threshold(int lines, double claimed, double share) {
    LearnThreshold threshold = new LearnThreshold();
    SeenLine line = new SeenLine("dh", 20.5, 20.5, 0.5, 2, 2);
    for (int i = 0; i < lines; i++) {
      threshold.add(i / 20, line, claimed, random.nextDouble() < share ? 25 : 15);
    }
    return threshold.threshold();
  }

  @Test
  public void betsThatPaidArePlacedAgain() {
    assertThat(threshold(3000, 0.56, 0.56), is(OptionalDouble.of(0.02)));
  }

  @Test
  public void whereNoBetPaidNoneIsPlaced() {
    assertThat(threshold(3000, 0.56, 0.48), is(OptionalDouble.of(LearnThreshold.NONE_PAID)));
  }

  @Test
  public void tooFewLinesSayNothing() {
    assertThat(threshold(400, 0.56, 0.9), is(OptionalDouble.empty()));
  }

  @Test
  public void aPushWinsAndLosesNothing() {
    LearnThreshold threshold = new LearnThreshold();
    SeenLine whole = new SeenLine("dh", 20, 20, 0.5, 2.2, 1.8);
    for (int i = 0; i < 600; i++) {
      threshold.add(i / 20, whole, 0.6, 20);
    }
    assertThat(threshold.threshold(), is(OptionalDouble.of(LearnThreshold.NONE_PAID)));
  }
}
