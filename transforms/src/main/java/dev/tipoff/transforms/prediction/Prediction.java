package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * One system's forecast of one player's stat in one game as of one time, held against the market's
 * line where there is one. The key is (system, game, player, market); stored per (key, as-of time).
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Prediction {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  public abstract String getSystemId();

  public abstract SystemKind getKind();

  public abstract PlayerKey getPlayer();

  public abstract String getPlayerName();

  public abstract TeamCode getTeam();

  public abstract TeamCode getOpponent();

  public abstract boolean getHome();

  public abstract Market getMarket();

  /** What was known at this time went into the forecast, and nothing later. */
  public abstract Instant getAsOf();

  /** Absent where no feed stated it, which only a backtest can meet. */
  public abstract @Nullable Instant getTipTime();

  public abstract double getMean();

  public abstract double getMedian();

  public abstract double getSd();

  public abstract Recommendation getRecommendation();

  /** The feeds of the line, joined by "+"; empty without a line. */
  public abstract String getSources();

  /** Median of the books' main lines. */
  public abstract @Nullable Double getConsensusMedian();

  /** What the named book offered. */
  public abstract @Nullable Line getLine();

  /** The book with the best price; empty without a line. */
  public abstract String getBookmaker();

  public abstract @Nullable AmericanOdds getOverOdds();

  public abstract @Nullable AmericanOdds getUnderOdds();

  /** When the line stood. */
  public abstract @Nullable Instant getSnapshotTime();

  /** How many books had a main line. */
  public abstract @Nullable Integer getBooks();

  /** The forecast's chance of the over, pushes counted apart. */
  public abstract @Nullable Double getProbabilityOver();

  /** The forecast's chance of landing on the line. */
  public abstract @Nullable Double getProbabilityPush();

  /** The de-vigged market's chance of the over given no push. */
  public abstract @Nullable Double getMarketProbabilityOver();

  /** Expected profit of the better side per unit staked. */
  public abstract @Nullable Double getExpectedValue();

  /** Fraction of the bankroll; zero on a pass. */
  public abstract @Nullable Double getStake();

  /** How many earlier games of the season the forecast rests on. */
  public abstract int getGames();

  /** Whether the row belongs to population "all" if the player plays. */
  public abstract boolean getEvaluated();

  public static Builder builder() {
    return new AutoValue_Prediction.Builder();
  }

  /** Builds a {@link Prediction}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setSystemId(String systemId);

    public abstract Builder setKind(SystemKind kind);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setMarket(Market market);

    public abstract Builder setAsOf(Instant asOf);

    public abstract Builder setTipTime(@Nullable Instant tipTime);

    public abstract Builder setMean(double mean);

    public abstract Builder setMedian(double median);

    public abstract Builder setSd(double sd);

    public abstract Builder setRecommendation(Recommendation recommendation);

    public abstract Builder setSources(String sources);

    public abstract Builder setConsensusMedian(@Nullable Double consensusMedian);

    public abstract Builder setLine(@Nullable Line line);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setOverOdds(@Nullable AmericanOdds overOdds);

    public abstract Builder setUnderOdds(@Nullable AmericanOdds underOdds);

    public abstract Builder setSnapshotTime(@Nullable Instant snapshotTime);

    public abstract Builder setBooks(@Nullable Integer books);

    public abstract Builder setProbabilityOver(@Nullable Double probabilityOver);

    public abstract Builder setProbabilityPush(@Nullable Double probabilityPush);

    public abstract Builder setMarketProbabilityOver(@Nullable Double marketProbabilityOver);

    public abstract Builder setExpectedValue(@Nullable Double expectedValue);

    public abstract Builder setStake(@Nullable Double stake);

    public abstract Builder setGames(int games);

    public abstract Builder setEvaluated(boolean evaluated);

    public abstract Prediction build();
  }
}
