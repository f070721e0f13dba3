package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How many of a slate's expected players a stage has made something of. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SlateCoverage {
  @SchemaFieldDescription("Date of the slate")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("What was to be made of every player, features for instance")
  public abstract String getStage();

  @SchemaFieldDescription("How many players of games are expected")
  public abstract int getExpected();

  @SchemaFieldDescription("How many of them the stage has something of")
  public abstract int getFound();

  @SchemaFieldDescription("How many of them were refused for a reason that is stated")
  public abstract int getRefused();

  @SchemaFieldDescription(
      "How many were refused by code of the reason, TOO_FEW_GAMES=3 for instance, with semicolons"
          + " between; empty where nobody was")
  public abstract String getRefusedReasons();

  @SchemaFieldDescription("How many of them are neither found nor refused")
  public abstract int getMissing();

  @SchemaFieldDescription(
      "Share found of those who are expected and not refused, 0 to 1; absent where all are refused")
  public abstract @Nullable Double getShare();

  public static Builder builder() {
    return new AutoValue_SlateCoverage.Builder();
  }

  /** Builds a {@link SlateCoverage}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setStage(String stage);

    public abstract Builder setExpected(int expected);

    public abstract Builder setFound(int found);

    public abstract Builder setRefused(int refused);

    public abstract Builder setRefusedReasons(String refusedReasons);

    public abstract Builder setMissing(int missing);

    public abstract Builder setShare(@Nullable Double share);

    public abstract SlateCoverage build();
  }
}
