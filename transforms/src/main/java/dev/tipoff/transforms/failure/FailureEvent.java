package dev.tipoff.transforms.failure;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/** What a later run had to do with a failure that was stored before. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FailureEvent {
  /** What can happen to a stored failure. */
  public enum Event {
    /** A later run met it again: it is open. */
    MET,
    /** A later run of the same slate was completed without meeting it. */
    RESOLVED
  }

  @SchemaFieldDescription("Hash of failure, run and event")
  public abstract String getEventId();

  @SchemaFieldDescription("The failure")
  public abstract String getFailureId();

  @SchemaFieldDescription("The run")
  public abstract String getRunId();

  @SchemaFieldDescription("MET or RESOLVED")
  public abstract Event getEvent();

  @SchemaFieldDescription(
      "UTC; when the run started, for either event, so that the later run counts")
  public abstract Instant getRunStarted();

  @SchemaCreate
  public static FailureEvent create(
      String eventId, String failureId, String runId, Event event, Instant runStarted) {
    return new AutoValue_FailureEvent(eventId, failureId, runId, event, runStarted);
  }

  /** What a run had to do with a failure. */
  public static FailureEvent of(String failureId, String runId, Event event, Instant runStarted) {
    return create(
        Hashing.sha256()
            .hashString(String.join("|", failureId, runId, event.name()), StandardCharsets.UTF_8)
            .toString()
            .substring(0, 32),
        failureId,
        runId,
        event,
        runStarted);
  }
}
