package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.forecast.Forecast;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * One system's forecast of one player's stat in one game as of one time, held against the market's
 * line where there is one. The key is (system, game, player, market); stored per (key, as-of time).
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Prediction {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and "
          + "MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three " + "together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Nothing that became known after this time went into the forecast, UTC")
  public abstract Instant getAsOf();

  @SchemaFieldDescription(
      "What the forecast knew of who of the team is out: unknown (nothing), report (one from"
          + " before the game), stand_in (inferred from comments afterwards) or hindsight (who did"
          + " not play)")
  public abstract String getAvailability();

  @SchemaFieldDescription(
      "Tip-off, UTC; absent where no feed stated it, which only a backtest can " + "meet")
  public abstract @Nullable Instant getTipTime();

  @SchemaFieldDescription("Mean of the forecast, in units of the market")
  public abstract double getMean();

  @SchemaFieldDescription("Median of the forecast, in units of the market")
  public abstract double getMedian();

  @SchemaFieldDescription("Standard deviation of the forecast, in units of the market")
  public abstract double getSd();

  @SchemaFieldDescription(
      "Lower end of the middle half of the forecast, in units of the market; absent for a point")
  public abstract @Nullable Double getLow50();

  @SchemaFieldDescription("Upper end of it; absent for a point")
  public abstract @Nullable Double getHigh50();

  @SchemaFieldDescription("Lower end of the middle 80 %, likewise")
  public abstract @Nullable Double getLow80();

  @SchemaFieldDescription("Upper end of the middle 80 %, likewise")
  public abstract @Nullable Double getHigh80();

  @SchemaFieldDescription("Lower end of the middle 90 %, likewise")
  public abstract @Nullable Double getLow90();

  @SchemaFieldDescription("Upper end of the middle 90 %, likewise")
  public abstract @Nullable Double getHigh90();

  @SchemaFieldDescription(
      "What to do at the best price: OVER, UNDER, PASS, NO_BOOK where none of the books to bet at offers the line, or NO_LINE")
  public abstract Recommendation getRecommendation();

  @SchemaFieldDescription("Ids of the feeds of the line, joined by +; empty without a line")
  public abstract String getSources();

  @SchemaFieldDescription(
      "Median of the books' main lines, in units of the market; absent without a " + "line")
  public abstract @Nullable Double getConsensusMedian();

  @SchemaFieldDescription(
      "Mean of the books' main lines, in units of the market; absent without a line")
  public abstract @Nullable Double getMarketMean();

  @SchemaFieldDescription(
      "Mean over the books of their main line moved by what its prices lean to one side, in units"
          + " of the market; absent without a line")
  public abstract @Nullable Double getMarketPriceAdjusted();

  @SchemaFieldDescription(
      "The offered line nearest to the median, in units of the market; absent without a line")
  public abstract @Nullable Line getLine();

  @SchemaFieldDescription(
      "Id of the book with the best price; empty without a line or a book to bet it at")
  public abstract String getBookmaker();

  @SchemaFieldDescription("American odds of the over at the named book; absent without one")
  public abstract @Nullable AmericanOdds getOverOdds();

  @SchemaFieldDescription("American odds of the under at the named book; absent without one")
  public abstract @Nullable AmericanOdds getUnderOdds();

  @SchemaFieldDescription("When the line stood, UTC; absent without a line")
  public abstract @Nullable Instant getSnapshotTime();

  @SchemaFieldDescription("Number of books with a main line; absent without a line")
  public abstract @Nullable Integer getBooks();

  @SchemaFieldDescription(
      "The forecast's chance of the over, 0 to 1, pushes counted apart; absent without a " + "line")
  public abstract @Nullable Double getProbabilityOver();

  @SchemaFieldDescription(
      "The forecast's chance of landing on the line, 0 to 1; absent without a " + "line")
  public abstract @Nullable Double getProbabilityPush();

  @SchemaFieldDescription(
      "The market's chance of the over given no push, without the margin, 0 to 1; absent "
          + "without a line")
  public abstract @Nullable Double getMarketProbabilityOver();

  @SchemaFieldDescription(
      "Expected profit of the better side for each unit staked; absent without a named book")
  public abstract @Nullable Double getExpectedValue();

  @SchemaFieldDescription(
      "Fraction of the bankroll to stake, 0 to 1; 0 without a bet, or if another market of the player is the better bet; absent without a line")
  public abstract @Nullable Double getStake();

  @SchemaFieldDescription("Number of earlier games of the season that the forecast rests on")
  public abstract int getGames();

  @SchemaFieldDescription(
      "Hash of the blind features that the player had when it was made, which verify recomputes")
  public abstract long getFeaturesHash();

  @SchemaFieldDescription("How many in a hundred of the blind features were known")
  public abstract double getQualityScore();

  @SchemaFieldDescription(
      "What the features lacked: TOO_FEW_GAMES, EARLY_SEASON, INCOMPLETE_HISTORY, NO_INJURY_REPORT, with semicolons between; empty if nothing")
  public abstract String getQualityFlags();

  @SchemaFieldDescription(
      "The parts that move the forecast most and by how much, in units of the market, the largest"
          + " first, with semicolons between; empty where nobody asked")
  public abstract String getReasons();

  @SchemaFieldDescription(
      "Whether the row belongs to population \"all\" if the player plays: enough games and "
          + "minutes before")
  public abstract boolean getEvaluated();

  public abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_Prediction.Builder().setReasons("");
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

    public abstract Builder setAvailability(String availability);

    public abstract Builder setTipTime(@Nullable Instant tipTime);

    public abstract Builder setMean(double mean);

    public abstract Builder setMedian(double median);

    public abstract Builder setSd(double sd);

    public abstract Builder setLow50(@Nullable Double low50);

    public abstract Builder setHigh50(@Nullable Double high50);

    public abstract Builder setLow80(@Nullable Double low80);

    public abstract Builder setHigh80(@Nullable Double high80);

    public abstract Builder setLow90(@Nullable Double low90);

    public abstract Builder setHigh90(@Nullable Double high90);

    public abstract Builder setRecommendation(Recommendation recommendation);

    public abstract Builder setSources(String sources);

    public abstract Builder setConsensusMedian(@Nullable Double consensusMedian);

    public abstract Builder setMarketMean(@Nullable Double marketMean);

    public abstract Builder setMarketPriceAdjusted(@Nullable Double marketPriceAdjusted);

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

    public abstract Builder setFeaturesHash(long featuresHash);

    public abstract Builder setQualityScore(double qualityScore);

    public abstract Builder setQualityFlags(String qualityFlags);

    public abstract Builder setReasons(String reasons);

    public abstract Builder setEvaluated(boolean evaluated);

    /** Sets the ends of the forecast's intervals; a point has none. */
    final Builder intervalsOf(Forecast forecast) {
      return forecast.isPoint()
          ? this
          : setLow50(forecast.position(0.25))
              .setHigh50(forecast.position(0.75))
              .setLow80(forecast.position(0.1))
              .setHigh80(forecast.position(0.9))
              .setLow90(forecast.position(0.05))
              .setHigh90(forecast.position(0.95));
    }

    public abstract Prediction build();
  }
}
