package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One player's box score of a game that he played in. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerGame {
  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription(
      "The NBA's ten-digit id of the game; its day and teams, 20310110-MIABOS, where no source says")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription(
      "The NBA's id of the player; balldontlie's, bdl-7001, where no source says")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription("Whether the player started; absent where the source does not say")
  public abstract @Nullable Boolean getStarter();

  @SchemaFieldDescription(
      "Minutes played, with the seconds as a fraction where the source has " + "them")
  public abstract double getMinutes();

  @SchemaFieldDescription("Points scored")
  public abstract int getPoints();

  @SchemaFieldDescription("Rebounds")
  public abstract int getRebounds();

  @SchemaFieldDescription("Assists")
  public abstract int getAssists();

  @SchemaFieldDescription("Steals")
  public abstract int getSteals();

  @SchemaFieldDescription("Blocked shots")
  public abstract int getBlocks();

  @SchemaFieldDescription("Turnovers")
  public abstract int getTurnovers();

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

  @SchemaFieldDescription(
      "Points of the player's team minus the opponent's while the player was on court; absent where"
          + " the source does not say")
  public abstract @Nullable Integer getPlusMinus();

  /** Possessions that the player used himself: FGA + 0.44 FTA + turnovers (Oliver, 2004). */
  public double used() {
    return getFieldGoalsAttempted() + 0.44 * getFreeThrowsAttempted() + getTurnovers();
  }

  public abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_PlayerGame.Builder();
  }

  /** Builds a {@link PlayerGame}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setStarter(@Nullable Boolean starter);

    public abstract Builder setMinutes(double minutes);

    public abstract Builder setPoints(int points);

    public abstract Builder setRebounds(int rebounds);

    public abstract Builder setAssists(int assists);

    public abstract Builder setSteals(int steals);

    public abstract Builder setBlocks(int blocks);

    public abstract Builder setTurnovers(int turnovers);

    public abstract Builder setFieldGoalsMade(int fieldGoalsMade);

    public abstract Builder setFieldGoalsAttempted(int fieldGoalsAttempted);

    public abstract Builder setThreesMade(int threesMade);

    public abstract Builder setThreesAttempted(int threesAttempted);

    public abstract Builder setFreeThrowsMade(int freeThrowsMade);

    public abstract Builder setFreeThrowsAttempted(int freeThrowsAttempted);

    public abstract Builder setPlusMinus(@Nullable Integer plusMinus);

    public abstract PlayerGame build();
  }
}
