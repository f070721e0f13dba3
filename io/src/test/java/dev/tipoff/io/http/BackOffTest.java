package dev.tipoff.io.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.Test;

/** {@link BackOff}. */
public class BackOffTest {
  private static final Duration BASE = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofSeconds(30);

  /** Dice that always fall the highest. */
  private static final class Highest extends Random {
    private static final long serialVersionUID = 1L;

    @Override
    public long nextLong(long bound) {
      return bound - 1;
    }
  }

  @Test
  public void theBoundDoublesUpToTheHighest() {
    BackOff backOff = new BackOff(BASE, MAX, new Highest());
    assertThat(backOff.after(1), is(Duration.ofSeconds(1)));
    assertThat(backOff.after(2), is(Duration.ofSeconds(2)));
    assertThat(backOff.after(3), is(Duration.ofSeconds(4)));
    assertThat(backOff.after(6), is(MAX));
    assertThat(backOff.after(1_000), is(MAX));
  }

  @Property
  void itIsAnythingUpToTheBound(
      @ForAll @IntRange(min = 1, max = 1_000) int attempt, @ForAll long seed) {
    Duration pause = new BackOff(BASE, MAX, new Random(seed)).after(attempt);
    assertThat(pause, is(greaterThanOrEqualTo(Duration.ZERO)));
    assertThat(pause, is(lessThanOrEqualTo(MAX)));
  }
}
