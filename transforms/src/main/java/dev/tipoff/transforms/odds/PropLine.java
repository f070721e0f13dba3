package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A player prop that can be bet and graded: what a named book offered on a known player in a known
 * game at a time before its tip.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PropLine {
  @SchemaFieldDescription("Id of the feed that the row is from")
  public abstract String getSource();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The earliest tip-off that any feed stated for the game, UTC")
  public abstract Instant getTipTime();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three " + "together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Id of the book that made the offer")
  public abstract String getBookmaker();

  @SchemaFieldDescription("The book's line, in units of the market")
  public abstract Line getLine();

  @SchemaFieldDescription("American odds of the over")
  public abstract AmericanOdds getOverOdds();

  @SchemaFieldDescription("American odds of the under")
  public abstract AmericanOdds getUnderOdds();

  @SchemaFieldDescription(
      "Whether the feed marks it as the book's main line; absent where it marks " + "none")
  public abstract @Nullable Boolean getMain();

  @SchemaFieldDescription("When the line stood, before the tip, UTC")
  public abstract Instant getSnapshotTime();

  public abstract Builder toBuilder();

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
