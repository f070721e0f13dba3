package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One player's box score of a game that he played in. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerGame {
  /** Label such as "2023-24". */
  public abstract String getSeason();

  public abstract SeasonType getSeasonType();

  /** The NBA's ten-digit id. */
  public abstract String getGameId();

  public abstract GameDay getGameDate();

  /** As the box score spells it. */
  public abstract String getPlayerName();

  public abstract PlayerKey getPlayer();

  public abstract TeamCode getTeam();

  public abstract TeamCode getOpponent();

  public abstract boolean getHome();

  /** Absent where the source does not say. */
  public abstract @Nullable Boolean getStarter();

  /** Minutes played, with the seconds as a fraction where the source has them. */
  public abstract double getMinutes();

  public abstract int getPoints();

  public abstract int getRebounds();

  public abstract int getAssists();

  public abstract int getSteals();

  public abstract int getBlocks();

  public abstract int getTurnovers();

  public abstract int getFieldGoalsMade();

  public abstract int getFieldGoalsAttempted();

  public abstract int getThreesMade();

  public abstract int getThreesAttempted();

  public abstract int getFreeThrowsMade();

  public abstract int getFreeThrowsAttempted();

  public abstract int getPlusMinus();

  /** Possessions that the player used himself: FGA + 0.44 FTA + turnovers (Oliver, 2004). */
  public double used() {
    return getFieldGoalsAttempted() + 0.44 * getFreeThrowsAttempted() + getTurnovers();
  }

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

    public abstract Builder setPlusMinus(int plusMinus);

    public abstract PlayerGame build();
  }
}
