package dev.tipoff.transforms.monitoring;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** How recent a source is. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SourceFreshness {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Scrapes of a slate each")
  public abstract long getRuns();

  @SchemaFieldDescription("The last scrape, UTC")
  public abstract Instant getLastRun();

  @SchemaFieldDescription("The last that covered all its slate needs, UTC; absent if none did")
  public abstract @Nullable Instant getLastSuccess();

  @SchemaFieldDescription("Credits of the provider's quota that its scrapes of the slate set aside")
  public abstract long getCredits();

  @SchemaFieldDescription("Requests of those scrapes")
  public abstract long getRequests();
}
