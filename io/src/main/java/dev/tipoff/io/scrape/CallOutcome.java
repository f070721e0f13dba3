package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** Something that is known of the calls that a source needs for a slate. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
abstract class CallOutcome {
  /** What is known. The later of two of one call counts. */
  enum State {
    /** The source is part of the run; it is known of no call. */
    SELECTED,
    /** All calls that the slate needs are known; it is known of no call. */
    ENUMERATED,
    /** The call is needed. */
    EXPECTED,
    FETCHED,
    NO_DATA,
    NOT_FETCHED,
    FAILED
  }

  abstract String getSource();

  abstract GameDay getGameDate();

  /** The call's key; empty if it is about no single call. */
  abstract String getCallKey();

  abstract String getLabel();

  abstract State getState();

  abstract int getRequests();

  abstract int getCredits();

  @SchemaCreate
  static CallOutcome create(
      String source,
      GameDay gameDate,
      String callKey,
      String label,
      State state,
      int requests,
      int credits) {
    return new AutoValue_CallOutcome(source, gameDate, callKey, label, state, requests, credits);
  }

  static CallOutcome of(String source, GameDay day, State state) {
    return create(source, day, "", "", state, 0, 0);
  }

  static CallOutcome of(PlannedCall call, State state, int credits) {
    return create(
        call.getSource(), call.getGameDate(), call.key(), call.label(), state, 0, credits);
  }

  static CallOutcome of(Envelope envelope) {
    State state =
        switch (envelope.getOutcome()) {
          case FETCHED -> State.FETCHED;
          case NO_DATA -> State.NO_DATA;
          case FAILED ->
              envelope.getFault() == FailureCode.NOT_FETCHED ? State.NOT_FETCHED : State.FAILED;
        };
    return create(
        envelope.getSource(),
        envelope.getGameDate(),
        envelope.callKey(),
        "",
        state,
        envelope.getAttempts(),
        0);
  }
}
