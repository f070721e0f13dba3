package dev.tipoff.transforms.availability;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * That it was known before a game who of a team is out: the report that {@link PlayerAvailability}
 * of the team is from, even if it lists nobody. A team without a row was not reported on.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class TeamReport implements Serializable {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Code of the team that the report covers, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription(
      "When the report was published, UTC; before the tip; absent for a stand-in of a game whose tip nobody states")
  public abstract @Nullable Instant getReportTime();

  @SchemaFieldDescription(
      "Id of the source in the catalogue, nbac_injury_report for instance; dnp_comment or hindsight for a stand-in")
  public abstract String getSource();

  @SchemaFieldDescription(
      "Whether the row stands in for a report that nobody kept: it was inferred after the game")
  public abstract boolean getStandIn();

  @SchemaFieldDescription(
      "How many of the team's players the report lists, also those whose names nobody could be found by")
  public abstract int getPlayersListed();

  public static Builder builder() {
    return new AutoValue_TeamReport.Builder();
  }

  /** Builds a {@link TeamReport}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setReportTime(@Nullable Instant reportTime);

    public abstract Builder setSource(String source);

    public abstract Builder setStandIn(boolean standIn);

    public abstract Builder setPlayersListed(int playersListed);

    public abstract TeamReport build();
  }
}
