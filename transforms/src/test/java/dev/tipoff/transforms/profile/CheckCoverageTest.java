package dev.tipoff.transforms.profile;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.OneBundle;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.Rule;
import org.junit.Test;

public class CheckCoverageTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private final List<PlayerStanding> standings = new ArrayList<>();

  private static PlayerKey player(int i) {
    return PlayerKey.of(Integer.toString(900_000 + i));
  }

  private void expect(GameDay day, int from, int to) {
    for (int i = from; i < to; i++) {
      standings.add(PlayerStanding.expected(day, "1", player(i), "Player " + (char) ('A' + i)));
    }
  }

  private void find(GameDay day, int from, int to) {
    for (int i = from; i < to; i++) {
      standings.add(PlayerStanding.found(day, "1", player(i)));
    }
  }

  private void refuse(FailureCode reason, int... players) {
    for (int i : players) {
      standings.add(PlayerStanding.refused(DAY, "1", player(i), reason));
    }
  }

  private Result<PCollection<SlateCoverage>, Failure> check() {
    return OneBundle.of(pipeline, "Standings", standings, 3)
        .apply("Check", CheckCoverage.of("features"));
  }

  private static PCollection<String> text(PCollection<Failure> failures) {
    return failures.apply(
        MapElements.into(TypeDescriptors.strings())
            .via(failure -> failure.getCode() + " " + failure.getMessage()));
  }

  private static SlateCoverage.Builder coverage(GameDay day, int expected, int found) {
    return SlateCoverage.builder()
        .setGameDate(day)
        .setStage("features")
        .setExpected(expected)
        .setFound(found)
        .setRefused(0)
        .setRefusedReasons("")
        .setMissing(expected - found)
        .setShare((double) found / expected);
  }

  @Test
  public void aSlateWithEverybodyIsReportedToo() {
    expect(DAY, 0, 3);
    find(DAY, 0, 3);
    Result<PCollection<SlateCoverage>, Failure> checked = check();
    PAssert.that(checked.output()).containsInAnyOrder(coverage(DAY, 3, 3).setShare(1.0).build());
    PAssert.that(checked.failures()).empty();
    pipeline.run();
  }

  /** 19 of 20 are 95 %, 17 of 20 are 85 %. */
  @Test
  public void fewerThanTheWarningShareWarnAndFewerThanTheCriticalShareAreCritical() {
    int[] found = {19, 18, 17, 16};
    for (int i = 0; i < found.length; i++) {
      expect(DAY.plusDays(i), 0, 20);
      find(DAY.plusDays(i), 0, found[i]);
    }
    Result<PCollection<SlateCoverage>, Failure> checked = check();
    PAssert.that(checked.output())
        .containsInAnyOrder(
            coverage(DAY, 20, 19).build(),
            coverage(DAY.plusDays(1), 20, 18).build(),
            coverage(DAY.plusDays(2), 20, 17).build(),
            coverage(DAY.plusDays(3), 20, 16).build());
    PAssert.that(text(checked.failures()))
        .containsInAnyOrder(
            "SLATE_COVERAGE_LOW features of 18 of 20 players (90.0 %) of 2031-01-11, beside 0"
                + " refused; missing are Player S, Player T",
            "SLATE_COVERAGE_LOW features of 17 of 20 players (85.0 %) of 2031-01-12, beside 0"
                + " refused; missing are Player R, Player S, Player T",
            "SLATE_COVERAGE_CRITICAL features of 16 of 20 players (80.0 %) of 2031-01-13, beside 0"
                + " refused; missing are Player Q, Player R, Player S, Player T");
    pipeline.run();
  }

  @Test
  public void fiveOfTheMissingAreNamed() {
    expect(DAY, 0, 20);
    find(DAY, 0, 13);
    PAssert.that(check().failures())
        .satisfies(
            found -> {
              Failure failure = found.iterator().next();
              assertThat(
                  failure.getMessage(),
                  is(
                      "features of 13 of 20 players (65.0 %) of 2031-01-10, beside 0 refused;"
                          + " missing are Player N, Player O, Player P, Player Q, Player R and"
                          + " others"));
              assertThat(
                  failure.getPayload(),
                  is("Player N, Player O, Player P, Player Q, Player R, Player S, Player T"));
              assertThat(failure.getFailureKey(), is("features|2031-01-10"));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void theRefusedAreNotMissing() {
    expect(DAY, 0, 10);
    find(DAY, 0, 5);
    refuse(FailureCode.NO_HISTORY, 5, 6, 7);
    refuse(FailureCode.UNKNOWN_TEAM, 7, 8);
    // Found all the same, and not expected at all.
    refuse(FailureCode.NO_HISTORY, 0, 20);
    Result<PCollection<SlateCoverage>, Failure> checked = check();
    PAssert.that(checked.output())
        .containsInAnyOrder(
            coverage(DAY, 10, 5)
                .setRefused(4)
                .setRefusedReasons("UNKNOWN_TEAM=2;NO_HISTORY=2")
                .setMissing(1)
                .setShare(5 / 6.0)
                .build());
    PAssert.that(text(checked.failures()))
        .containsInAnyOrder(
            "SLATE_COVERAGE_CRITICAL features of 5 of 6 players (83.3 %) of 2031-01-10, beside 4"
                + " refused; missing are Player J");
    pipeline.run();
  }

  @Test
  public void whereAllAreRefusedThereIsNoShare() {
    expect(DAY, 0, 2);
    refuse(FailureCode.NO_HISTORY, 0, 1);
    Result<PCollection<SlateCoverage>, Failure> checked = check();
    PAssert.that(checked.output())
        .containsInAnyOrder(
            coverage(DAY, 2, 0)
                .setRefused(2)
                .setRefusedReasons("NO_HISTORY=2")
                .setMissing(0)
                .setShare(null)
                .build());
    PAssert.that(checked.failures()).empty();
    pipeline.run();
  }

  @Test
  public void whoIsExpectedTwiceIsOneAndWhoWasNotExpectedDoesNotCount() {
    expect(DAY, 0, 2);
    expect(DAY, 0, 2);
    find(DAY, 0, 6);
    find(DAY.plusDays(1), 0, 6);
    Result<PCollection<SlateCoverage>, Failure> checked = check();
    PAssert.that(checked.output()).containsInAnyOrder(coverage(DAY, 2, 2).build());
    PAssert.that(checked.failures()).empty();
    pipeline.run();
  }
}
