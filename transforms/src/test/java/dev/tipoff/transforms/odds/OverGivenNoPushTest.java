package dev.tipoff.transforms.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.Test;

public class OverGivenNoPushTest {
  @Test
  public void aPushIsLeftOut() {
    assertThat(OverGivenNoPush.of(0.48, 0.04), closeTo(0.5, 1e-12));
  }

  @Test
  public void withoutAPushItIsTheChanceItself() {
    assertThat(OverGivenNoPush.of(0.48, 0.0), is(0.48));
  }

  @Test
  public void roundingMakesNothingSurerThanSure() {
    assertThat(OverGivenNoPush.of(0.3000001, 0.7), is(1.0));
  }

  @Test
  public void whatIsNotKnownStaysSo() {
    assertThat(OverGivenNoPush.of(null, 0.1), is(nullValue()));
    assertThat(OverGivenNoPush.of(0.5, null), is(nullValue()));
    assertThat(OverGivenNoPush.of(0.0, 1.0), is(nullValue()));
  }
}
