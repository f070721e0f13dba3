package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.prediction.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How one system did in one market on one day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SystemDailyPerformance {
  public abstract GameDay getGameDate();

  public abstract String getSystemId();

  public abstract SystemKind getKind();

  public abstract Market getMarket();

  public abstract long getPredictions();

  /** Predictions of players who played. */
  public abstract long getGraded();

  public abstract long getVoids();

  public abstract long getBets();

  public abstract long getWins();

  public abstract long getLosses();

  public abstract long getPushes();

  /** Absent if none played. */
  public abstract @Nullable Double getMeanAbsoluteError();

  /** Mean of prediction minus actual; absent if none played. */
  public abstract @Nullable Double getBias();

  /** Units won at one unit a bet; absent without a settled bet. */
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
