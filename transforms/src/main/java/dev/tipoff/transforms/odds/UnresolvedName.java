package dev.tipoff.transforms.odds;

import static java.util.Comparator.comparing;

import com.google.auto.value.AutoValue;
import com.google.common.base.Splitter;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import java.util.Comparator;
import java.util.TreeSet;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/**
 * A name that lines of a slate use and that nobody could be found by, for a person to settle: with
 * an alias, a roster, or not at all. The example is the first by event, spelling and teams.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class UnresolvedName implements Serializable {
  private static final Comparator<UnresolvedName> EXAMPLES =
      comparing(UnresolvedName::getEventId)
          .thenComparing(UnresolvedName::getPlayerName)
          .thenComparing(UnresolvedName::getHome)
          .thenComparing(UnresolvedName::getAway)
          .thenComparing(UnresolvedName::getReason)
          .thenComparing(UnresolvedName::getSuggestions);

  @SchemaFieldDescription("Date of the slate")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The name, normalised: lower-case letters and digits only")
  public abstract String getNormalisedName();

  @SchemaFieldDescription("UNRESOLVED_PLAYER for nobody's name, AMBIGUOUS_PLAYER for several's")
  public abstract FailureCode getReason();

  @SchemaFieldDescription("How many raw lines use the name")
  public abstract int getLines();

  @SchemaFieldDescription("Ids of the feeds that use the name, sorted, with commas between")
  public abstract String getSources();

  @SchemaFieldDescription("An example: the name as a feed spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Home team of the example's game")
  public abstract TeamCode getHome();

  @SchemaFieldDescription("Visiting team of the example's game")
  public abstract TeamCode getAway();

  @SchemaFieldDescription("The feed's id of the example's game")
  public abstract String getEventId();

  @SchemaFieldDescription(
      "Whom the feed may mean, the likeliest first, with semicolons between; empty if nobody is"
          + " like it")
  public abstract String getSuggestions();

  /** This and another use of the name on the same slate as one row, whichever comes first. */
  UnresolvedName and(UnresolvedName other) {
    UnresolvedName example = EXAMPLES.compare(this, other) <= 0 ? this : other;
    TreeSet<String> sources = new TreeSet<>(Splitter.on(',').splitToList(getSources()));
    sources.addAll(Splitter.on(',').splitToList(other.getSources()));
    return example.toBuilder()
        .setLines(getLines() + other.getLines())
        .setSources(String.join(",", sources))
        .build();
  }

  abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_UnresolvedName.Builder();
  }

  /** Builds an {@link UnresolvedName}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setNormalisedName(String normalisedName);

    public abstract Builder setReason(FailureCode reason);

    public abstract Builder setLines(int lines);

    public abstract Builder setSources(String sources);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setHome(TeamCode home);

    public abstract Builder setAway(TeamCode away);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setSuggestions(String suggestions);

    public abstract UnresolvedName build();
  }
}
