package dev.tipoff.transforms.failure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class CatchFailuresTest {
  private static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final CatchFailures<String> CAUGHT =
      CatchFailures.in("Halve", row -> "row " + row, row -> DAY);

  private final List<Failure> failures = new ArrayList<>();

  private Optional<Integer> halve(String row) {
    return CAUGHT.of(row, () -> Integer.parseInt(row) / 2, failures::add);
  }

  @Test
  public void whatIsMadeIsGivenOut() {
    assertThat(halve("8"), is(Optional.of(4)));
    assertThat(failures, empty());
  }

  @Test
  public void aRowThatTheCodeStumblesOverIsAFailure() {
    assertThat(halve("eight"), is(Optional.empty()));
    assertThat(failures, hasSize(1));
    Failure failure = failures.get(0);
    assertThat(failure.getCode(), is(FailureCode.STEP_FAULT));
    assertThat(failure.getStep(), is("Halve"));
    assertThat(failure.getFailureKey(), is("row eight"));
    assertThat(failure.getPayload(), is("eight"));
    assertThat(failure.getGameDate(), is(DAY));
    assertThat(
        failure.getMessage(),
        is(
            "CatchFailuresTest.halve: java.lang.NumberFormatException: For input string:"
                + " \"eight\""));
  }

  @Test
  public void whatTheMachineLacksIsNoFailureOfARow() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            CAUGHT.of(
                "8",
                () -> {
                  throw new OutOfMemoryError();
                },
                failures::add));
    assertThat(failures, empty());
  }
}
