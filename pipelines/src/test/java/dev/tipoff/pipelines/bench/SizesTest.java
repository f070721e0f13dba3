package dev.tipoff.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.junit.Assert.assertThrows;

import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.Test;

/** The sizes that an option of {@code tipoff bench} asks for. */
public class SizesTest {
  @Test
  public void eachIsMeasuredOnce() {
    assertThat(Sizes.of("seasons", "1, 50,6,1"), contains(1, 50, 6));
  }

  @Test
  public void whatIsNoSizeIsRefusedWithTheOption() {
    for (String text : new String[] {"", "1,,2", "0", "-1", "two", "1.5", "9999999"}) {
      assertThat(
          assertThrows(IllegalArgumentException.class, () -> Sizes.of("seasons", text))
              .getMessage(),
          containsString("--seasons=" + text + ": give whole numbers"));
    }
  }

  /** Before an hour has gone into the parts before. */
  @Test
  public void eachOptionIsLookedAtFirst() {
    BenchOptions options = PipelineOptionsFactory.as(BenchOptions.class);
    Sizes.check(options);
    options.setTimes("1,many");
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> Sizes.check(options)).getMessage(),
        containsString("--times=1,many: give"));
  }
}
