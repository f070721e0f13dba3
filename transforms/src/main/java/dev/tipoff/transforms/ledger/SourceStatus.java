package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** How the scrapes of a source have gone. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SourceStatus {
  public abstract String getSource();

  /** Scrapes of a slate each. */
  public abstract long getRuns();

  public abstract Instant getLastRun();

  /** The last that covered all its slate needs; absent if none did. */
  public abstract @Nullable Instant getLastSuccess();

  @SchemaCreate
  public static SourceStatus create(
      String source, long runs, Instant lastRun, @Nullable Instant lastSuccess) {
    return new AutoValue_SourceStatus(source, runs, lastRun, lastSuccess);
  }
}
