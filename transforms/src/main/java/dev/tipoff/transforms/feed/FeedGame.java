package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A game as one source knew it when it was asked. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FeedGame {
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

  @SchemaFieldDescription(
      "Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS; absent where the source does not say")
  public abstract @Nullable SeasonType getSeasonType();

  @SchemaFieldDescription("Code of the home team, BOS for instance")
  public abstract TeamCode getHome();

  @SchemaFieldDescription("Code of the visiting team, BOS for instance")
  public abstract TeamCode getAway();

  @SchemaFieldDescription("Tip-off, UTC; absent while it is not fixed")
  public abstract @Nullable Instant getTipTime();

  @SchemaFieldDescription("Where the game stands: SCHEDULED, LIVE, FINAL, POSTPONED or CANCELED")
  public abstract GameStatus getStatus();

  @SchemaFieldDescription("Points of the home team so far; absent before the tip")
  public abstract @Nullable Integer getHomePoints();

  @SchemaFieldDescription("Points of the visiting team so far; absent before the tip")
  public abstract @Nullable Integer getAwayPoints();

  @SchemaFieldDescription("Where it is played; absent where the source does not say")
  public abstract @Nullable String getArena();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_FeedGame.Builder();
  }

  /** Builds a {@link FeedGame}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setSeasonType(@Nullable SeasonType seasonType);

    public abstract Builder setHome(TeamCode home);

    public abstract Builder setAway(TeamCode away);

    public abstract Builder setTipTime(@Nullable Instant tipTime);

    public abstract Builder setStatus(GameStatus status);

    public abstract Builder setHomePoints(@Nullable Integer homePoints);

    public abstract Builder setAwayPoints(@Nullable Integer awayPoints);

    public abstract Builder setArena(@Nullable String arena);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract FeedGame build();
  }
}
