package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** An official of a game. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RefereeAssignment {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Day that the archive keeps the body under: the slate it was asked for")
  public abstract GameDay getFiledDate();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The source's own id of the game")
  public abstract String getEventId();

  @SchemaFieldDescription("The NBA's ten-digit id of the game; empty where the source does not say")
  public abstract String getGameId();

  @SchemaFieldDescription("Code of the home team; absent where the source does not say")
  public abstract @Nullable TeamCode getHome();

  @SchemaFieldDescription("Code of the visiting team; absent where the source does not say")
  public abstract @Nullable TeamCode getAway();

  @SchemaFieldDescription("The source's id or number of the official; empty where it has none")
  public abstract String getOfficialId();

  @SchemaFieldDescription("Name of the official")
  public abstract String getOfficialName();

  @SchemaFieldDescription(
      "Referee, crew chief, umpire or alternate, in the words of the source; empty where it does not say")
  public abstract String getRole();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_RefereeAssignment.Builder();
  }

  /** Builds a {@link RefereeAssignment}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setHome(@Nullable TeamCode home);

    public abstract Builder setAway(@Nullable TeamCode away);

    public abstract Builder setOfficialId(String officialId);

    public abstract Builder setOfficialName(String officialName);

    public abstract Builder setRole(String role);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract RefereeAssignment build();
  }
}
