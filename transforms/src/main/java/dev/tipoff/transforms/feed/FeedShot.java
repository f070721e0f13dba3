package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A field goal attempt of the play-by-play. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FeedShot {
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

  @SchemaFieldDescription("Number of the event in the game")
  public abstract int getEventNumber();

  @SchemaFieldDescription("Quarter 1 to 4, overtimes from 5")
  public abstract int getPeriod();

  @SchemaFieldDescription("Seconds left in the period")
  public abstract double getClockSeconds();

  @SchemaFieldDescription("The source's own id of the player; empty where it gives only a name")
  public abstract String getPlayerId();

  @SchemaFieldDescription("Name of the player as the source spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the shooter's team")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Whether it went in")
  public abstract boolean getMade();

  @SchemaFieldDescription("2 or 3 points")
  public abstract int getValue();

  @SchemaFieldDescription(
      "RESTRICTED_AREA, PAINT, MID_RANGE, CORNER_THREE, ABOVE_BREAK_THREE or BACKCOURT")
  public abstract ShotZone getZone();

  @SchemaFieldDescription("Feet from the basket; absent where the source does not say")
  public abstract @Nullable Double getDistance();

  @SchemaFieldDescription(
      "Position along the court, percent of its length from the left baseline; absent where the source does not say")
  public abstract @Nullable Double getCourtX();

  @SchemaFieldDescription(
      "Position across the court, percent of its width; absent where the source does not say")
  public abstract @Nullable Double getCourtY();

  @SchemaFieldDescription(
      "The source's id (or name where it has none) of the passer; absent if nobody assisted")
  public abstract @Nullable String getAssistedBy();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_FeedShot.Builder();
  }

  /** Builds a {@link FeedShot}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setEventNumber(int eventNumber);

    public abstract Builder setPeriod(int period);

    public abstract Builder setClockSeconds(double clockSeconds);

    public abstract Builder setPlayerId(String playerId);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setMade(boolean made);

    public abstract Builder setValue(int value);

    public abstract Builder setZone(ShotZone zone);

    public abstract Builder setDistance(@Nullable Double distance);

    public abstract Builder setCourtX(@Nullable Double courtX);

    public abstract Builder setCourtY(@Nullable Double courtY);

    public abstract Builder setAssistedBy(@Nullable String assistedBy);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract FeedShot build();
  }
}
