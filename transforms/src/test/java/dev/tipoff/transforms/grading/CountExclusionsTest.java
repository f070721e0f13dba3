package dev.tipoff.transforms.grading;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.grading.Predictions.against;
import static dev.tipoff.transforms.grading.Predictions.graded;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.junit.Rule;
import org.junit.Test;

public class CountExclusionsTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static GradedPrediction.Builder market(String game, Integer actual, double line) {
    return against(game, DAY, actual, line, 0.5)
        .setSystemId("market_line")
        .setKind(SystemKind.MARKET);
  }

  private static List<Failure> failures(FailureCode... codes) {
    return Stream.of(codes)
        .map(code -> Failure.of("Fake", code, "key", "message", "payload", DAY))
        .toList();
  }

  @Test
  public void voidsAndPushesAreCountedOnceByTheMarketsRow() {
    List<GradedPrediction> rows =
        List.of(
            market("1", null, 20.5).build(),
            market("2", null, 20).build(),
            market("3", 20, 20).build(),
            market("4", 21, 20).build(),
            against("1", DAY, null, 20.5, 0.5).build(),
            market("3", 20, 20).setSystemId("market_mean").build(),
            against("3", DAY, 20, 20, 0.5).build(),
            graded("5", DAY, null).setSystemId("market_line").setKind(SystemKind.MARKET).build());
    PAssert.that(
            pipeline
                .apply("Rows", Create.of(rows))
                .apply(
                    CountExclusions.with(
                        pipeline.apply("Failures", Create.of(failures(FailureCode.LATE_LINE))))))
        .containsInAnyOrder(KV.of("void", 2L), KV.of("push", 1L), KV.of("late_line", 1L));
    pipeline.run();
  }

  @Test
  public void linesNobodyKnowsAreOneReasonAndOtherFailuresTheirOwn() {
    List<Failure> failures =
        failures(
            FailureCode.UNRESOLVED_PLAYER,
            FailureCode.AMBIGUOUS_PLAYER,
            FailureCode.UNMATCHED_GAME,
            FailureCode.AMBIGUOUS_GAME,
            FailureCode.NO_HISTORY,
            FailureCode.NO_HISTORY,
            FailureCode.UNKNOWN_TEAM);
    PAssert.that(
            pipeline
                .apply("Rows", Create.of(market("4", 21, 20).build()))
                .apply(CountExclusions.with(pipeline.apply("Failures", Create.of(failures)))))
        .containsInAnyOrder(
            KV.of("unmatched_line", 4L), KV.of("no_history", 2L), KV.of("unknown_team", 1L));
    pipeline.run();
  }
}
