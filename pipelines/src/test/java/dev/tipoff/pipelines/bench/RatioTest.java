package dev.tipoff.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

/** Ratios of paired runs. */
public class RatioTest {
  /** A machine that is slow for a while is slow for both of a pair. */
  @Test
  public void whatSlowsBothOfAPairIsInNoRatio() {
    assertThat(
        Ratio.of(List.of(10.0, 20.0, 100.0), List.of(5.0, 10.0, 50.0)), is(new Ratio(2, 2, 2, 3)));
  }

  @Test
  public void theMiddleAndTheEndsAreThoseOfTheRatios() {
    assertThat(Ratio.of(List.of(1.0, 6.0, 8.0), List.of(1.0, 2.0, 4.0)), is(new Ratio(2, 1, 3, 3)));
  }

  @Test
  public void runsThatAreNoPairsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Ratio.of(List.of(1.0, 2.0), List.of(1.0)));
    assertThrows(IllegalArgumentException.class, () -> Ratio.of(List.of(), List.of()));
  }
}
