package dev.tipoff.transforms.roster;

import static java.util.Comparator.comparing;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.Comparator;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * From a day of a season on, a player goes by a name and belongs to a team, until a later entry of
 * the same kind of source says otherwise.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RosterEntry implements Serializable {
  /** What says so. Of one day a box score is believed before a roster. */
  public enum Evidence {
    ROSTER,
    BOX_SCORE
  }

  /** Earliest first; of one day, what is believed last; entries have one order. */
  static final Comparator<RosterEntry> EARLIEST_FIRST =
      comparing(RosterEntry::getSince)
          .thenComparing(RosterEntry::getEvidence)
          .thenComparing(RosterEntry::getName, Comparator.reverseOrder())
          .thenComparing(RosterEntry::getTeam, Comparator.reverseOrder())
          .thenComparing(RosterEntry::getPlayer);

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as the source spells it")
  public abstract String getName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("First slate of a season, or after a change, with this name and team")
  public abstract GameDay getSince();

  @SchemaFieldDescription("BOX_SCORE or ROSTER")
  public abstract Evidence getEvidence();

  @SchemaCreate
  public static RosterEntry create(
      PlayerKey player, String name, TeamCode team, GameDay since, Evidence evidence) {
    return new AutoValue_RosterEntry(player, name, team, since, evidence);
  }

  /** Whether it is known before the slate's tips: a roster of the day is, its box score is not. */
  boolean isKnownBefore(GameDay slate) {
    return switch (getEvidence()) {
      case ROSTER -> !getSince().isAfter(slate);
      case BOX_SCORE -> getSince().isBefore(slate);
    };
  }

  Season season() {
    return Season.of(getSince());
  }

  /** Whether it says, of the same season and by the same kind of source, what the other says. */
  boolean repeats(RosterEntry earlier) {
    return getPlayer().equals(earlier.getPlayer())
        && getName().equals(earlier.getName())
        && getTeam() == earlier.getTeam()
        && getEvidence() == earlier.getEvidence()
        && season().equals(earlier.season());
  }
}
