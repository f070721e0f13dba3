package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A signing, waiver or trade. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerMovement {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Day that the archive keeps the body under: the slate it was asked for")
  public abstract GameDay getFiledDate();

  @SchemaFieldDescription("Day of the transaction")
  public abstract GameDay getTransactionDate();

  @SchemaFieldDescription("Signing, Waive, Trade and so on, in the words of the source")
  public abstract String getTransactionType();

  @SchemaFieldDescription("The source's own id of the player; empty where it gives only a name")
  public abstract String getPlayerId();

  @SchemaFieldDescription("Name of the player as the source spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the team that it concerns; absent where the source does not say")
  public abstract @Nullable TeamCode getTeam();

  @SchemaFieldDescription("What happened, in the words of the source")
  public abstract String getDescription();

  @SchemaFieldDescription("Joins the rows of one trade; empty where the source has none")
  public abstract String getGroupId();

  @SchemaFieldDescription("When the body was received, UTC")
  public abstract Instant getReceivedTime();

  public static Builder builder() {
    return new AutoValue_PlayerMovement.Builder();
  }

  /** Builds a {@link PlayerMovement}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setFiledDate(GameDay filedDate);

    public abstract Builder setTransactionDate(GameDay transactionDate);

    public abstract Builder setTransactionType(String transactionType);

    public abstract Builder setPlayerId(String playerId);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(@Nullable TeamCode team);

    public abstract Builder setDescription(String description);

    public abstract Builder setGroupId(String groupId);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract PlayerMovement build();
  }
}
