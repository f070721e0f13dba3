package dev.tipoff.transforms.grouping;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.Rule;
import org.junit.Test;

public class CombinedViewTest implements Serializable {
  private static final int HANGS_AFTER = 120_000;
  private static final int STEPS = 6;

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private PCollection<String> rows(String... rows) {
    return pipeline.apply("Rows", Create.of(List.of(rows)).withCoder(StringUtf8Coder.of()));
  }

  private PCollection<String> seen(PCollectionView<?> view) {
    return pipeline
        .apply("Ask", Create.of("seen"))
        .apply("See", ParDo.of(new SeeFn(view)).withSideInputs(view));
  }

  @Test
  public void rowsAreListed() {
    PAssert.that(seen(rows("b", "a", "c").apply(CombinedView.list())))
        .containsInAnyOrder("a", "b", "c");
    pipeline.run();
  }

  @Test
  public void noRowsAreAnEmptyList() {
    PAssert.that(seen(rows().apply(CombinedView.list()))).empty();
    pipeline.run();
  }

  @Test
  public void theMarkIsNotCombined() {
    PAssert.that(seen(rows("a", "a").apply(CombinedView.of(Count.combineFn()))))
        .containsInAnyOrder("2");
    pipeline.run();
  }

  @Test
  public void noRowsAreWhatTheFunctionMakesOfNone() {
    PAssert.that(seen(rows().apply(CombinedView.of(Count.combineFn())))).containsInAnyOrder("0");
    pipeline.run();
  }

  /** With Beam's own list views this hung nine times of ten. */
  @Test(timeout = HANGS_AFTER)
  public void stepsThatWaitForEachOtherAndFindNothingEnd() {
    PCollection<String> nothing = rows();
    for (int step = 0; step < STEPS; step++) {
      PCollectionView<List<String>> view = nothing.apply("View" + step, CombinedView.list());
      nothing =
          pipeline
              .apply("Ask" + step, Create.of("nobody"))
              .apply("See" + step, ParDo.of(new SeeFn(view)).withSideInputs(view));
    }
    assertThat(pipeline.run().waitUntilFinish(), is(PipelineResult.State.DONE));
  }

  /** What is in the side input, row by row; of an empty list nothing. */
  private static final class SeeFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<?> view;

    SeeFn(PCollectionView<?> view) {
      this.view = view;
    }

    @ProcessElement
    public void see(ProcessContext process) {
      Object value = process.sideInput(view);
      List<?> rows = value instanceof List<?> list ? list : List.of(value);
      rows.forEach(row -> process.output(row.toString()));
    }
  }
}
