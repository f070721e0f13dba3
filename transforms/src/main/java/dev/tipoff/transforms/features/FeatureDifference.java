package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One value that is stored otherwise than it comes out today: see {@link CompareFeatures}. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FeatureDifference {
  /** Stands for the whole row, which is missing on one side. */
  static final String ROW = "row";

  /** Stands for the hash of the features that a published prediction was made from. */
  static final String PREDICTION = "prediction";

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription(
      "Name of the feature; row where a whole row is on one side only; prediction where a published prediction was made from other features")
  public abstract String getFeature();

  @SchemaFieldDescription("Value in the feature store; absent where it holds none")
  public abstract @Nullable Double getStored();

  @SchemaFieldDescription("Value that comes out of today's tables; absent where none does")
  public abstract @Nullable Double getRecomputed();

  static FeatureDifference of(
      FeatureVector of, String feature, @Nullable Double stored, @Nullable Double recomputed) {
    return new AutoValue_FeatureDifference.Builder()
        .setGameDate(of.getGameDate())
        .setGameId(of.getGameId())
        .setPlayer(of.getPlayer())
        .setFeature(feature)
        .setStored(stored)
        .setRecomputed(recomputed)
        .build();
  }

  public static Builder builder() {
    return new AutoValue_FeatureDifference.Builder();
  }

  /** Builds a {@link FeatureDifference}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setFeature(String feature);

    public abstract Builder setStored(@Nullable Double stored);

    public abstract Builder setRecomputed(@Nullable Double recomputed);

    public abstract FeatureDifference build();
  }
}
