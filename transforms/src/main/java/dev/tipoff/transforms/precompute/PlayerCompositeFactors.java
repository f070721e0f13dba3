package dev.tipoff.transforms.precompute;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Scores of how a game differs from a player's usual one, and their sum. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerCompositeFactors {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription(
      "How rested he is, 100 at best (see freshness_score of the feature store); absent before his first game of the season")
  public abstract @Nullable Double getFreshnessScore();

  @SchemaFieldDescription(
      "Part of it in the sum: (freshness_score - 100) / 20, from -5 to 0; absent where the score is")
  public abstract @Nullable Double getFreshnessAdjustment();

  @SchemaFieldDescription(
      "What the opponent allows where he shoots, from -10 to 10, positive is good for him (see zone_mismatch_score of the feature store); absent where no play-by-play is kept")
  public abstract @Nullable Double getZoneMismatchScore();

  @SchemaFieldDescription(
      "How fast the opponent plays, from -3 to 3, positive is faster than the league (see pace_score of the feature store); absent before the opponent's fifth game")
  public abstract @Nullable Double getPaceScore();

  @SchemaFieldDescription(
      "What those who are out leave to him, from 0 to 3 (see usage_spike_score of the feature store); absent without a report before the tip")
  public abstract @Nullable Double getUsageSpikeScore();

  @SchemaFieldDescription(
      "Sum of the adjustment and the three scores that are known; absent where none is")
  public abstract @Nullable Double getTotalAdjustment();

  @SchemaFieldDescription("How many of the four are known")
  public abstract int getKnownInputs();

  public static Builder builder() {
    return new AutoValue_PlayerCompositeFactors.Builder();
  }

  /** Builds a {@link PlayerCompositeFactors}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setFreshnessScore(@Nullable Double freshnessScore);

    public abstract Builder setFreshnessAdjustment(@Nullable Double freshnessAdjustment);

    public abstract Builder setZoneMismatchScore(@Nullable Double zoneMismatchScore);

    public abstract Builder setPaceScore(@Nullable Double paceScore);

    public abstract Builder setUsageSpikeScore(@Nullable Double usageSpikeScore);

    public abstract Builder setTotalAdjustment(@Nullable Double totalAdjustment);

    public abstract Builder setKnownInputs(int knownInputs);

    public abstract PlayerCompositeFactors build();
  }
}
