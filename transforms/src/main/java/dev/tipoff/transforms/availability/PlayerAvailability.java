package dev.tipoff.transforms.availability;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What the newest report before a game said of whether a player plays. A player whom no report of
 * the game names is not here; whether his team was reported on at all says {@link TeamReport}.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerAvailability implements Serializable {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as the report spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("OUT, DOUBTFUL, QUESTIONABLE, PROBABLE, AVAILABLE or DAY_TO_DAY")
  public abstract InjuryStatus getStatus();

  @SchemaFieldDescription(
      "Injury or other reason, in the words of the source; empty where there is none")
  public abstract String getReason();

  @SchemaFieldDescription(
      "When the report was published, UTC; before the tip; absent for a stand-in of a game whose tip nobody states")
  public abstract @Nullable Instant getReportTime();

  @SchemaFieldDescription(
      "Id of the source in the catalogue, nbac_injury_report for instance; dnp_comment or hindsight for a stand-in")
  public abstract String getSource();

  @SchemaFieldDescription(
      "Whether the row stands in for a report that nobody kept: it was inferred after the game")
  public abstract boolean getStandIn();

  public static Builder builder() {
    return new AutoValue_PlayerAvailability.Builder();
  }

  /** Builds a {@link PlayerAvailability}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setStatus(InjuryStatus status);

    public abstract Builder setReason(String reason);

    public abstract Builder setReportTime(@Nullable Instant reportTime);

    public abstract Builder setSource(String source);

    public abstract Builder setStandIn(boolean standIn);

    public abstract PlayerAvailability build();
  }
}
