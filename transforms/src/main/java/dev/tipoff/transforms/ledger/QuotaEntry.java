package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A debit of a provider's quota, or what the provider said is left of it. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class QuotaEntry {
  /** What an entry says. */
  public enum Kind {
    /** Credits set aside before a call goes out. */
    DEBIT,
    /** What the provider says of its quota. */
    OBSERVED
  }

  @SchemaFieldDescription("Hash of provider, as-of time and what the entry is about")
  public abstract String getEntryId();

  @SchemaFieldDescription("Id of the provider, the-odds-api for instance")
  public abstract String getProvider();

  @SchemaFieldDescription("Day in New York whose budget it counts in")
  public abstract GameDay getBudgetDate();

  @SchemaFieldDescription("UTC; the time that the run was asked to see as its present")
  public abstract Instant getAsOf();

  @SchemaFieldDescription("DEBIT, set aside before a call, or OBSERVED, said by the provider")
  public abstract Kind getKind();

  @SchemaFieldDescription("Key of the call that it is about")
  public abstract String getCallKey();

  @SchemaFieldDescription("Credits set aside (DEBIT), or what the call cost (OBSERVED)")
  public abstract int getCredits();

  @SchemaFieldDescription("Credits left, as the provider says; absent for a DEBIT")
  public abstract @Nullable Integer getRemaining();

  @SchemaFieldDescription(
      "Credits used up in the period of the plan, as the provider says; absent for a DEBIT")
  public abstract @Nullable Integer getUsed();

  public static Builder builder() {
    return new AutoValue_QuotaEntry.Builder();
  }

  /** Builds a {@link QuotaEntry}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setEntryId(String entryId);

    public abstract Builder setProvider(String provider);

    public abstract Builder setBudgetDate(GameDay budgetDate);

    public abstract Builder setAsOf(Instant asOf);

    public abstract Builder setKind(Kind kind);

    public abstract Builder setCallKey(String callKey);

    public abstract Builder setCredits(int credits);

    public abstract Builder setRemaining(@Nullable Integer remaining);

    public abstract Builder setUsed(@Nullable Integer used);

    public abstract QuotaEntry build();
  }
}
