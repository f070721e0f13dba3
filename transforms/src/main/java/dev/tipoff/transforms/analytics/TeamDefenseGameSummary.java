package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a team allowed in a finished game, summed from the opponent's box scores. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class TeamDefenseGameSummary {
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

  @SchemaFieldDescription("Code of the team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription(
      "Whether both sides' box scores are there with the minutes of a whole game")
  public abstract boolean getComplete();

  @SchemaFieldDescription("Whether the team won; absent until the schedule has the final score")
  public abstract @Nullable Boolean getWin();

  @SchemaFieldDescription(
      "Points of the team minus the opponent's by the final score; absent until the "
          + "schedule has it")
  public abstract @Nullable Integer getMargin();

  @SchemaFieldDescription("Points, summed from the players' of the opponent")
  public abstract int getPointsAllowed();

  @SchemaFieldDescription(
      "Points of the opponent by the schedule, where they differ from the players' a "
          + "failure says so; absent until the game is final")
  public abstract @Nullable Integer getFinalScoreAllowed();

  @SchemaFieldDescription(
      "Possessions of the opponent: FGA + 0.44 FTA + turnovers, without offensive "
          + "rebounds, which the box scores lack")
  public abstract double getPossessionsAllowed();

  @SchemaFieldDescription("How many overtimes were played; absent unless complete")
  public abstract @Nullable Integer getOvertimes();

  @SchemaFieldDescription("Mean of both sides' possessions per 48 minutes; absent unless complete")
  public abstract @Nullable Double getPace();

  @SchemaFieldDescription(
      "Points of the opponent per 100 possessions, the mean of both sides'; absent "
          + "unless complete")
  public abstract @Nullable Double getDefensiveRating();

  @SchemaFieldDescription("Field goals that the opponent made, threes included")
  public abstract int getFieldGoalsMadeAllowed();

  @SchemaFieldDescription("Field goals that the opponent attempted, threes included")
  public abstract int getFieldGoalsAttemptedAllowed();

  @SchemaFieldDescription("Three-point shots that the opponent made")
  public abstract int getThreesMadeAllowed();

  @SchemaFieldDescription("Three-point shots that the opponent attempted")
  public abstract int getThreesAttemptedAllowed();

  @SchemaFieldDescription("Free throws that the opponent made")
  public abstract int getFreeThrowsMadeAllowed();

  @SchemaFieldDescription("Free throws that the opponent attempted")
  public abstract int getFreeThrowsAttemptedAllowed();

  @SchemaFieldDescription(
      "100 * points / (2 * (FGA + 0.44 FTA)) of the opponent, percent; absent unless " + "complete")
  public abstract @Nullable Double getTrueShootingAllowed();

  @SchemaFieldDescription(
      "100 * (FGM + 0.5 * threes made) / FGA of the opponent, percent; absent unless " + "complete")
  public abstract @Nullable Double getEffectiveFieldGoalAllowed();

  @SchemaFieldDescription("Assists of the opponent")
  public abstract int getAssistsAllowed();

  @SchemaFieldDescription("Turnovers of the opponent")
  public abstract int getTurnoversForced();

  @SchemaFieldDescription("Rebounds of the opponent")
  public abstract int getReboundsAllowed();

  @SchemaFieldDescription("Steals of the team")
  public abstract int getSteals();

  @SchemaFieldDescription("Shots that the team blocked")
  public abstract int getBlocks();

  @SchemaFieldDescription(
      "Id of the source of the game's play-by-play, nbac_play_by_play for instance; "
          + "absent where none fits the box score")
  public abstract @Nullable String getShotSource();

  @SchemaFieldDescription(
      "Shots of the opponent in the lane, the restricted area among it; absent where "
          + "shot_source is")
  public abstract @Nullable Integer getPaintAttemptsAllowed();

  @SchemaFieldDescription("Those of them that went in; absent where shot_source is")
  public abstract @Nullable Integer getPaintMakesAllowed();

  @SchemaFieldDescription(
      "Shots of the opponent for two points from outside the lane; absent where "
          + "shot_source is")
  public abstract @Nullable Integer getMidRangeAttemptsAllowed();

  @SchemaFieldDescription("Those of them that went in; absent where shot_source is")
  public abstract @Nullable Integer getMidRangeMakesAllowed();

  @SchemaFieldDescription(
      "Shots of the opponent for three points from the front court; heaves from behind "
          + "half court are in no zone; absent where shot_source is")
  public abstract @Nullable Integer getThreeAttemptsAllowed();

  @SchemaFieldDescription("Those of them that went in; absent where shot_source is")
  public abstract @Nullable Integer getThreeMakesAllowed();

  public static Builder builder() {
    return new AutoValue_TeamDefenseGameSummary.Builder();
  }

  /** Builds a {@link TeamDefenseGameSummary}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setComplete(boolean complete);

    public abstract Builder setWin(@Nullable Boolean win);

    public abstract Builder setMargin(@Nullable Integer margin);

    public abstract Builder setPointsAllowed(int pointsAllowed);

    public abstract Builder setFinalScoreAllowed(@Nullable Integer finalScoreAllowed);

    public abstract Builder setPossessionsAllowed(double possessionsAllowed);

    public abstract Builder setOvertimes(@Nullable Integer overtimes);

    public abstract Builder setPace(@Nullable Double pace);

    public abstract Builder setDefensiveRating(@Nullable Double defensiveRating);

    public abstract Builder setFieldGoalsMadeAllowed(int fieldGoalsMadeAllowed);

    public abstract Builder setFieldGoalsAttemptedAllowed(int fieldGoalsAttemptedAllowed);

    public abstract Builder setThreesMadeAllowed(int threesMadeAllowed);

    public abstract Builder setThreesAttemptedAllowed(int threesAttemptedAllowed);

    public abstract Builder setFreeThrowsMadeAllowed(int freeThrowsMadeAllowed);

    public abstract Builder setFreeThrowsAttemptedAllowed(int freeThrowsAttemptedAllowed);

    public abstract Builder setTrueShootingAllowed(@Nullable Double trueShootingAllowed);

    public abstract Builder setEffectiveFieldGoalAllowed(
        @Nullable Double effectiveFieldGoalAllowed);

    public abstract Builder setAssistsAllowed(int assistsAllowed);

    public abstract Builder setTurnoversForced(int turnoversForced);

    public abstract Builder setReboundsAllowed(int reboundsAllowed);

    public abstract Builder setSteals(int steals);

    public abstract Builder setBlocks(int blocks);

    public abstract Builder setShotSource(@Nullable String shotSource);

    public abstract Builder setPaintAttemptsAllowed(@Nullable Integer paintAttemptsAllowed);

    public abstract Builder setPaintMakesAllowed(@Nullable Integer paintMakesAllowed);

    public abstract Builder setMidRangeAttemptsAllowed(@Nullable Integer midRangeAttemptsAllowed);

    public abstract Builder setMidRangeMakesAllowed(@Nullable Integer midRangeMakesAllowed);

    public abstract Builder setThreeAttemptsAllowed(@Nullable Integer threeAttemptsAllowed);

    public abstract Builder setThreeMakesAllowed(@Nullable Integer threeMakesAllowed);

    public abstract TeamDefenseGameSummary build();
  }
}
