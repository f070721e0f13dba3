package dev.tipoff.transforms.precompute;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The features of a player that are asked for most, under names that do not change: columns of the
 * feature store, no computation of their own.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerDailyCache {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Mean points of the last 5 games of the season; absent before the first")
  public abstract @Nullable Double getPointsMeanLast5();

  @SchemaFieldDescription("Mean points of the last 10 games of the season; absent before the first")
  public abstract @Nullable Double getPointsMeanLast10();

  @SchemaFieldDescription("Mean points of the season; absent before the first game")
  public abstract @Nullable Double getPointsMeanSeason();

  @SchemaFieldDescription(
      "Sample standard deviation of points, last 10 games of the season; absent before the second")
  public abstract @Nullable Double getPointsSdLast10();

  @SchemaFieldDescription(
      "Mean minutes of the last 10 games of the season; absent before the first")
  public abstract @Nullable Double getMinutesMeanLast10();

  @SchemaFieldDescription(
      "Usage rate of the last 10 games of the season, percent; absent with fewer than 12 minutes in those of which all box scores are there")
  public abstract @Nullable Double getUsageRateLast10();

  @SchemaFieldDescription(
      "True shooting of the last 10 games of the season, percent; absent with fewer than ten attempts")
  public abstract @Nullable Double getTrueShootingLast10();

  @SchemaFieldDescription("Games that he played this season")
  public abstract int getGamesSeason();

  @SchemaFieldDescription(
      "Possessions per 48 minutes in the team's games of the season; absent before its fifth")
  public abstract @Nullable Double getTeamPace();

  @SchemaFieldDescription(
      "Points per 100 possessions in the team's last 10 games; absent before its fifth")
  public abstract @Nullable Double getTeamOffensiveRating();

  @SchemaFieldDescription(
      "Days from his latest game of the season to this one; absent before his first")
  public abstract @Nullable Integer getDaysRest();

  @SchemaFieldDescription("Games that he played in the 7 days before")
  public abstract int getGamesLast7Days();

  @SchemaFieldDescription("Games that he played in the 14 days before")
  public abstract int getGamesLast14Days();

  @SchemaFieldDescription("Minutes that he played in the 7 days before")
  public abstract double getMinutesLast7Days();

  @SchemaFieldDescription("Minutes that he played in the 14 days before")
  public abstract double getMinutesLast14Days();

  @SchemaFieldDescription("Days of the 14 before on which he played after playing the day before")
  public abstract int getBackToBacksLast14Days();

  @SchemaFieldDescription(
      "Shots in the lane in 100 from all zones, last 10 games with a play-by-play; absent with fewer than ten")
  public abstract @Nullable Double getPaintShareOfShots();

  @SchemaFieldDescription(
      "Shots for two points from outside the lane in 100 from all zones, last 10 games with a play-by-play; absent with fewer than ten")
  public abstract @Nullable Double getMidRangeShareOfShots();

  @SchemaFieldDescription(
      "Three-point attempts in 100 field goal attempts by the last 10 box scores; absent with fewer than ten")
  public abstract @Nullable Double getThreesShareOfShots();

  @SchemaFieldDescription(
      "Field goals made off a pass in 100 made, last 10 games with a play-by-play; absent with fewer than ten made")
  public abstract @Nullable Double getAssistedShareOfMakes();

  public static Builder builder() {
    return new AutoValue_PlayerDailyCache.Builder();
  }

  /** Builds a {@link PlayerDailyCache}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPointsMeanLast5(@Nullable Double pointsMeanLast5);

    public abstract Builder setPointsMeanLast10(@Nullable Double pointsMeanLast10);

    public abstract Builder setPointsMeanSeason(@Nullable Double pointsMeanSeason);

    public abstract Builder setPointsSdLast10(@Nullable Double pointsSdLast10);

    public abstract Builder setMinutesMeanLast10(@Nullable Double minutesMeanLast10);

    public abstract Builder setUsageRateLast10(@Nullable Double usageRateLast10);

    public abstract Builder setTrueShootingLast10(@Nullable Double trueShootingLast10);

    public abstract Builder setGamesSeason(int gamesSeason);

    public abstract Builder setTeamPace(@Nullable Double teamPace);

    public abstract Builder setTeamOffensiveRating(@Nullable Double teamOffensiveRating);

    public abstract Builder setDaysRest(@Nullable Integer daysRest);

    public abstract Builder setGamesLast7Days(int gamesLast7Days);

    public abstract Builder setGamesLast14Days(int gamesLast14Days);

    public abstract Builder setMinutesLast7Days(double minutesLast7Days);

    public abstract Builder setMinutesLast14Days(double minutesLast14Days);

    public abstract Builder setBackToBacksLast14Days(int backToBacksLast14Days);

    public abstract Builder setPaintShareOfShots(@Nullable Double paintShareOfShots);

    public abstract Builder setMidRangeShareOfShots(@Nullable Double midRangeShareOfShots);

    public abstract Builder setThreesShareOfShots(@Nullable Double threesShareOfShots);

    public abstract Builder setAssistedShareOfMakes(@Nullable Double assistedShareOfMakes);

    public abstract PlayerDailyCache build();
  }
}
