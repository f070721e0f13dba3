package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a team scored in a finished game, summed from its players' box scores. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class TeamOffenseGameSummary {
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

  @SchemaFieldDescription("Points, summed from the players'")
  public abstract int getPoints();

  @SchemaFieldDescription(
      "Points by the schedule, where they differ from the players' a failure says so; "
          + "absent until the game is final")
  public abstract @Nullable Integer getFinalScore();

  @SchemaFieldDescription(
      "Possessions: FGA + 0.44 FTA + turnovers, without offensive rebounds, which the "
          + "box scores lack")
  public abstract double getPossessions();

  @SchemaFieldDescription("Minutes of the team's players together, 240 in regulation time")
  public abstract double getMinutes();

  @SchemaFieldDescription("How many overtimes were played; absent unless complete")
  public abstract @Nullable Integer getOvertimes();

  @SchemaFieldDescription("Mean of both sides' possessions per 48 minutes; absent unless complete")
  public abstract @Nullable Double getPace();

  @SchemaFieldDescription(
      "Points per 100 possessions, the mean of both sides'; absent unless complete")
  public abstract @Nullable Double getOffensiveRating();

  @SchemaFieldDescription("Field goals made, threes included")
  public abstract int getFieldGoalsMade();

  @SchemaFieldDescription("Field goals attempted, threes included")
  public abstract int getFieldGoalsAttempted();

  @SchemaFieldDescription("Three-point shots made")
  public abstract int getThreesMade();

  @SchemaFieldDescription("Three-point shots attempted")
  public abstract int getThreesAttempted();

  @SchemaFieldDescription("Free throws made")
  public abstract int getFreeThrowsMade();

  @SchemaFieldDescription("Free throws attempted")
  public abstract int getFreeThrowsAttempted();

  @SchemaFieldDescription("100 * points / (2 * (FGA + 0.44 FTA)), percent; absent unless complete")
  public abstract @Nullable Double getTrueShooting();

  @SchemaFieldDescription("100 * (FGM + 0.5 * threes made) / FGA, percent; absent unless complete")
  public abstract @Nullable Double getEffectiveFieldGoal();

  @SchemaFieldDescription("Assists")
  public abstract int getAssists();

  @SchemaFieldDescription("Turnovers")
  public abstract int getTurnovers();

  @SchemaFieldDescription("Rebounds")
  public abstract int getRebounds();

  public static Builder builder() {
    return new AutoValue_TeamOffenseGameSummary.Builder();
  }

  /** Builds a {@link TeamOffenseGameSummary}. */
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

    public abstract Builder setPoints(int points);

    public abstract Builder setFinalScore(@Nullable Integer finalScore);

    public abstract Builder setPossessions(double possessions);

    public abstract Builder setMinutes(double minutes);

    public abstract Builder setOvertimes(@Nullable Integer overtimes);

    public abstract Builder setPace(@Nullable Double pace);

    public abstract Builder setOffensiveRating(@Nullable Double offensiveRating);

    public abstract Builder setFieldGoalsMade(int fieldGoalsMade);

    public abstract Builder setFieldGoalsAttempted(int fieldGoalsAttempted);

    public abstract Builder setThreesMade(int threesMade);

    public abstract Builder setThreesAttempted(int threesAttempted);

    public abstract Builder setFreeThrowsMade(int freeThrowsMade);

    public abstract Builder setFreeThrowsAttempted(int freeThrowsAttempted);

    public abstract Builder setTrueShooting(@Nullable Double trueShooting);

    public abstract Builder setEffectiveFieldGoal(@Nullable Double effectiveFieldGoal);

    public abstract Builder setAssists(int assists);

    public abstract Builder setTurnovers(int turnovers);

    public abstract Builder setRebounds(int rebounds);

    public abstract TeamOffenseGameSummary build();
  }
}
