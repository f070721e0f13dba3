package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A team's totals of a game as one source printed them. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FeedTeamGame {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Day that the archive keeps the body under: the slate it was asked for")
  public abstract GameDay getFiledDate();

  @SchemaFieldDescription("The source's own id of the game")
  public abstract String getEventId();

  @SchemaFieldDescription("The NBA's ten-digit id of the game; empty where the source does not say")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Code of the team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the team is at home")
  public abstract boolean getAtHome();

  @SchemaFieldDescription("Where the game stood: SCHEDULED, LIVE, FINAL, POSTPONED or CANCELED")
  public abstract GameStatus getGameStatus();

  @SchemaFieldDescription(
      "Player-minutes, 240 without overtime; absent where the source does not say")
  public abstract @Nullable Double getMinutes();

  @SchemaFieldDescription("Field goals made, threes included; absent where the source does not say")
  public abstract @Nullable Integer getFieldGoalsMade();

  @SchemaFieldDescription(
      "Field goals attempted, threes included; absent where the source does not say")
  public abstract @Nullable Integer getFieldGoalsAttempted();

  @SchemaFieldDescription("Three-point shots made; absent where the source does not say")
  public abstract @Nullable Integer getThreesMade();

  @SchemaFieldDescription("Three-point shots attempted; absent where the source does not say")
  public abstract @Nullable Integer getThreesAttempted();

  @SchemaFieldDescription("Free throws made; absent where the source does not say")
  public abstract @Nullable Integer getFreeThrowsMade();

  @SchemaFieldDescription("Free throws attempted; absent where the source does not say")
  public abstract @Nullable Integer getFreeThrowsAttempted();

  @SchemaFieldDescription("Rebounds of own misses; absent where the source does not say")
  public abstract @Nullable Integer getOffensiveRebounds();

  @SchemaFieldDescription(
      "Rebounds of the other team's misses; absent where the source does not say")
  public abstract @Nullable Integer getDefensiveRebounds();

  @SchemaFieldDescription("Rebounds; absent where the source does not say")
  public abstract @Nullable Integer getRebounds();

  @SchemaFieldDescription("Assists; absent where the source does not say")
  public abstract @Nullable Integer getAssists();

  @SchemaFieldDescription("Steals; absent where the source does not say")
  public abstract @Nullable Integer getSteals();

  @SchemaFieldDescription("Blocked shots; absent where the source does not say")
  public abstract @Nullable Integer getBlocks();

  @SchemaFieldDescription("Turnovers; absent where the source does not say")
  public abstract @Nullable Integer getTurnovers();

  @SchemaFieldDescription("Personal fouls; absent where the source does not say")
  public abstract @Nullable Integer getFouls();

  @SchemaFieldDescription("Points scored; absent where the source does not say")
  public abstract @Nullable Integer getPoints();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_FeedTeamGame.Builder();
  }

  /** Builds a {@link FeedTeamGame}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setAtHome(boolean atHome);

    public abstract Builder setGameStatus(GameStatus gameStatus);

    public abstract Builder setMinutes(@Nullable Double minutes);

    public abstract Builder setFieldGoalsMade(@Nullable Integer fieldGoalsMade);

    public abstract Builder setFieldGoalsAttempted(@Nullable Integer fieldGoalsAttempted);

    public abstract Builder setThreesMade(@Nullable Integer threesMade);

    public abstract Builder setThreesAttempted(@Nullable Integer threesAttempted);

    public abstract Builder setFreeThrowsMade(@Nullable Integer freeThrowsMade);

    public abstract Builder setFreeThrowsAttempted(@Nullable Integer freeThrowsAttempted);

    public abstract Builder setOffensiveRebounds(@Nullable Integer offensiveRebounds);

    public abstract Builder setDefensiveRebounds(@Nullable Integer defensiveRebounds);

    public abstract Builder setRebounds(@Nullable Integer rebounds);

    public abstract Builder setAssists(@Nullable Integer assists);

    public abstract Builder setSteals(@Nullable Integer steals);

    public abstract Builder setBlocks(@Nullable Integer blocks);

    public abstract Builder setTurnovers(@Nullable Integer turnovers);

    public abstract Builder setFouls(@Nullable Integer fouls);

    public abstract Builder setPoints(@Nullable Integer points);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract FeedTeamGame build();
  }
}
