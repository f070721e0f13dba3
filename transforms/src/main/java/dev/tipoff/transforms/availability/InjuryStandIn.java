package dev.tipoff.transforms.availability;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * A player's row of an injury report that nobody kept, inferred from the official comment on why he
 * did not play. It is known only after the game: a backtest that says so may read it, nothing else.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class InjuryStandIn {
  /** What stands where reports of sources name theirs. */
  public static final String SOURCE = "dnp_comment";

  private static final int HOURS_BEFORE_TIP = 1;

  /** How long before the tip what is inferred is taken as published. */
  static final Duration BEFORE_TIP = Duration.standardHours(HOURS_BEFORE_TIP);

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("What the report would have said: OUT")
  public abstract InjuryStatus getStatus();

  @SchemaFieldDescription("What the comment means, INJURY_OR_ILLNESS for instance")
  public abstract AbsenceReason getReason();

  @SchemaFieldDescription("The official comment, DND - Injury/Illness for instance")
  public abstract String getComment();

  @SchemaFieldDescription(
      "How long before the tip it is taken as published, in hours; files do not say when the tip is")
  public abstract int getHoursBeforeTip();

  /** When it is taken as published. */
  Instant reportTime(Instant tip) {
    return tip.minus(Duration.standardHours(getHoursBeforeTip()));
  }

  /** Whether it was inferred from this row, and not from one that has been corrected since. */
  boolean isFrom(PlayerDnp row) {
    return row.getGameId().equals(getGameId())
        && row.getPlayer().equals(getPlayer())
        && row.getComment().equals(getComment());
  }

  /**
   * That a player was out, as of an hour before the tip.
   *
   * @param reason what the row's comment means
   * @throws IllegalArgumentException if nobody announces such a reason before a game
   */
  public static InjuryStandIn of(PlayerDnp row, AbsenceReason reason) {
    Preconditions.checkArgument(reason.isAnnounced(), "%s is not known before a game", reason);
    return builder()
        .setGameDate(row.getGameDate())
        .setGameId(row.getGameId())
        .setPlayer(row.getPlayer())
        .setPlayerName(row.getPlayerName())
        .setTeam(row.getTeam())
        .setStatus(InjuryStatus.OUT)
        .setReason(reason)
        .setComment(row.getComment())
        .setHoursBeforeTip(HOURS_BEFORE_TIP)
        .build();
  }

  public static Builder builder() {
    return new AutoValue_InjuryStandIn.Builder();
  }

  /** Builds an {@link InjuryStandIn}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setStatus(InjuryStatus status);

    public abstract Builder setReason(AbsenceReason reason);

    public abstract Builder setComment(String comment);

    public abstract Builder setHoursBeforeTip(int hoursBeforeTip);

    public abstract InjuryStandIn build();
  }
}
