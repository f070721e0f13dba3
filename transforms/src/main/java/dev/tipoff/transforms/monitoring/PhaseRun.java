package dev.tipoff.transforms.monitoring;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** One run of a pipeline that had to do with the slates: when it started, how it ended, and why. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PhaseRun {
  @SchemaFieldDescription("Hash of pipeline, slates and start")
  public abstract String getRunId();

  @SchemaFieldDescription("Pipeline, load-raw for instance")
  public abstract String getPipeline();

  @SchemaFieldDescription("When the run started, UTC")
  public abstract Instant getStartedAt();

  @SchemaFieldDescription("When it ended, UTC; absent while it has not")
  public abstract @Nullable Instant getEndedAt();

  @SchemaFieldDescription("Seconds from the start to the end; absent likewise")
  public abstract @Nullable Double getSeconds();

  @SchemaFieldDescription("STARTED, COMPLETED, NOT_READY, FAILED or SKIPPED")
  public abstract String getState();

  @SchemaFieldDescription("Why it ran, was skipped, was not ready or failed")
  public abstract String getReason();

  @SchemaFieldDescription("Rows written; absent where the run does not say")
  public abstract @Nullable Long getRowsWritten();

  @SchemaFieldDescription("Reads of the warehouse; absent where the run does not say")
  public abstract @Nullable Long getDataReads();

  @SchemaFieldDescription("Version of the code")
  public abstract String getCodeVersion();
}
