package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** A player's shots of a finished game by zone, from a play-by-play that fits its box score. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ZoneShots {
  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Field goals made by the box score, from wherever")
  public abstract int getFieldGoalsMade();

  @SchemaFieldDescription("Shots in the lane, the restricted area among it")
  public abstract int getPaintAttempts();

  @SchemaFieldDescription("Those of them that went in")
  public abstract int getPaintMakes();

  @SchemaFieldDescription("Shots for two points from outside the lane")
  public abstract int getMidRangeAttempts();

  @SchemaFieldDescription("Those of them that went in")
  public abstract int getMidRangeMakes();

  @SchemaFieldDescription("Shots for three points from the front court")
  public abstract int getThreeAttempts();

  @SchemaFieldDescription("Those of them that went in")
  public abstract int getThreeMakes();

  @SchemaFieldDescription("Field goals made off a pass")
  public abstract int getAssistedMakes();

  public abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_ZoneShots.Builder();
  }

  /** Builds a {@link ZoneShots}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setFieldGoalsMade(int fieldGoalsMade);

    public abstract Builder setPaintAttempts(int paintAttempts);

    public abstract Builder setPaintMakes(int paintMakes);

    public abstract Builder setMidRangeAttempts(int midRangeAttempts);

    public abstract Builder setMidRangeMakes(int midRangeMakes);

    public abstract Builder setThreeAttempts(int threeAttempts);

    public abstract Builder setThreeMakes(int threeMakes);

    public abstract Builder setAssistedMakes(int assistedMakes);

    public abstract ZoneShots build();
  }
}
