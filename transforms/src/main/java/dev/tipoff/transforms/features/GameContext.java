package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/**
 * One player in one game of a slate: who he plays for and against, and where. Known before the tip.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameContext {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  /** Label such as "2023-24". */
  public abstract String getSeason();

  public abstract SeasonType getSeasonType();

  public abstract PlayerKey getPlayer();

  public abstract String getPlayerName();

  public abstract TeamCode getTeam();

  public abstract TeamCode getOpponent();

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
