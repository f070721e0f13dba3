package dev.tipoff.transforms.forecast;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.Test;

public class ResidualTableTest {
  private static final int ROWS = 40_000;

  private final double[] forecasts = new double[ROWS];
  private final double[] outcomes = new double[ROWS];

  /** Poisson counts around forecasts of 2 to 30. */
  public ResidualTableTest() {
    Random random = new Random(4);
    for (int i = 0; i < ROWS; i++) {
      forecasts[i] = 2 + 28 * random.nextDouble();
      outcomes[i] = poisson(forecasts[i], random);
    }
  }

  private static int poisson(double mean, Random random) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  private static double chanceOfAtMost(int outcome, double mean) {
    double mass = Math.exp(-mean);
    double sum = 0;
    for (int count = 0; count <= outcome; count++) {
      sum += mass;
      mass *= mean / (count + 1);
    }
    return sum;
  }

  @Test
  public void chancesAreThoseOfTheDistributionBehind() {
    ResidualTable table = ResidualTable.of(forecasts, outcomes);
    for (double mean : new double[] {6, 12, 20, 26}) {
      for (int outcome = (int) mean - 4; outcome < mean + 5; outcome++) {
        assertThat(
            "at most " + outcome + " where " + mean + " is forecast",
            table.atMost(outcome, mean),
            closeTo(chanceOfAtMost(outcome, mean), 0.035));
      }
    }
  }

  @Test
  public void theOrderOfForecastsChangesNothing() {
    double[] backwards = new double[ROWS];
    double[] theirOutcomes = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      backwards[i] = forecasts[ROWS - 1 - i];
      theirOutcomes[i] = outcomes[ROWS - 1 - i];
    }
    assertThat(
        ResidualTable.of(backwards, theirOutcomes).atMost(11, 12.3),
        is(ResidualTable.of(forecasts, outcomes).atMost(11, 12.3)));
  }

  @Property(tries = 200)
  void chancesRiseFromZeroToOne(
      @ForAll @DoubleRange(min = -1, max = 60) double forecast,
      @ForAll @IntRange(min = 0, max = 80) int outcome) {
    ResidualTable table = ResidualTable.of(forecasts, outcomes);
    double chance = table.atMost(outcome, forecast);
    assertThat(chance, is(greaterThanOrEqualTo(table.atMost(outcome - 1, forecast))));
    assertThat(table.atMost(-1, forecast), is(0.0));
    assertThat(table.atMost(400, forecast), is(greaterThan(0.999)));
  }

  @Test
  public void aFewForecastsMakeNoTable() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ResidualTable.of(new double[] {1, 2}, new double[] {2, 1}));
  }
}
