package dev.tipoff.transforms.monitoring;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** Failures of a slate that are alike. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FailureCount {
  @SchemaFieldDescription("The pipeline that met them last; empty if none says")
  public abstract String getPipeline();

  @SchemaFieldDescription("The step that refused the input, ResolveLines for instance")
  public abstract String getStep();

  @SchemaFieldDescription("What kind of failure it is, BAD_ROW for instance")
  public abstract String getCode();

  @SchemaFieldDescription("How many there are")
  public abstract long getFailures();

  @SchemaFieldDescription("How many of them may succeed with the same input later")
  public abstract long getRetryable();

  @SchemaFieldDescription("How many of them a later run did not meet any more")
  public abstract long getResolved();

  @SchemaFieldDescription("What failed in one of them")
  public abstract String getSampleKey();

  @SchemaFieldDescription("What was wrong there, in words")
  public abstract String getSampleMessage();
}
