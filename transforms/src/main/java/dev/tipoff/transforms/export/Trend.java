package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;

/** How a player has done lately in one market, beside his season and his lines. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Trend {
  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the team of his last listing")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Games that he played in the season")
  public abstract int getGames();

  @SchemaFieldDescription("Mean of them, in units of the market")
  public abstract double getSeasonMean();

  @SchemaFieldDescription("How many last games the last mean is of, at most five")
  public abstract int getLastGames();

  @SchemaFieldDescription("Mean of those, in units of the market")
  public abstract double getLastMean();

  @SchemaFieldDescription("How many of his last ten games had a published line")
  public abstract int getLined();

  @SchemaFieldDescription("In how many of those he went over it")
  public abstract int getOvers();

  @SchemaFieldDescription("In how many of those he landed on it")
  public abstract int getPushes();

  public static Builder builder() {
    return new AutoValue_Trend.Builder();
  }

  /** Builds a {@link Trend}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setMarket(Market market);

    public abstract Builder setGames(int games);

    public abstract Builder setSeasonMean(double seasonMean);

    public abstract Builder setLastGames(int lastGames);

    public abstract Builder setLastMean(double lastMean);

    public abstract Builder setLined(int lined);

    public abstract Builder setOvers(int overs);

    public abstract Builder setPushes(int pushes);

    public abstract Trend build();
  }
}
