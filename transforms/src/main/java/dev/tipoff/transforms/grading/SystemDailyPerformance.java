package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How one system did in one market on one day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SystemDailyPerformance {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and "
          + "MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three " + "together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Number of predictions")
  public abstract long getPredictions();

  @SchemaFieldDescription("Number of predictions of players who played")
  public abstract long getGraded();

  @SchemaFieldDescription("Number of predictions with a line of players who did not play")
  public abstract long getVoids();

  @SchemaFieldDescription("Number of recommended bets that were won, lost or pushed")
  public abstract long getBets();

  @SchemaFieldDescription("Number of bets won")
  public abstract long getWins();

  @SchemaFieldDescription("Number of bets lost")
  public abstract long getLosses();

  @SchemaFieldDescription("Number of bets returned because the stat landed on the line")
  public abstract long getPushes();

  @SchemaFieldDescription(
      "Mean absolute error of the forecast mean, in units of the market; absent if none "
          + "played")
  public abstract @Nullable Double getMeanAbsoluteError();

  @SchemaFieldDescription(
      "Mean of prediction minus actual, in units of the market; absent if none " + "played")
  public abstract @Nullable Double getBias();

  @SchemaFieldDescription("Units won at one unit a bet; absent without a settled bet")
  public abstract @Nullable Double getProfit();

  public static Builder builder() {
    return new AutoValue_SystemDailyPerformance.Builder();
  }

  /** Builds a {@link SystemDailyPerformance}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setSystemId(String systemId);

    public abstract Builder setKind(SystemKind kind);

    public abstract Builder setMarket(Market market);

    public abstract Builder setPredictions(long predictions);

    public abstract Builder setGraded(long graded);

    public abstract Builder setVoids(long voids);

    public abstract Builder setBets(long bets);

    public abstract Builder setWins(long wins);

    public abstract Builder setLosses(long losses);

    public abstract Builder setPushes(long pushes);

    public abstract Builder setMeanAbsoluteError(@Nullable Double meanAbsoluteError);

    public abstract Builder setBias(@Nullable Double bias);

    public abstract Builder setProfit(@Nullable Double profit);

    public abstract SystemDailyPerformance build();
  }
}
