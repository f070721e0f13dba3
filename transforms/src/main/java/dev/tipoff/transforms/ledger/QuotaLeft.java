package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.joda.time.Instant;

/** What a provider last said is left of its quota. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class QuotaLeft {
  public abstract String getProvider();

  public abstract Instant getAsOf();

  public abstract int getRemaining();

  @SchemaCreate
  public static QuotaLeft create(String provider, Instant asOf, int remaining) {
    return new AutoValue_QuotaLeft(provider, asOf, remaining);
  }
}
