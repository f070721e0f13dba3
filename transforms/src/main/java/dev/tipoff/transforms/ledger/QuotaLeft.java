package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/** What a provider last said is left of its quota. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class QuotaLeft {
  @SchemaFieldDescription("Id of the provider, the-odds-api for instance")
  public abstract String getProvider();

  @SchemaFieldDescription("When it said so, UTC")
  public abstract Instant getAsOf();

  @SchemaFieldDescription("Credits left, as the provider says")
  public abstract int getRemaining();

  @SchemaCreate
  public static QuotaLeft create(String provider, Instant asOf, int remaining) {
    return new AutoValue_QuotaLeft(provider, asOf, remaining);
  }
}
