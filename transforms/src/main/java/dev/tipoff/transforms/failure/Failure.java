package dev.tipoff.transforms.failure;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * An input that did not become a row: where it failed, why, and the input itself, so that a person
 * can mend it and a replay can try again. The id is a hash of step, code, key and message, so the
 * same failure met twice is one row; a warning about a slate or a column of it is one row whatever
 * its message.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Failure {
  private static final int MAX_PAYLOAD = 2_000;

  @SchemaFieldDescription(
      "Hash of step, code, key and message: one failure is one row however often it is met; of"
          + " step, code and key where it is about a slate as a whole or a column of it")
  public abstract String getFailureId();

  @SchemaFieldDescription("The step that refused the input, ResolveLines for instance")
  public abstract String getStep();

  @SchemaFieldDescription("What kind of failure it is, BAD_ROW for instance")
  public abstract FailureCode getCode();

  @SchemaFieldDescription("Whether the same input may succeed later")
  public abstract boolean getRetryable();

  @SchemaFieldDescription("What failed: file and line, or the key of the row")
  public abstract String getFailureKey();

  @SchemaFieldDescription("What is wrong, in words")
  public abstract String getMessage();

  @SchemaFieldDescription("The start of the input, at most 2,000 characters")
  public abstract String getPayload();

  @SchemaFieldDescription("Date of the slate; absent where the input does not say")
  public abstract @Nullable GameDay getGameDate();

  @SchemaFieldDescription("The pipeline that met it last, load-raw for instance")
  public abstract @Nullable String getPipeline();

  @SchemaCreate
  public static Failure create(
      String failureId,
      String step,
      FailureCode code,
      boolean retryable,
      String failureKey,
      String message,
      String payload,
      @Nullable GameDay gameDate,
      @Nullable String pipeline) {
    return new AutoValue_Failure(
        failureId, step, code, retryable, failureKey, message, payload, gameDate, pipeline);
  }

  /** The same, met by a pipeline. */
  public Failure in(String pipeline) {
    return create(
        getFailureId(),
        getStep(),
        getCode(),
        getRetryable(),
        getFailureKey(),
        getMessage(),
        getPayload(),
        getGameDate(),
        pipeline);
  }

  /** A failure at a step. The payload is cut to 2,000 characters; what is no Unicode is mended. */
  public static Failure of(
      String step,
      FailureCode code,
      String key,
      String message,
      String payload,
      @Nullable GameDay day) {
    return create(
        id(step, code.name(), key, message),
        step,
        code,
        code.isTransient(),
        unicode(key),
        unicode(message),
        unicode(payload.length() > MAX_PAYLOAD ? payload.substring(0, MAX_PAYLOAD) : payload),
        day,
        null);
  }

  /**
   * A warning about a slate as a whole. A slate has one of a step and code, which a later run
   * writes anew, whatever its message.
   */
  public static Failure ofSlate(
      String step, FailureCode code, String message, String payload, GameDay slate) {
    return ofKey(step, code, slate.toString(), message, payload, slate);
  }

  /**
   * A finding about what a key stands for: a column of a slate, for instance. A key has one of a
   * step and code, which a later run writes anew, whatever its message.
   */
  public static Failure ofKey(
      String step, FailureCode code, String key, String message, String payload, GameDay slate) {
    Failure failure = of(step, code, key, message, payload, slate);
    return create(
        id(step, code.name(), key),
        step,
        code,
        failure.getRetryable(),
        failure.getFailureKey(),
        failure.getMessage(),
        failure.getPayload(),
        slate,
        null);
  }

  private static String id(String... parts) {
    return Hashing.sha256()
        .hashString(String.join("\u0000", parts), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 32);
  }

  /** Half a surrogate pair, which no warehouse stores, becomes a question mark. */
  private static String unicode(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
