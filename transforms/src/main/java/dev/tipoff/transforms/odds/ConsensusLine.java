package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Probability;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.joda.time.Instant;

/**
 * What the market says of one player and stat at one time: each book's latest main line, their
 * median, and the line that the most central books offer. Made by {@link Consensus}.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ConsensusLine {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  public abstract Instant getTipTime();

  public abstract PlayerKey getPlayer();

  public abstract String getPlayerName();

  public abstract Market getMarket();

  /** The feeds it comes from, joined by "+" in alphabetical order. */
  public abstract String getSources();

  /** Median of the books' main lines: a statistic, which no book needs to offer. */
  public abstract double getMedian();

  /** Mean of the books' main lines. */
  public abstract double getMean();

  /**
   * Mean over the books of where each sees the middle: its main line, moved by what its prices lean
   * to one side, as of a normal distribution that spreads as is usual for such a line.
   */
  public abstract double getPriceAdjusted();

  /** The offered line nearest to the median; on a tie the one more books offer, then the lower. */
  public abstract Line getLine();

  /** The offers at {@link #getLine}, by bookmaker; never empty. */
  public abstract List<PropLine> getOffers();

  /** How many books have a main line. */
  public abstract int getBooks();

  /** De-vigged chance of the over given no push, the mean over the offers. */
  public abstract Probability getProbabilityOver();

  /** The latest snapshot among the offers. */
  public abstract Instant getSnapshotTime();

  /** What tells the line apart from others of its slate. */
  public String key() {
    return key(getGameId(), getPlayer(), getMarket());
  }

  /** The key of the line on a player's stat in a game. */
  public static String key(String gameId, PlayerKey player, Market market) {
    return gameId + "|" + player.getId() + "|" + market;
  }

  public static Builder builder() {
    return new AutoValue_ConsensusLine.Builder();
  }

  /** Builds a {@link ConsensusLine}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setTipTime(Instant tipTime);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setMarket(Market market);

    public abstract Builder setSources(String sources);

    public abstract Builder setMedian(double median);

    public abstract Builder setMean(double mean);

    public abstract Builder setPriceAdjusted(double priceAdjusted);

    public abstract Builder setLine(Line line);

    public abstract Builder setOffers(List<PropLine> offers);

    public abstract Builder setBooks(int books);

    public abstract Builder setProbabilityOver(Probability probabilityOver);

    public abstract Builder setSnapshotTime(Instant snapshotTime);

    public abstract ConsensusLine build();
  }
}
