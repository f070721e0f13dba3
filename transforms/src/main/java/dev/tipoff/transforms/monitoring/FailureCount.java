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

  public static Builder builder() {
    return new AutoValue_FailureCount.Builder();
  }

  /** Builds a {@link FailureCount}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setPipeline(String pipeline);

    public abstract Builder setStep(String step);

    public abstract Builder setCode(String code);

    public abstract Builder setFailures(long failures);

    public abstract Builder setRetryable(long retryable);

    public abstract Builder setResolved(long resolved);

    public abstract Builder setSampleKey(String sampleKey);

    public abstract Builder setSampleMessage(String sampleMessage);

    public abstract FailureCount build();
  }
}
