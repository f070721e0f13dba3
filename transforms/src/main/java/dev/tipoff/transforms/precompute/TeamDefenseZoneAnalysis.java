package dev.tipoff.transforms.precompute;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.features.FeatureDefinition.Source;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a team of a slate allowed in its latest 15 games before it: by zone where a play-by-play is
 * kept, and by box scores.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class TeamDefenseZoneAnalysis {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Code of the team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription(
      "How many of the latest 15 games of the season with a play-by-play there are")
  public abstract int getZoneGames();

  @SchemaFieldDescription(
      "What the columns of zones are made from, PLAY_BY_PLAY; absent where none is kept")
  public abstract @Nullable Source getZoneSource();

  @SchemaFieldDescription(
      "Shots in the lane that others took a game, of a play-by-play; absent where no play-by-play is kept")
  public abstract @Nullable Double getPaintZoneAttemptsAllowed();

  @SchemaFieldDescription("Those of them that went in a game; absent where no play-by-play is kept")
  public abstract @Nullable Double getPaintZoneMakesAllowed();

  @SchemaFieldDescription(
      "Those of them that went in, percent; absent where no play-by-play is kept, or without an attempt")
  public abstract @Nullable Double getPaintZonePercentageAllowed();

  @SchemaFieldDescription(
      "That less the percent of all teams of the season, percentage points; absent with fewer than five games with a play-by-play")
  public abstract @Nullable Double getPaintZoneAllowedOverLeague();

  @SchemaFieldDescription(
      "Shots for two points from outside the lane that others took a game, of a play-by-play; absent where no play-by-play is kept")
  public abstract @Nullable Double getMidRangeZoneAttemptsAllowed();

  @SchemaFieldDescription("Those of them that went in a game; absent where no play-by-play is kept")
  public abstract @Nullable Double getMidRangeZoneMakesAllowed();

  @SchemaFieldDescription(
      "Those of them that went in, percent; absent where no play-by-play is kept, or without an attempt")
  public abstract @Nullable Double getMidRangeZonePercentageAllowed();

  @SchemaFieldDescription(
      "That less the percent of all teams of the season, percentage points; absent with fewer than five games with a play-by-play")
  public abstract @Nullable Double getMidRangeZoneAllowedOverLeague();

  @SchemaFieldDescription(
      "Shots for three points from the front court that others took a game, of a play-by-play; absent where no play-by-play is kept")
  public abstract @Nullable Double getThreeZoneAttemptsAllowed();

  @SchemaFieldDescription("Those of them that went in a game; absent where no play-by-play is kept")
  public abstract @Nullable Double getThreeZoneMakesAllowed();

  @SchemaFieldDescription(
      "Those of them that went in, percent; absent where no play-by-play is kept, or without an attempt")
  public abstract @Nullable Double getThreeZonePercentageAllowed();

  @SchemaFieldDescription(
      "That less the percent of all teams of the season, percentage points; absent with fewer than five games with a play-by-play")
  public abstract @Nullable Double getThreeZoneAllowedOverLeague();

  @SchemaFieldDescription("How many of the latest 15 games of the season there are")
  public abstract int getBoxScoreGames();

  @SchemaFieldDescription(
      "What others made of their shots for two points by box scores, percent; absent before the first game")
  public abstract @Nullable Double getBoxScoreTwosPercentageAllowed();

  @SchemaFieldDescription(
      "That less the percent of all teams of the season, percentage points; absent with fewer than five games")
  public abstract @Nullable Double getBoxScoreTwosAllowedOverLeague();

  @SchemaFieldDescription(
      "What others made of their shots for three points by box scores, percent; absent before the first game")
  public abstract @Nullable Double getBoxScoreThreesPercentageAllowed();

  @SchemaFieldDescription(
      "That less the percent of all teams of the season, percentage points; absent with fewer than five games")
  public abstract @Nullable Double getBoxScoreThreesAllowedOverLeague();

  public static Builder builder() {
    return new AutoValue_TeamDefenseZoneAnalysis.Builder();
  }

  /** Builds a {@link TeamDefenseZoneAnalysis}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setSeason(String season);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setZoneGames(int zoneGames);

    public abstract Builder setZoneSource(@Nullable Source zoneSource);

    public abstract Builder setPaintZoneAttemptsAllowed(@Nullable Double paintZoneAttemptsAllowed);

    public abstract Builder setPaintZoneMakesAllowed(@Nullable Double paintZoneMakesAllowed);

    public abstract Builder setPaintZonePercentageAllowed(
        @Nullable Double paintZonePercentageAllowed);

    public abstract Builder setPaintZoneAllowedOverLeague(
        @Nullable Double paintZoneAllowedOverLeague);

    public abstract Builder setMidRangeZoneAttemptsAllowed(
        @Nullable Double midRangeZoneAttemptsAllowed);

    public abstract Builder setMidRangeZoneMakesAllowed(@Nullable Double midRangeZoneMakesAllowed);

    public abstract Builder setMidRangeZonePercentageAllowed(
        @Nullable Double midRangeZonePercentageAllowed);

    public abstract Builder setMidRangeZoneAllowedOverLeague(
        @Nullable Double midRangeZoneAllowedOverLeague);

    public abstract Builder setThreeZoneAttemptsAllowed(@Nullable Double threeZoneAttemptsAllowed);

    public abstract Builder setThreeZoneMakesAllowed(@Nullable Double threeZoneMakesAllowed);

    public abstract Builder setThreeZonePercentageAllowed(
        @Nullable Double threeZonePercentageAllowed);

    public abstract Builder setThreeZoneAllowedOverLeague(
        @Nullable Double threeZoneAllowedOverLeague);

    public abstract Builder setBoxScoreGames(int boxScoreGames);

    public abstract Builder setBoxScoreTwosPercentageAllowed(
        @Nullable Double boxScoreTwosPercentageAllowed);

    public abstract Builder setBoxScoreTwosAllowedOverLeague(
        @Nullable Double boxScoreTwosAllowedOverLeague);

    public abstract Builder setBoxScoreThreesPercentageAllowed(
        @Nullable Double boxScoreThreesPercentageAllowed);

    public abstract Builder setBoxScoreThreesAllowedOverLeague(
        @Nullable Double boxScoreThreesAllowedOverLeague);

    public abstract TeamDefenseZoneAnalysis build();
  }
}
