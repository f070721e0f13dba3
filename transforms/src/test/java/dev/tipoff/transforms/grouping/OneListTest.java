package dev.tipoff.transforms.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class OneListTest implements Serializable {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private PCollection<List<String>> gathered(String... rows) {
    return pipeline
        .apply(Create.of(List.of(rows)).withCoder(StringUtf8Coder.of()))
        .apply(OneList.create());
  }

  @Test
  public void rowsAreOneElement() {
    PAssert.thatSingleton(gathered("b", "a", "c", "a"))
        .satisfies(
            list -> {
              assertThat(list, containsInAnyOrder("a", "a", "b", "c"));
              return null;
            });
    pipeline.run();
  }

  /** A step that comes after all rows comes after none, too. */
  @Test
  public void noRowsAreOneElement() {
    PAssert.thatSingleton(gathered())
        .satisfies(
            list -> {
              assertThat(list, empty());
              return null;
            });
    pipeline.run();
  }
}
