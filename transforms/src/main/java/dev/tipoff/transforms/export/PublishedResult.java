package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What became of one prop with a real line: what the {@linkplain LeadSystem lead system} had
 * published, and what happened.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PublishedResult {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team; absent without a box score that has him")
  public abstract @Nullable TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team; absent likewise")
  public abstract @Nullable TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team was at home; absent likewise")
  public abstract @Nullable Boolean getHome();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription("Mean of the forecast, in units of the market")
  public abstract double getMean();

  @SchemaFieldDescription("Median of the forecast, in units of the market")
  public abstract double getMedian();

  @SchemaFieldDescription(
      "Lower end of the middle 80 % of the forecast, in units of the market; absent for a point")
  public abstract @Nullable Double getLow80();

  @SchemaFieldDescription("Upper end of it; absent for a point")
  public abstract @Nullable Double getHigh80();

  @SchemaFieldDescription("The line of the bet, in units of the market")
  public abstract double getLine();

  @SchemaFieldDescription(
      "Id of the book with the best price; empty if no book that may be used offered the line")
  public abstract String getBookmaker();

  @SchemaFieldDescription("American odds of the over at the named book; absent without one")
  public abstract @Nullable AmericanOdds getOverOdds();

  @SchemaFieldDescription("American odds of the under at the named book; absent without one")
  public abstract @Nullable AmericanOdds getUnderOdds();

  @SchemaFieldDescription(
      "The system's chance of the over given no push, 0 to 1; absent if nothing but a push could happen")
  public abstract @Nullable Double getProbabilityOver();

  @SchemaFieldDescription(
      "The market's chance of the over given no push, without the margin, 0 to 1")
  public abstract @Nullable Double getMarketProbabilityOver();

  @SchemaFieldDescription("What was said before the tip: OVER, UNDER, PASS or NO_BOOK")
  public abstract Recommendation getRecommendation();

  @SchemaFieldDescription(
      "Expected profit of the better side for each unit staked; absent without a book")
  public abstract @Nullable Double getExpectedValue();

  @SchemaFieldDescription("Fraction of the bankroll that was to be staked, 0 to 1")
  public abstract @Nullable Double getStake();

  @SchemaFieldDescription(
      "What the player recorded, in units of the market; absent if he did not play")
  public abstract @Nullable Integer getActual();

  @SchemaFieldDescription("What became of it: WIN, LOSS, PUSH, VOID or NO_BET")
  public abstract Outcome getOutcome();

  @SchemaFieldDescription("Units won for each unit staked; absent where nothing was bet")
  public abstract @Nullable Double getProfit();

  @SchemaFieldDescription(
      "The market's line at its last word before the tip, in units of the market; absent if nothing was seen after the line of the prediction")
  public abstract @Nullable Double getClosingLine();

  @SchemaFieldDescription(
      "Closing line value: expected profit for each unit bet by the closing market; absent likewise and where nothing was bet")
  public abstract @Nullable Double getClv();

  public static Builder builder() {
    return new AutoValue_PublishedResult.Builder();
  }

  /** Builds a {@link PublishedResult}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(@Nullable TeamCode team);

    public abstract Builder setOpponent(@Nullable TeamCode opponent);

    public abstract Builder setHome(@Nullable Boolean home);

    public abstract Builder setMarket(Market market);

    public abstract Builder setSystemId(String systemId);

    public abstract Builder setKind(SystemKind kind);

    public abstract Builder setMean(double mean);

    public abstract Builder setMedian(double median);

    public abstract Builder setLow80(@Nullable Double low80);

    public abstract Builder setHigh80(@Nullable Double high80);

    public abstract Builder setLine(double line);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setOverOdds(@Nullable AmericanOdds overOdds);

    public abstract Builder setUnderOdds(@Nullable AmericanOdds underOdds);

    public abstract Builder setProbabilityOver(@Nullable Double probabilityOver);

    public abstract Builder setMarketProbabilityOver(@Nullable Double marketProbabilityOver);

    public abstract Builder setRecommendation(Recommendation recommendation);

    public abstract Builder setExpectedValue(@Nullable Double expectedValue);

    public abstract Builder setStake(@Nullable Double stake);

    public abstract Builder setActual(@Nullable Integer actual);

    public abstract Builder setOutcome(Outcome outcome);

    public abstract Builder setProfit(@Nullable Double profit);

    public abstract Builder setClosingLine(@Nullable Double closingLine);

    public abstract Builder setClv(@Nullable Double clv);

    public abstract PublishedResult build();
  }
}
