package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a player did in a finished game, or that he was listed and did not play: see {@link
 * SummariseGames}.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerGameSummary {
  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription(
      "The NBA's ten-digit id of the game; its day and teams, 20310110-MIABOS, where no "
          + "source says")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription(
      "The NBA's id of the player; balldontlie's, bdl-7001, where no source says")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription("Whether he played")
  public abstract boolean getPlayed();

  @SchemaFieldDescription(
      "The official reason why he did not play; absent where he played or none is given")
  public abstract @Nullable String getReason();

  @SchemaFieldDescription(
      "Minutes played, with the seconds as a fraction where the source has them; absent "
          + "where he did not play")
  public abstract @Nullable Double getMinutes();

  @SchemaFieldDescription(
      "Whether he started; absent where he did not play or the source does not say")
  public abstract @Nullable Boolean getStarter();

  @SchemaFieldDescription("Points scored; absent where he did not play")
  public abstract @Nullable Integer getPoints();

  @SchemaFieldDescription("Rebounds; absent where he did not play")
  public abstract @Nullable Integer getRebounds();

  @SchemaFieldDescription("Assists; absent where he did not play")
  public abstract @Nullable Integer getAssists();

  @SchemaFieldDescription("Steals; absent where he did not play")
  public abstract @Nullable Integer getSteals();

  @SchemaFieldDescription("Blocked shots; absent where he did not play")
  public abstract @Nullable Integer getBlocks();

  @SchemaFieldDescription("Turnovers; absent where he did not play")
  public abstract @Nullable Integer getTurnovers();

  @SchemaFieldDescription("Field goals made, threes included; absent where he did not play")
  public abstract @Nullable Integer getFieldGoalsMade();

  @SchemaFieldDescription("Field goals attempted, threes included; absent where he did not play")
  public abstract @Nullable Integer getFieldGoalsAttempted();

  @SchemaFieldDescription("Three-point shots made; absent where he did not play")
  public abstract @Nullable Integer getThreesMade();

  @SchemaFieldDescription("Three-point shots attempted; absent where he did not play")
  public abstract @Nullable Integer getThreesAttempted();

  @SchemaFieldDescription("Free throws made; absent where he did not play")
  public abstract @Nullable Integer getFreeThrowsMade();

  @SchemaFieldDescription("Free throws attempted; absent where he did not play")
  public abstract @Nullable Integer getFreeThrowsAttempted();

  @SchemaFieldDescription(
      "Points of his team minus the opponent's while he was on court; absent where he "
          + "did not play or the source does not say")
  public abstract @Nullable Integer getPlusMinus();

  @SchemaFieldDescription(
      "Percent of his team's shots, trips to the line and turnovers that were his while "
          + "he was on court; absent unless he played and his team's box score is whole")
  public abstract @Nullable Double getUsageRate();

  @SchemaFieldDescription("100 * points / (2 * (FGA + 0.44 FTA)), percent; absent without attempts")
  public abstract @Nullable Double getTrueShooting();

  @SchemaFieldDescription("100 * (FGM + 0.5 * threes made) / FGA, percent; absent without attempts")
  public abstract @Nullable Double getEffectiveFieldGoal();

  @SchemaFieldDescription("Whether his team won; absent until the schedule has the final score")
  public abstract @Nullable Boolean getWin();

  @SchemaFieldDescription(
      "Id of the source of the game's play-by-play, nbac_play_by_play for instance; "
          + "absent where he did not play or none fits the box score")
  public abstract @Nullable String getShotSource();

  @SchemaFieldDescription(
      "Shots in the lane, the restricted area among it; absent where shot_source is")
  public abstract @Nullable Integer getPaintAttempts();

  @SchemaFieldDescription("Those of them that went in; absent where shot_source is")
  public abstract @Nullable Integer getPaintMakes();

  @SchemaFieldDescription("Shots for two points from outside the lane; absent where shot_source is")
  public abstract @Nullable Integer getMidRangeAttempts();

  @SchemaFieldDescription("Those of them that went in; absent where shot_source is")
  public abstract @Nullable Integer getMidRangeMakes();

  @SchemaFieldDescription(
      "Shots for three points from the front court; heaves from behind half court are in "
          + "no zone; absent where shot_source is")
  public abstract @Nullable Integer getThreeAttempts();

  @SchemaFieldDescription("Those of them that went in; absent where shot_source is")
  public abstract @Nullable Integer getThreeMakes();

  @SchemaFieldDescription("Field goals made off a pass; absent where shot_source is")
  public abstract @Nullable Integer getAssistedMakes();

  public static Builder builder() {
    return new AutoValue_PlayerGameSummary.Builder();
  }

  /** Builds a {@link PlayerGameSummary}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setPlayed(boolean played);

    public abstract Builder setReason(@Nullable String reason);

    public abstract Builder setMinutes(@Nullable Double minutes);

    public abstract Builder setStarter(@Nullable Boolean starter);

    public abstract Builder setPoints(@Nullable Integer points);

    public abstract Builder setRebounds(@Nullable Integer rebounds);

    public abstract Builder setAssists(@Nullable Integer assists);

    public abstract Builder setSteals(@Nullable Integer steals);

    public abstract Builder setBlocks(@Nullable Integer blocks);

    public abstract Builder setTurnovers(@Nullable Integer turnovers);

    public abstract Builder setFieldGoalsMade(@Nullable Integer fieldGoalsMade);

    public abstract Builder setFieldGoalsAttempted(@Nullable Integer fieldGoalsAttempted);

    public abstract Builder setThreesMade(@Nullable Integer threesMade);

    public abstract Builder setThreesAttempted(@Nullable Integer threesAttempted);

    public abstract Builder setFreeThrowsMade(@Nullable Integer freeThrowsMade);

    public abstract Builder setFreeThrowsAttempted(@Nullable Integer freeThrowsAttempted);

    public abstract Builder setPlusMinus(@Nullable Integer plusMinus);

    public abstract Builder setUsageRate(@Nullable Double usageRate);

    public abstract Builder setTrueShooting(@Nullable Double trueShooting);

    public abstract Builder setEffectiveFieldGoal(@Nullable Double effectiveFieldGoal);

    public abstract Builder setWin(@Nullable Boolean win);

    public abstract Builder setShotSource(@Nullable String shotSource);

    public abstract Builder setPaintAttempts(@Nullable Integer paintAttempts);

    public abstract Builder setPaintMakes(@Nullable Integer paintMakes);

    public abstract Builder setMidRangeAttempts(@Nullable Integer midRangeAttempts);

    public abstract Builder setMidRangeMakes(@Nullable Integer midRangeMakes);

    public abstract Builder setThreeAttempts(@Nullable Integer threeAttempts);

    public abstract Builder setThreeMakes(@Nullable Integer threeMakes);

    public abstract Builder setAssistedMakes(@Nullable Integer assistedMakes);

    public abstract PlayerGameSummary build();
  }
}
