package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * One player in one game of a slate: who he plays for and against, and where. Known before the tip.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameContext {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team is at home")
  public abstract boolean getHome();

  public static Builder builder() {
    return new AutoValue_GameContext.Builder();
  }

  /** Builds a {@link GameContext}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract GameContext build();
  }
}
