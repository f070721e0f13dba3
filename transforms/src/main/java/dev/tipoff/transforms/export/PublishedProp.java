package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.prediction.Recommendation;
import dev.tipoff.transforms.systems.SystemKind;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * One prop of a slate for readers: the market's line, what the {@linkplain LeadSystem lead system}
 * says of it, and in short what the others say.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PublishedProp {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Tip-off, UTC; absent where no feed stated it")
  public abstract @Nullable Instant getTipTime();

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
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three together")
  public abstract Market getMarket();

  @SchemaFieldDescription(
      "Id of the lead system, of which mean, chance, recommendation, value and stake are")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription("Mean of the forecast, in units of the market")
  public abstract double getMean();

  @SchemaFieldDescription("Median of the forecast, in units of the market")
  public abstract double getMedian();

  @SchemaFieldDescription(
      "Lower end of the middle half of the forecast, in units of the market; absent for a point")
  public abstract @Nullable Double getLow50();

  @SchemaFieldDescription("Upper end of it; absent for a point")
  public abstract @Nullable Double getHigh50();

  @SchemaFieldDescription("Lower end of the middle 80 %, likewise")
  public abstract @Nullable Double getLow80();

  @SchemaFieldDescription("Upper end of the middle 80 %, likewise")
  public abstract @Nullable Double getHigh80();

  @SchemaFieldDescription(
      "The offered line nearest to the median of the books' main lines, in units of the market")
  public abstract double getLine();

  @SchemaFieldDescription("Median of the books' main lines, in units of the market")
  public abstract @Nullable Double getMarketMedian();

  @SchemaFieldDescription("Number of books with a main line")
  public abstract @Nullable Integer getBooks();

  @SchemaFieldDescription(
      "Id of the book with the best price; empty if no book that may be used offers the line")
  public abstract String getBookmaker();

  @SchemaFieldDescription("American odds of the over at the named book; absent without one")
  public abstract @Nullable AmericanOdds getOverOdds();

  @SchemaFieldDescription("American odds of the under at the named book; absent without one")
  public abstract @Nullable AmericanOdds getUnderOdds();

  @SchemaFieldDescription("When the line stood, UTC")
  public abstract @Nullable Instant getSnapshotTime();

  @SchemaFieldDescription(
      "The lead system's chance of the over given no push, 0 to 1; absent if nothing but a push can happen")
  public abstract @Nullable Double getProbabilityOver();

  @SchemaFieldDescription(
      "The market's chance of the over given no push, without the margin, 0 to 1")
  public abstract @Nullable Double getMarketProbabilityOver();

  @SchemaFieldDescription(
      "What the lead system would do at that price: OVER, UNDER, PASS or NO_BOOK")
  public abstract Recommendation getRecommendation();

  @SchemaFieldDescription(
      "Expected profit of the better side for each unit staked, if the lead system's chance is right; absent without a book")
  public abstract @Nullable Double getExpectedValue();

  @SchemaFieldDescription(
      "Fraction of the bankroll to stake, 0 to 1; 0 without a bet, or if another market of the player is the better bet")
  public abstract @Nullable Double getStake();

  @SchemaFieldDescription(
      "The parts that move the forecast most and by how much, in units of the market, the largest first")
  public abstract List<String> getReasons();

  @SchemaFieldDescription("What the features lacked, EARLY_SEASON for instance")
  public abstract List<String> getQualityFlags();

  @SchemaFieldDescription("Nothing that became known after this time went into the forecast, UTC")
  public abstract Instant getAsOf();

  @SchemaFieldDescription("Ids of all systems that say something of the prop")
  public abstract List<String> getSystems();

  @SchemaFieldDescription("Means of their forecasts, in the same order and in units of the market")
  public abstract List<Double> getMeans();

  @SchemaFieldDescription(
      "Their chances of the over given no push, in the same order, 0 to 1; -1 where a system gives none")
  public abstract List<Double> getChances();

  @SchemaFieldDescription("What they would do, in the same order")
  public abstract List<String> getCalls();

  public static Builder builder() {
    return new AutoValue_PublishedProp.Builder();
  }

  /** Builds a {@link PublishedProp}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setTipTime(@Nullable Instant tipTime);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setMarket(Market market);

    public abstract Builder setSystemId(String systemId);

    public abstract Builder setKind(SystemKind kind);

    public abstract Builder setMean(double mean);

    public abstract Builder setMedian(double median);

    public abstract Builder setLow50(@Nullable Double low50);

    public abstract Builder setHigh50(@Nullable Double high50);

    public abstract Builder setLow80(@Nullable Double low80);

    public abstract Builder setHigh80(@Nullable Double high80);

    public abstract Builder setLine(double line);

    public abstract Builder setMarketMedian(@Nullable Double marketMedian);

    public abstract Builder setBooks(@Nullable Integer books);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setOverOdds(@Nullable AmericanOdds overOdds);

    public abstract Builder setUnderOdds(@Nullable AmericanOdds underOdds);

    public abstract Builder setSnapshotTime(@Nullable Instant snapshotTime);

    public abstract Builder setProbabilityOver(@Nullable Double probabilityOver);

    public abstract Builder setMarketProbabilityOver(@Nullable Double marketProbabilityOver);

    public abstract Builder setRecommendation(Recommendation recommendation);

    public abstract Builder setExpectedValue(@Nullable Double expectedValue);

    public abstract Builder setStake(@Nullable Double stake);

    public abstract Builder setReasons(List<String> reasons);

    public abstract Builder setQualityFlags(List<String> qualityFlags);

    public abstract Builder setAsOf(Instant asOf);

    public abstract Builder setSystems(List<String> systems);

    public abstract Builder setMeans(List<Double> means);

    public abstract Builder setChances(List<Double> chances);

    public abstract Builder setCalls(List<String> calls);

    public abstract PublishedProp build();
  }
}
