package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One player of the season, as an index of players has him. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ListedPlayer {
  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the team of his last listing")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Games that he played")
  public abstract int getGames();

  @SchemaFieldDescription("Mean minutes of them; absent without any")
  public abstract @Nullable Double getMinutes();

  @SchemaFieldDescription("Mean points of them; absent without any")
  public abstract @Nullable Double getPoints();

  @SchemaFieldDescription("Mean rebounds of them; absent without any")
  public abstract @Nullable Double getRebounds();

  @SchemaFieldDescription("Mean assists of them; absent without any")
  public abstract @Nullable Double getAssists();

  @SchemaFieldDescription("Day of the last game that lists him")
  public abstract GameDay getLastGame();

  public static Builder builder() {
    return new AutoValue_ListedPlayer.Builder();
  }

  /** Builds a {@link ListedPlayer}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setGames(int games);

    public abstract Builder setMinutes(@Nullable Double minutes);

    public abstract Builder setPoints(@Nullable Double points);

    public abstract Builder setRebounds(@Nullable Double rebounds);

    public abstract Builder setAssists(@Nullable Double assists);

    public abstract Builder setLastGame(GameDay lastGame);

    public abstract ListedPlayer build();
  }
}
