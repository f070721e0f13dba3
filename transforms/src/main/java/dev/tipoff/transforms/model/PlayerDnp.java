package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** A player who was listed for a game and did not play; known only after the game. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerDnp {
  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription(
      "The NBA's ten-digit id of the game; its day and teams, 20310110-MIABOS, where no source says")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription(
      "The NBA's id of the player; balldontlie's, bdl-7001, where no source says")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription("The official reason, DND - Injury/Illness for instance")
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
