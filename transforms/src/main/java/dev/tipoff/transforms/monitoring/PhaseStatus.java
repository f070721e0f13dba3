package dev.tipoff.transforms.monitoring;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Where one phase of a slate stands. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PhaseStatus {
  @SchemaFieldDescription("Phase, load-raw for instance")
  public abstract String getPipeline();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription(
      "When it last was completed or found to have nothing new, UTC; absent if it never was")
  public abstract @Nullable Instant getLastCompleted();

  @SchemaFieldDescription("Rows of its last completed run; absent if there was none")
  public abstract @Nullable Long getRowsWritten();

  @SchemaFieldDescription("Failures of the slate that no later run resolved")
  public abstract long getOpenFailures();

  @SchemaFieldDescription("How many of those a person has to look at now")
  public abstract long getCriticalFailures();
}
