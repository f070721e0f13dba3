package dev.tipoff.transforms.failure;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import org.junit.Test;

public class FailureTest {
  private static Failure failure(String step, FailureCode code, String key, String message) {
    return Failure.of(step, code, key, message, "the input", DAY);
  }

  @Test
  public void theSameFailureMetTwiceHasOneId() {
    Failure one = failure("Step", FailureCode.BAD_ROW, "key", "message");
    assertThat(one.getFailureId(), matchesPattern("[0-9a-f]{32}"));
    assertThat(
        Failure.of("Step", FailureCode.BAD_ROW, "key", "message", "more", null).getFailureId(),
        is(one.getFailureId()));
  }

  @Test
  public void anotherStepCodeKeyOrMessageIsAnotherFailure() {
    String id = failure("Step", FailureCode.BAD_ROW, "key", "message").getFailureId();
    assertThat(failure("Other", FailureCode.BAD_ROW, "key", "message").getFailureId(), is(not(id)));
    assertThat(failure("Step", FailureCode.BAD_FILE, "key", "message").getFailureId(), is(not(id)));
    assertThat(failure("Step", FailureCode.BAD_ROW, "k", "message").getFailureId(), is(not(id)));
    assertThat(failure("Step", FailureCode.BAD_ROW, "key", "m").getFailureId(), is(not(id)));
    // The parts do not run into each other.
    assertThat(failure("Step", FailureCode.BAD_ROW, "ke", "ymessage").getFailureId(), is(not(id)));
  }

  @Test
  public void aWarningAboutASlateIsOneWhateverItSays() {
    Failure one = Failure.ofSlate("Step", FailureCode.PLAYER_COVERAGE, "2 of 3", "a", DAY);
    assertThat(
        Failure.ofSlate("Step", FailureCode.PLAYER_COVERAGE, "1 of 3", "b", DAY).getFailureId(),
        is(one.getFailureId()));
    assertThat(
        Failure.ofSlate("Step", FailureCode.PLAYER_COVERAGE, "2 of 3", "a", DAY.plusDays(1))
            .getFailureId(),
        is(not(one.getFailureId())));
    assertThat(one.getFailureKey(), is(DAY.toString()));
    assertThat(one.getMessage(), is("2 of 3"));
    assertThat(one.getRetryable(), is(true));
  }

  @Test
  public void aLongInputIsCut() {
    Failure failure =
        Failure.of("Step", FailureCode.BAD_BODY, "key", "message", "x".repeat(5_000), null);
    assertThat(failure.getPayload().length(), is(2_000));
    assertThat(
        Failure.of("Step", FailureCode.BAD_BODY, "key", "message", "x".repeat(2_000), null)
            .getPayload(),
        is("x".repeat(2_000)));
  }

  @Test
  public void nothingIsWorthARetryUnchanged() {
    for (FailureCode code : FailureCode.values()) {
      assertThat(failure("Step", code, "key", "message").getRetryable(), is(code.isTransient()));
    }
  }

  /** Cutting may go through the middle of a character, and a message may quote half of one. */
  @Test
  public void halfACharacterIsMended() {
    Failure failure =
        Failure.of(
            "Step",
            FailureCode.BAD_BODY,
            "\uD83C",
            "no \uDC00",
            "x".repeat(1_999) + "\uD83C\uDFC0",
            null);
    assertThat(failure.getFailureKey(), is("?"));
    assertThat(failure.getMessage(), is("no ?"));
    assertThat(failure.getPayload(), is("x".repeat(1_999) + "?"));
  }
}
