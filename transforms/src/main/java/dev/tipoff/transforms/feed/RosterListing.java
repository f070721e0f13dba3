package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A player on the list of a team, or of the league. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RosterListing {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Day that the archive keeps the body under: the slate it was asked for")
  public abstract GameDay getFiledDate();

  @SchemaFieldDescription("The source's own id of the player; empty where it gives only a name")
  public abstract String getPlayerId();

  @SchemaFieldDescription("Name of the player as the source spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of his team; absent for a player without one")
  public abstract @Nullable TeamCode getTeam();

  @SchemaFieldDescription("Number on the shirt; absent where the source does not say")
  public abstract @Nullable String getJersey();

  @SchemaFieldDescription(
      "Position in the words of the source; absent where the source does not say")
  public abstract @Nullable String getPosition();

  @SchemaFieldDescription(
      "Whether the source counts him as active; absent where the source does not say")
  public abstract @Nullable Boolean getActive();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_RosterListing.Builder();
  }

  /** Builds a {@link RosterListing}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setPlayerId(String playerId);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(@Nullable TeamCode team);

    public abstract Builder setJersey(@Nullable String jersey);

    public abstract Builder setPosition(@Nullable String position);

    public abstract Builder setActive(@Nullable Boolean active);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract RosterListing build();
  }
}
