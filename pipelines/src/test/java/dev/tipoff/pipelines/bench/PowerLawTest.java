package dev.tipoff.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.junit.Assert.assertThrows;

import dev.tipoff.pipelines.bench.PowerLaw.Point;
import java.util.List;
import org.junit.Test;

/** The law of growth that fits some points. */
public class PowerLawTest {
  @Test
  public void pointsOfALawGiveTheLaw() {
    PowerLaw law =
        PowerLaw.through(
            List.of(new Point(1, 3), new Point(4, 3 * Math.pow(4, 1.5)), new Point(9, 3 * 27.0)));
    assertThat(law.exponent(), closeTo(1.5, 1e-12));
    assertThat(law.factor(), closeTo(3, 1e-12));
    assertThat(law.at(100), closeTo(3_000, 1e-9));
  }

  /** What is there before the first season counts as well: such a sum grows more slowly. */
  @Test
  public void aFixedCostLowersTheExponent() {
    List<Point> points =
        List.of(new Point(1, 11), new Point(2, 12), new Point(4, 14), new Point(8, 18));
    assertThat(PowerLaw.through(points).exponent(), closeTo(0.23, 0.02));
  }

  @Test
  public void oneSizeIsNoGrowth() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PowerLaw.through(List.of(new Point(2, 1), new Point(2, 5))));
  }
}
