package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A player prop that can be bet and graded: what a named book offered on a known player in a known
 * game at a time before its tip.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PropLine {
  /** The feed. */
  public abstract String getSource();

  public abstract GameDay getGameDate();

  /** The NBA's id. */
  public abstract String getGameId();

  /** The earliest tip-off that any feed stated for the game. */
  public abstract Instant getTipTime();

  public abstract PlayerKey getPlayer();

  /** As box scores spell it. */
  public abstract String getPlayerName();

  public abstract Market getMarket();

  public abstract String getBookmaker();

  public abstract Line getLine();

  public abstract AmericanOdds getOverOdds();

  public abstract AmericanOdds getUnderOdds();

  /** Whether the feed marks it as the book's main line; absent where it marks none. */
  public abstract @Nullable Boolean getMain();

  /** When the line stood; before the tip. */
  public abstract Instant getSnapshotTime();

  public static Builder builder() {
    return new AutoValue_PropLine.Builder();
  }

  /** Builds a {@link PropLine}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setTipTime(Instant tipTime);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setMarket(Market market);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setLine(Line line);

    public abstract Builder setOverOdds(AmericanOdds overOdds);

    public abstract Builder setUnderOdds(AmericanOdds underOdds);

    public abstract Builder setMain(@Nullable Boolean main);

    public abstract Builder setSnapshotTime(Instant snapshotTime);

    public abstract PropLine build();
  }
}
