package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** One player in one game. A doubleheader's games are two, since the key is the game's id. */
@AutoValue
public abstract class PlayerGameKey implements Serializable {
  public abstract String gameId();

  public abstract PlayerKey player();

  public static PlayerGameKey of(String gameId, PlayerKey player) {
    return new AutoValue_PlayerGameKey(gameId, player);
  }

  @Override
  public final String toString() {
    return "player " + player() + " in game " + gameId();
  }
}
