package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.Test;

public class ByDayTest {
  private final ByDay figure = new ByDay();

  private static double width(ByDay figure) {
    Estimate estimate = figure.estimate().orElseThrow();
    return estimate.high().getAsDouble() - estimate.low().getAsDouble();
  }

  @Test
  public void theIntervalIsOfDaysThatAreDrawn() {
    figure.add(DAY.plusDays(7), 3);
    figure.add(DAY, 1);
    figure.add(DAY, 3);
    figure.add(DAY.plusDays(-3), -1);
    // Sums 4, -1 and 3 of 2, 1 and 1 rows around 1.5 a row: apart by 1, -2.5 and 1.5.
    // Variance 3/2 * 9.5 / 16 = 0.890625, of which the root is 0.943729.
    Estimate estimate = figure.estimate().orElseThrow();
    assertThat(estimate.mean(), is(1.5));
    assertThat(estimate.low().getAsDouble(), closeTo(1.5 - 1.849675, 1e-6));
    assertThat(estimate.high().getAsDouble(), closeTo(1.5 + 1.849675, 1e-6));
  }

  @Test
  public void rowsOfOneDayAreNoNewEvidence() {
    ByDay repeated = new ByDay();
    for (int day = 0; day < 20; day++) {
      double value = day % 2;
      figure.add(DAY.plusDays(day), value);
      for (int row = 0; row < 100; row++) {
        repeated.add(DAY.plusDays(day), value);
      }
    }
    assertThat(width(repeated), closeTo(width(figure), 1e-12));
    ByDay apart = new ByDay();
    for (int day = 0; day < 20; day++) {
      for (int row = 0; row < 100; row++) {
        apart.add(DAY.plusDays(day), row % 2);
      }
    }
    assertThat(width(figure), greaterThan(width(apart) + 0.1));
  }

  @Test
  public void oneDaySaysNothingOfOthers() {
    figure.add(DAY, 2);
    figure.add(DAY, 3);
    assertThat(
        figure.estimate(),
        is(Optional.of(new Estimate(2.5, OptionalDouble.empty(), OptionalDouble.empty()))));
  }

  @Test
  public void withoutRowsThereIsNoEstimate() {
    figure.addAll(new ByDay());
    assertThat(figure.estimate(), is(Optional.empty()));
    assertThat(figure, is(new ByDay()));
  }

  @Test
  public void daysOfPartsMeet() {
    ByDay early = new ByDay();
    early.add(DAY, 1);
    early.add(DAY.plusDays(2), 4);
    ByDay late = new ByDay();
    late.add(DAY.plusDays(2), 6);
    late.add(DAY.plusDays(5), -3);
    ByDay whole = new ByDay();
    whole.add(DAY.plusDays(5), -3);
    whole.add(DAY.plusDays(2), 6);
    whole.add(DAY, 1);
    whole.add(DAY.plusDays(2), 4);
    late.addAll(early);
    assertThat(late, is(whole));
    early.addAll(new ByDay());
    assertThat(early.estimate().orElseThrow().mean(), is(2.5));
  }

  @Test
  public void whatIsNoNumberIsRefused() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300}) {
      assertThrows(IllegalArgumentException.class, () -> figure.add(DAY, value));
    }
  }
}
