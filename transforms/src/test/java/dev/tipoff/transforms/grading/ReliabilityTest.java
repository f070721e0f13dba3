package dev.tipoff.transforms.grading;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.Test;

public class ReliabilityTest {
  private final Reliability reliability = new Reliability();

  @Test
  public void binsHoldAsManyRowsEach() {
    // Chances 0.01, 0.02, ..., 0.40; what has an even number happens.
    for (int i = 40; i >= 1; i--) {
      reliability.add(i / 100.0, i % 2 == 0);
    }
    List<ReliabilityBin> bins = reliability.bins();
    assertThat(bins.size(), is(10));
    for (int i = 0; i < 10; i++) {
      assertThat(bins.get(i).n(), is(4L));
      assertThat(bins.get(i).probability(), closeTo(0.025 + 0.04 * i, 1e-12));
      assertThat(bins.get(i).observed(), is(0.5));
    }
    assertThat(reliability.error().getAsDouble(), closeTo(0.5 - 0.205, 1e-12));
  }

  @Test
  public void binsOfOddRowsDifferByOne() {
    for (int i = 0; i < 23; i++) {
      reliability.add(i / 23.0, false);
    }
    List<Long> sizes = reliability.bins().stream().map(ReliabilityBin::n).toList();
    assertThat(sizes.size(), is(10));
    assertThat(sizes.stream().mapToLong(Long::longValue).sum(), is(23L));
    sizes.forEach(size -> assertThat(size, is(allOf(greaterThan(1L), lessThan(4L)))));
  }

  @Test
  public void equalChancesStayTogether() {
    for (int i = 0; i < 40; i++) {
      reliability.add(0.5, i < 20);
    }
    assertThat(reliability.bins(), contains(new ReliabilityBin(40, 0.5, 0.5)));
    assertThat(reliability.error().getAsDouble(), is(0.0));
    for (int i = 0; i < 40; i++) {
      reliability.add(0.5 + (i + 1) / 100.0, true);
    }
    List<ReliabilityBin> bins = reliability.bins();
    assertThat(bins.get(0), is(new ReliabilityBin(40, 0.5, 0.5)));
    assertThat(bins.size(), is(6));
  }

  @Test
  public void theBandIsTheQuantileOfABinomialWhereThereIsOneChance() {
    for (int i = 0; i < 100; i++) {
      reliability.add(0.5, true);
    }
    // Of 100 fair coins, 9 too many or too few are exceeded in 6 % and 10 in 4 %.
    assertThat(reliability.band().getAsDouble(), closeTo(0.095, 0.0051));
    assertThat(reliability.error().getAsDouble(), is(0.5));
  }

  @Test
  public void whoKnowsTheChancesStaysBelowTheBandNearlyAlways() {
    Random random = new Random(17);
    int below = 0;
    int deluded = 0;
    for (int sample = 0; sample < 200; sample++) {
      Reliability right = new Reliability();
      Reliability wrong = new Reliability();
      for (int i = 0; i < 400; i++) {
        double chance = 0.2 + 0.6 * random.nextDouble();
        boolean happens = random.nextDouble() < chance;
        right.add(chance, happens);
        wrong.add(0.5 + 1.6 * (chance - 0.5), happens);
      }
      below += right.error().getAsDouble() <= right.band().getAsDouble() ? 1 : 0;
      deluded += wrong.error().getAsDouble() <= wrong.band().getAsDouble() ? 1 : 0;
    }
    assertThat(below, is(allOf(greaterThan(179), lessThan(200))));
    assertThat(deluded, is(lessThan(20)));
  }

  @Test
  public void withoutRowsThereIsNothing() {
    assertThat(reliability.bins(), is(empty()));
    assertThat(reliability.error(), is(OptionalDouble.empty()));
    assertThat(reliability.band(), is(OptionalDouble.empty()));
  }
}
