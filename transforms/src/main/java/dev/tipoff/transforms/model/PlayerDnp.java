package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** A player who was listed for a game and did not play; known only after the game. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerDnp {
  /** Label such as "2023-24". */
  public abstract String getSeason();

  public abstract SeasonType getSeasonType();

  public abstract String getGameId();

  public abstract GameDay getGameDate();

  public abstract String getPlayerName();

  public abstract PlayerKey getPlayer();

  public abstract TeamCode getTeam();

  public abstract TeamCode getOpponent();

  public abstract boolean getHome();

  /** The official reason, such as "DND - Injury/Illness". */
  public abstract String getComment();

  public static Builder builder() {
    return new AutoValue_PlayerDnp.Builder();
  }

  /** Builds a {@link PlayerDnp}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setComment(String comment);

    public abstract PlayerDnp build();
  }
}
