package dev.tipoff.transforms.grading;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How one system did in one market over the days up to one, as a whole or of one kind of rows.
 * Intervals are those of {@link ByDay}.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RollingPerformance {
  /** Over which days. */
  public enum Period {
    WEEK,
    THIRTY_DAYS,
    MONTH,
    SEASON
  }

  /** By what rows are told apart. */
  public enum Slice {
    ALL,
    SIDE,
    CONFIDENCE,
    TIER,
    BOOKMAKER
  }

  @SchemaFieldDescription(
      "What is summed: WEEK and THIRTY_DAYS up to the day, its MONTH and its SEASON so far")
  public abstract Period getPeriod();

  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three together")
  public abstract Market getMarket();

  @SchemaFieldDescription(
      "What the rows have in common: ALL, or one SIDE, CONFIDENCE, TIER or BOOKMAKER")
  public abstract Slice getSlice();

  @SchemaFieldDescription(
      "Which side, decile of confidence, tier of the player by points a game of the season before (STAR from 20, STARTER from 12, ROTATION from 6, BENCH, NEW without a game) or bookmaker; ALL for all")
  public abstract String getSliceValue();

  @SchemaFieldDescription("First day with such a row")
  public abstract GameDay getFirstDay();

  @SchemaFieldDescription("Last day with such a row")
  public abstract GameDay getLastDay();

  @SchemaFieldDescription("Number of days with such rows")
  public abstract long getDays();

  @SchemaFieldDescription("Number of predictions of players who played")
  public abstract long getGraded();

  @SchemaFieldDescription("Mean absolute error of the forecast mean, in units of the market")
  public abstract double getMeanAbsoluteError();

  @SchemaFieldDescription(
      "Half its 95 % interval, days drawn, in units of the market; absent for one day")
  public abstract @Nullable Double getMeanAbsoluteErrorHalf();

  @SchemaFieldDescription("Mean of prediction minus actual, in units of the market")
  public abstract double getBias();

  @SchemaFieldDescription("Share of forecast means at most 3 off, 0 to 1")
  public abstract double getWithinThree();

  @SchemaFieldDescription("Share of forecast means at most 5 off, 0 to 1")
  public abstract double getWithinFive();

  @SchemaFieldDescription("Number of forecasts with intervals")
  public abstract long getIntervals();

  @SchemaFieldDescription("How often the middle 80 % held what happened, 0 to 1; absent for points")
  public abstract @Nullable Double getCoverage80();

  @SchemaFieldDescription("Half its 95 % interval, days drawn, 0 to 1; absent for one day")
  public abstract @Nullable Double getCoverage80Half();

  @SchemaFieldDescription("Number of predictions beside a line")
  public abstract long getLined();

  @SchemaFieldDescription(
      "Mean absolute error of the medians less that of the median of the lines, in units of the market; absent without a line")
  public abstract @Nullable Double getVsLine();

  @SchemaFieldDescription("Half its 95 % interval, in units of the market; absent for one day")
  public abstract @Nullable Double getVsLineHalf();

  @SchemaFieldDescription("Number of chances of an over that won or lost")
  public abstract long getChances();

  @SchemaFieldDescription("Mean Brier score of the chances, 0 to 1; absent without any")
  public abstract @Nullable Double getBrier();

  @SchemaFieldDescription("That of the market on the same rows, 0 to 1; absent without any")
  public abstract @Nullable Double getMarketBrier();

  @SchemaFieldDescription(
      "Half the 95 % interval of the one less the other, days drawn; absent for one day")
  public abstract @Nullable Double getBrierGapHalf();

  @SchemaFieldDescription("Number of settled bets, pushes included")
  public abstract long getBets();

  @SchemaFieldDescription("Number of bets won")
  public abstract long getWins();

  @SchemaFieldDescription("Number of bets lost")
  public abstract long getLosses();

  @SchemaFieldDescription("Number of bets returned because the stat landed on the line")
  public abstract long getPushes();

  @SchemaFieldDescription("Wins over wins and losses, 0 to 1; absent without either")
  public abstract @Nullable Double getHitRate();

  @SchemaFieldDescription("Units won for each unit staked at one unit a bet; absent without bets")
  public abstract @Nullable Double getReturnOnInvestment();

  @SchemaFieldDescription("Half its 95 % interval, days drawn, in units a unit; absent for one day")
  public abstract @Nullable Double getReturnOnInvestmentHalf();

  @SchemaFieldDescription("Number of bets of which a later line was seen")
  public abstract long getClosingLines();

  @SchemaFieldDescription(
      "Mean closing line value of those bets, in units a unit; absent without any")
  public abstract @Nullable Double getClosingLineValue();

  @SchemaFieldDescription("Half its 95 % interval, in units a unit; absent for one day")
  public abstract @Nullable Double getClosingLineValueHalf();
}
