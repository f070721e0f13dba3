package dev.tipoff.transforms.failure;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A stored failure, and what later runs had to do with it. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class KnownFailure {
  /** The pipeline whose failures are about a source. */
  public static final String SCRAPE = "scrape";

  private static final String FETCH = "Fetch ";

  public abstract String getFailureId();

  public abstract String getPipeline();

  public abstract String getStep();

  public abstract FailureCode getCode();

  public abstract @Nullable GameDay getGameDate();

  public abstract String getFailureKey();

  public abstract String getMessage();

  /** How many later runs met it again. */
  public abstract long getMetAgain();

  /** Whether the last run that had to do with it did not meet it. */
  public abstract boolean getResolved();

  /** The source that a failure of a scrape is about, or what stands in its place. */
  public final String source() {
    return getStep().startsWith(FETCH)
        ? getStep().substring(FETCH.length())
        : getFailureKey().split("\\|", 2)[0];
  }

  @SchemaCreate
  static KnownFailure create(
      String failureId,
      String pipeline,
      String step,
      FailureCode code,
      @Nullable GameDay gameDate,
      String failureKey,
      String message,
      long metAgain,
      boolean resolved) {
    return new AutoValue_KnownFailure(
        failureId, pipeline, step, code, gameDate, failureKey, message, metAgain, resolved);
  }
}
