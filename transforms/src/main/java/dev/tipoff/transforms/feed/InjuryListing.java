package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** What a report said of a player before a game, or of his health in general. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class InjuryListing {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Day that the archive keeps the body under: the slate it was asked for")
  public abstract GameDay getFiledDate();

  @SchemaFieldDescription(
      "Slate that the report is about; the day it is filed under where the report names no game")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("When the report was published, or received where it does not say, UTC")
  public abstract Instant getReportTime();

  @SchemaFieldDescription("Code of his team; absent where the source does not say")
  public abstract @Nullable TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team; absent where the source does not say")
  public abstract @Nullable TeamCode getOpponent();

  @SchemaFieldDescription("The source's own id of the player; empty where it gives only a name")
  public abstract String getPlayerId();

  @SchemaFieldDescription("Name of the player as the source spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription(
      "OUT, DOUBTFUL, QUESTIONABLE, PROBABLE, AVAILABLE, DAY_TO_DAY, or NOT_SUBMITTED for a team that has not reported (the name is then empty)")
  public abstract InjuryStatus getStatus();

  @SchemaFieldDescription("The status in the words of the source")
  public abstract String getStatusText();

  @SchemaFieldDescription(
      "Injury or other reason, in the words of the source; empty where there is none")
  public abstract String getReason();

  @SchemaFieldDescription(
      "When he is expected back, in the words of the source; absent where the source does not say")
  public abstract @Nullable String getReturnText();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_InjuryListing.Builder();
  }

  /** Builds a {@link InjuryListing}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setReportTime(Instant reportTime);

    public abstract Builder setTeam(@Nullable TeamCode team);

    public abstract Builder setOpponent(@Nullable TeamCode opponent);

    public abstract Builder setPlayerId(String playerId);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setStatus(InjuryStatus status);

    public abstract Builder setStatusText(String statusText);

    public abstract Builder setReason(String reason);

    public abstract Builder setReturnText(@Nullable String returnText);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract InjuryListing build();
  }
}
