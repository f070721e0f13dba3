package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.prediction.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A published prediction held against what happened. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GradedPrediction {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  public abstract String getSeason();

  public abstract String getSystemId();

  public abstract SystemKind getKind();

  public abstract PlayerKey getPlayer();

  public abstract String getPlayerName();

  public abstract Market getMarket();

  public abstract Instant getAsOf();

  public abstract double getMean();

  public abstract double getMedian();

  public abstract double getSd();

  public abstract String getSources();

  public abstract @Nullable Double getConsensusMedian();

  public abstract @Nullable Line getLine();

  public abstract String getBookmaker();

  public abstract @Nullable AmericanOdds getOverOdds();

  public abstract @Nullable AmericanOdds getUnderOdds();

  public abstract @Nullable Double getProbabilityOver();

  public abstract @Nullable Double getProbabilityPush();

  public abstract @Nullable Double getMarketProbabilityOver();

  public abstract Recommendation getRecommendation();

  /** Expected profit of the better side for each unit staked. */
  public abstract @Nullable Double getExpectedValue();

  public abstract @Nullable Double getStake();

  public abstract Outcome getOutcome();

  /** Absent if the player did not play. */
  public abstract @Nullable Integer getActual();

  /** Mean minus actual; absent if the player did not play. */
  public abstract @Nullable Double getError();

  /** Per unit staked on the recommended side; absent where nothing was bet. */
  public abstract @Nullable Double getProfit();

  /** Whether the row belongs to population "all". */
  public abstract boolean getEvaluated();

  public static Builder builder() {
    return new AutoValue_GradedPrediction.Builder();
  }

  /** Builds a {@link GradedPrediction}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setSeason(String season);

    public abstract Builder setSystemId(String systemId);

    public abstract Builder setKind(SystemKind kind);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setMarket(Market market);

    public abstract Builder setAsOf(Instant asOf);

    public abstract Builder setMean(double mean);

    public abstract Builder setMedian(double median);

    public abstract Builder setSd(double sd);

    public abstract Builder setSources(String sources);

    public abstract Builder setConsensusMedian(@Nullable Double consensusMedian);

    public abstract Builder setLine(@Nullable Line line);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setOverOdds(@Nullable AmericanOdds overOdds);

    public abstract Builder setUnderOdds(@Nullable AmericanOdds underOdds);

    public abstract Builder setProbabilityOver(@Nullable Double probabilityOver);

    public abstract Builder setProbabilityPush(@Nullable Double probabilityPush);

    public abstract Builder setMarketProbabilityOver(@Nullable Double marketProbabilityOver);

    public abstract Builder setRecommendation(Recommendation recommendation);

    public abstract Builder setExpectedValue(@Nullable Double expectedValue);

    public abstract Builder setStake(@Nullable Double stake);

    public abstract Builder setOutcome(Outcome outcome);

    public abstract Builder setActual(@Nullable Integer actual);

    public abstract Builder setError(@Nullable Double error);

    public abstract Builder setProfit(@Nullable Double profit);

    public abstract Builder setEvaluated(boolean evaluated);

    public abstract GradedPrediction build();
  }
}
