package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A published prediction held against what happened. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GradedPrediction {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

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
      "What to do at the best price: OVER, UNDER, PASS, NO_BOOK where none of the books to bet at offers the line, or NO_LINE")
  public abstract Recommendation getRecommendation();

  @SchemaFieldDescription(
      "Expected profit of the better side for each unit staked; absent without a named book")
  public abstract @Nullable Double getExpectedValue();

  @SchemaFieldDescription(
      "Fraction of the bankroll to stake, 0 to 1; 0 without a bet, or if another market of the player is the better bet; absent without a line")
  public abstract @Nullable Double getStake();

  @SchemaFieldDescription(
      "What became of the recommendation: WIN, LOSS, PUSH, VOID, NO_BET or " + "NO_LINE")
  public abstract Outcome getOutcome();

  @SchemaFieldDescription(
      "What the player recorded, in units of the market; absent if the player did not " + "play")
  public abstract @Nullable Integer getActual();

  @SchemaFieldDescription(
      "Mean of the forecast minus actual, in units of the market; absent if the player did "
          + "not play")
  public abstract @Nullable Double getError();

  @SchemaFieldDescription(
      "Whether the mean of the forecast was at most 3 off, in units of the market; absent if the player did not play")
  public abstract @Nullable Boolean getWithinThree();

  @SchemaFieldDescription("Whether it was at most 5 off, likewise")
  public abstract @Nullable Boolean getWithinFive();

  @SchemaFieldDescription(
      "Mean of the forecast minus the line, in units of the market; absent without a line")
  public abstract @Nullable Double getPredictedMargin();

  @SchemaFieldDescription(
      "Actual minus the line, in units of the market; absent without a line or if the player did not play")
  public abstract @Nullable Double getActualMargin();

  @SchemaFieldDescription(
      "Brier score of the chance of the over given no push, 0 to 1 and the lower the better; absent without a chance, on a push, or if the player did not play")
  public abstract @Nullable Double getProbabilityScore();

  @SchemaFieldDescription(
      "Chance of the likelier side given no push in ten equal steps, 1 from 50 % to 10 up to 100 %; absent without a chance")
  public abstract @Nullable Integer getConfidenceDecile();

  @SchemaFieldDescription(
      "Units won for each unit staked on the recommended side; absent where nothing was " + "bet")
  public abstract @Nullable Double getProfit();

  @SchemaFieldDescription(
      "The market's line at its last word before the tip, the offered one nearest to the median, in units of the market; absent if nothing was seen after the line of the prediction")
  public abstract @Nullable Line getClosingLine();

  @SchemaFieldDescription(
      "The market's chance of more than the closing line given no push, without the margin, 0 to 1; absent likewise")
  public abstract @Nullable Double getClosingProbabilityOver();

  @SchemaFieldDescription(
      "Closing line value: expected profit for each unit bet, given no push, by the closing market's chance, moved to the line of the bet along a normal curve where it closed at another; absent likewise and where nothing was bet")
  public abstract @Nullable Double getClv();

  @SchemaFieldDescription(
      "Whether the row belongs to population \"all\" if the player played: enough games and "
          + "minutes before")
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

    public abstract Builder setAvailability(String availability);

    public abstract Builder setMean(double mean);

    public abstract Builder setMedian(double median);

    public abstract Builder setSd(double sd);

    public abstract Builder setLow50(@Nullable Double low50);

    public abstract Builder setHigh50(@Nullable Double high50);

    public abstract Builder setLow80(@Nullable Double low80);

    public abstract Builder setHigh80(@Nullable Double high80);

    public abstract Builder setLow90(@Nullable Double low90);

    public abstract Builder setHigh90(@Nullable Double high90);

    public abstract Builder setSources(String sources);

    public abstract Builder setConsensusMedian(@Nullable Double consensusMedian);

    public abstract Builder setMarketMean(@Nullable Double marketMean);

    public abstract Builder setMarketPriceAdjusted(@Nullable Double marketPriceAdjusted);

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

    public abstract Builder setWithinThree(@Nullable Boolean withinThree);

    public abstract Builder setWithinFive(@Nullable Boolean withinFive);

    public abstract Builder setPredictedMargin(@Nullable Double predictedMargin);

    public abstract Builder setActualMargin(@Nullable Double actualMargin);

    public abstract Builder setProbabilityScore(@Nullable Double probabilityScore);

    public abstract Builder setConfidenceDecile(@Nullable Integer confidenceDecile);

    public abstract Builder setProfit(@Nullable Double profit);

    public abstract Builder setClosingLine(@Nullable Line closingLine);

    public abstract Builder setClosingProbabilityOver(@Nullable Double closingProbabilityOver);

    public abstract Builder setClv(@Nullable Double clv);

    public abstract Builder setEvaluated(boolean evaluated);

    public abstract GradedPrediction build();
  }
}
