package dev.tipoff.transforms.monitoring;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Severity;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** Alerts of one day that are alike. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class AlertVolume {
  @SchemaFieldDescription("Day, UTC, on which the first failure of them was met")
  public abstract GameDay getDay();

  @SchemaFieldDescription("How urgent they are: INFO, WARNING or CRITICAL")
  public abstract Severity getSeverity();

  @SchemaFieldDescription("What kind of failure it is, BAD_ROW for instance")
  public abstract String getCode();

  @SchemaFieldDescription("Pipeline, load-raw for instance")
  public abstract String getPipeline();

  @SchemaFieldDescription("How many alerts")
  public abstract long getAlerts();

  @SchemaFieldDescription("How many failures they tell of")
  public abstract long getFailures();

  @SchemaFieldDescription("How many of them a channel could not be reached for")
  public abstract long getNotSent();
}
