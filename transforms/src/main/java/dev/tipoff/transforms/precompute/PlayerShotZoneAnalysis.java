package dev.tipoff.transforms.precompute;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.features.FeatureDefinition.Source;
import dev.tipoff.transforms.features.Zone;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where a player has shot from before a slate, this season. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerShotZoneAnalysis {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription(
      "What the columns of zones are made from, PLAY_BY_PLAY; absent where none is kept")
  public abstract @Nullable Source getZoneSource();

  @SchemaFieldDescription(
      "Zone of most attempts over the last 10 games, of equals the nearer to the basket: PAINT, MID_RANGE or THREE; absent with fewer than ten")
  public abstract @Nullable Zone getPrimaryZone();

  @SchemaFieldDescription(
      "How many of the latest 10 games of the season with a play-by-play there are")
  public abstract int getZoneGamesLast10();

  @SchemaFieldDescription("Shots from the zones in them")
  public abstract int getZoneAttemptsLast10();

  @SchemaFieldDescription("Shots in the lane in 100 of them; absent with fewer than ten")
  public abstract @Nullable Double getPaintShareLast10();

  @SchemaFieldDescription("Those that went in, percent; absent without such a shot")
  public abstract @Nullable Double getPaintPercentageLast10();

  @SchemaFieldDescription(
      "Shots for two points from outside the lane in 100 of them; absent with fewer than ten")
  public abstract @Nullable Double getMidRangeShareLast10();

  @SchemaFieldDescription("Those that went in, percent; absent without such a shot")
  public abstract @Nullable Double getMidRangePercentageLast10();

  @SchemaFieldDescription(
      "Shots for three points from the front court in 100 of them; absent with fewer than ten")
  public abstract @Nullable Double getThreeShareLast10();

  @SchemaFieldDescription("Those that went in, percent; absent without such a shot")
  public abstract @Nullable Double getThreePercentageLast10();

  @SchemaFieldDescription(
      "How many of the latest 20 games of the season with a play-by-play there are")
  public abstract int getZoneGamesLast20();

  @SchemaFieldDescription("Shots from the zones in them")
  public abstract int getZoneAttemptsLast20();

  @SchemaFieldDescription("Shots in the lane in 100 of them; absent with fewer than ten")
  public abstract @Nullable Double getPaintShareLast20();

  @SchemaFieldDescription("Those that went in, percent; absent without such a shot")
  public abstract @Nullable Double getPaintPercentageLast20();

  @SchemaFieldDescription(
      "Shots for two points from outside the lane in 100 of them; absent with fewer than ten")
  public abstract @Nullable Double getMidRangeShareLast20();

  @SchemaFieldDescription("Those that went in, percent; absent without such a shot")
  public abstract @Nullable Double getMidRangePercentageLast20();

  @SchemaFieldDescription(
      "Shots for three points from the front court in 100 of them; absent with fewer than ten")
  public abstract @Nullable Double getThreeShareLast20();

  @SchemaFieldDescription("Those that went in, percent; absent without such a shot")
  public abstract @Nullable Double getThreePercentageLast20();

  @SchemaFieldDescription(
      "Field goals made off a pass in 100 made, last 10 games with a play-by-play; absent with fewer than ten made")
  public abstract @Nullable Double getAssistedShareLast10();

  @SchemaFieldDescription(
      "Three-point attempts in 100 field goal attempts by the last 10 box scores, percent; absent with fewer than ten attempts")
  public abstract @Nullable Double getBoxScoreThreesShareLast10();

  @SchemaFieldDescription(
      "Points from free throws in 100 points by the last 10 box scores, percent; absent with fewer than ten points")
  public abstract @Nullable Double getBoxScoreFreeThrowShareOfPointsLast10();

  public static Builder builder() {
    return new AutoValue_PlayerShotZoneAnalysis.Builder();
  }

  /** Builds a {@link PlayerShotZoneAnalysis}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setZoneSource(@Nullable Source zoneSource);

    public abstract Builder setPrimaryZone(@Nullable Zone primaryZone);

    public abstract Builder setZoneGamesLast10(int zoneGamesLast10);

    public abstract Builder setZoneAttemptsLast10(int zoneAttemptsLast10);

    public abstract Builder setPaintShareLast10(@Nullable Double paintShareLast10);

    public abstract Builder setPaintPercentageLast10(@Nullable Double paintPercentageLast10);

    public abstract Builder setMidRangeShareLast10(@Nullable Double midRangeShareLast10);

    public abstract Builder setMidRangePercentageLast10(@Nullable Double midRangePercentageLast10);

    public abstract Builder setThreeShareLast10(@Nullable Double threeShareLast10);

    public abstract Builder setThreePercentageLast10(@Nullable Double threePercentageLast10);

    public abstract Builder setZoneGamesLast20(int zoneGamesLast20);

    public abstract Builder setZoneAttemptsLast20(int zoneAttemptsLast20);

    public abstract Builder setPaintShareLast20(@Nullable Double paintShareLast20);

    public abstract Builder setPaintPercentageLast20(@Nullable Double paintPercentageLast20);

    public abstract Builder setMidRangeShareLast20(@Nullable Double midRangeShareLast20);

    public abstract Builder setMidRangePercentageLast20(@Nullable Double midRangePercentageLast20);

    public abstract Builder setThreeShareLast20(@Nullable Double threeShareLast20);

    public abstract Builder setThreePercentageLast20(@Nullable Double threePercentageLast20);

    public abstract Builder setAssistedShareLast10(@Nullable Double assistedShareLast10);

    public abstract Builder setBoxScoreThreesShareLast10(
        @Nullable Double boxScoreThreesShareLast10);

    public abstract Builder setBoxScoreFreeThrowShareOfPointsLast10(
        @Nullable Double boxScoreFreeThrowShareOfPointsLast10);

    public abstract PlayerShotZoneAnalysis build();
  }
}
