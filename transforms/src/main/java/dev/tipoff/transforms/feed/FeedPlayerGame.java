package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A player's line of a box score as one source printed it, also of players who did not play. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FeedPlayerGame {
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

  @SchemaFieldDescription("The source's own id of the player; empty where it gives only a name")
  public abstract String getPlayerId();

  @SchemaFieldDescription("Name of the player as the source spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team; absent where the source does not say")
  public abstract @Nullable TeamCode getOpponent();

  @SchemaFieldDescription(
      "Whether the player's team is at home; absent where the source does not say")
  public abstract @Nullable Boolean getAtHome();

  @SchemaFieldDescription("Where the game stood: SCHEDULED, LIVE, FINAL, POSTPONED or CANCELED")
  public abstract GameStatus getGameStatus();

  @SchemaFieldDescription("PLAYED, DID_NOT_PLAY (dressed, on the bench) or INACTIVE (not dressed)")
  public abstract Appearance getAppearance();

  @SchemaFieldDescription(
      "Why he did not play, in the words of the source; absent where the source does not say")
  public abstract @Nullable String getReason();

  @SchemaFieldDescription("Whether he started; absent where the source does not say")
  public abstract @Nullable Boolean getStarter();

  @SchemaFieldDescription(
      "Minutes played, with the seconds as a fraction where the source has them; absent for those who did not play")
  public abstract @Nullable Double getMinutes();

  @SchemaFieldDescription(
      "Field goals made, threes included; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getFieldGoalsMade();

  @SchemaFieldDescription(
      "Field goals attempted, threes included; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getFieldGoalsAttempted();

  @SchemaFieldDescription(
      "Three-point shots made; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getThreesMade();

  @SchemaFieldDescription(
      "Three-point shots attempted; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getThreesAttempted();

  @SchemaFieldDescription(
      "Free throws made; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getFreeThrowsMade();

  @SchemaFieldDescription(
      "Free throws attempted; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getFreeThrowsAttempted();

  @SchemaFieldDescription(
      "Rebounds of own misses; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getOffensiveRebounds();

  @SchemaFieldDescription(
      "Rebounds of the other team's misses; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getDefensiveRebounds();

  @SchemaFieldDescription(
      "Rebounds; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getRebounds();

  @SchemaFieldDescription(
      "Assists; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getAssists();

  @SchemaFieldDescription(
      "Steals; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getSteals();

  @SchemaFieldDescription(
      "Blocked shots; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getBlocks();

  @SchemaFieldDescription(
      "Turnovers; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getTurnovers();

  @SchemaFieldDescription(
      "Personal fouls; absent for those who did not play or where the source does not say")
  public abstract @Nullable Integer getFouls();

  @SchemaFieldDescription("Points scored; absent for those who did not play")
  public abstract @Nullable Integer getPoints();

  @SchemaFieldDescription(
      "Points of his team minus the opponent's while he was on court; absent where the source does not say")
  public abstract @Nullable Integer getPlusMinus();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_FeedPlayerGame.Builder();
  }

  /** Builds a {@link FeedPlayerGame}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setPlayerId(String playerId);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(@Nullable TeamCode opponent);

    public abstract Builder setAtHome(@Nullable Boolean atHome);

    public abstract Builder setGameStatus(GameStatus gameStatus);

    public abstract Builder setAppearance(Appearance appearance);

    public abstract Builder setReason(@Nullable String reason);

    public abstract Builder setStarter(@Nullable Boolean starter);

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

    public abstract Builder setPlusMinus(@Nullable Integer plusMinus);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract FeedPlayerGame build();
  }
}
