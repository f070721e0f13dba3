package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Whom lines of a slate name: a player with a key, or a name that nobody could be found by. */
@AutoValue
public abstract class LinedName implements Serializable {
  public abstract GameDay getGameDate();

  /** Absent if there is an unresolved name. */
  abstract @Nullable PlayerKey getPlayer();

  /** Absent if there is a player. */
  abstract @Nullable UnresolvedName getUnresolved();

  static LinedName resolved(GameDay gameDate, PlayerKey player) {
    return new AutoValue_LinedName(gameDate, player, null);
  }

  static LinedName unresolved(UnresolvedName name) {
    return new AutoValue_LinedName(name.getGameDate(), null, name);
  }
}
