package dev.tipoff.transforms.roster;

import static java.util.Comparator.comparing;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.Comparator;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** A player listed under a name for a team on a day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RosterEntry implements Serializable {
  /** Latest first; entries of one day are in a fixed order. */
  static final Comparator<RosterEntry> LATEST_FIRST =
      comparing(RosterEntry::getLastSeen)
          .reversed()
          .thenComparing(RosterEntry::getName)
          .thenComparing(RosterEntry::getTeam)
          .thenComparing(RosterEntry::getPlayer);

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Date of the latest slate with this name and team")
  public abstract GameDay getLastSeen();

  @SchemaCreate
  public static RosterEntry create(PlayerKey player, String name, TeamCode team, GameDay lastSeen) {
    return new AutoValue_RosterEntry(player, name, team, lastSeen);
  }

  public static RosterEntry of(PlayerGame game) {
    return create(game.getPlayer(), game.getPlayerName(), game.getTeam(), game.getGameDate());
  }

  public static RosterEntry of(PlayerDnp absence) {
    return create(
        absence.getPlayer(), absence.getPlayerName(), absence.getTeam(), absence.getGameDate());
  }
}
