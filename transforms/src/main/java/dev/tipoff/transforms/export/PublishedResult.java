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
}
