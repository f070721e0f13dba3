package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where a player of a game stands: expected, found, or refused for a reason. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerStanding {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  public abstract PlayerKey getPlayer();

  /** The name of an expected player; absent otherwise. */
  public abstract @Nullable String getPlayerName();

  /** Why a player is refused; absent otherwise. */
  public abstract @Nullable FailureCode getReason();

  @SchemaCreate
  static PlayerStanding create(
      GameDay gameDate,
      String gameId,
      PlayerKey player,
      @Nullable String playerName,
      @Nullable FailureCode reason) {
    return new AutoValue_PlayerStanding(gameDate, gameId, player, playerName, reason);
  }

  /** Something is to be made of him. */
  public static PlayerStanding expected(
      GameDay gameDate, String gameId, PlayerKey player, String playerName) {
    return create(gameDate, gameId, player, playerName, null);
  }

  /** Something was made of him. */
  public static PlayerStanding found(GameDay gameDate, String gameId, PlayerKey player) {
    return create(gameDate, gameId, player, null, null);
  }

  /** Nothing can be made of him yet, and everybody knows why. */
  public static PlayerStanding refused(
      GameDay gameDate, String gameId, PlayerKey player, FailureCode reason) {
    return create(gameDate, gameId, player, null, reason);
  }

  PlayerGameKey key() {
    return PlayerGameKey.of(getGameId(), getPlayer());
  }
}
