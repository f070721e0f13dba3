package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A player prop as a feed stated it: one book's line with both prices at one time. The player and
 * the game are still the feed's own words; {@link ResolveLines} turns them into a {@link PropLine}.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class RawPropLine {
  @SchemaFieldDescription("Id of the feed that the row is from")
  public abstract String getSource();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The feed's id of the game")
  public abstract String getEventId();

  @SchemaFieldDescription("Code of the home team, BOS for instance")
  public abstract TeamCode getHome();

  @SchemaFieldDescription("Code of the visiting team, BOS for instance")
  public abstract TeamCode getAway();

  @SchemaFieldDescription("Id of the book that made the offer")
  public abstract String getBookmaker();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three " + "together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Name of the player as the feed spells it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("The NBA's id of the player; absent where the feed gives only a name")
  public abstract @Nullable PlayerKey getPlayer();

  @SchemaFieldDescription("The book's line, in units of the market")
  public abstract Line getLine();

  @SchemaFieldDescription("American odds of the over")
  public abstract AmericanOdds getOverOdds();

  @SchemaFieldDescription("American odds of the under")
  public abstract AmericanOdds getUnderOdds();

  @SchemaFieldDescription(
      "Whether the feed marks it as the book's main line; absent where it marks " + "none")
  public abstract @Nullable Boolean getMain();

  @SchemaFieldDescription("When the line stood, UTC")
  public abstract Instant getSnapshotTime();

  @SchemaFieldDescription("Tip-off as the feed had it, UTC; absent where it does not say")
  public abstract @Nullable Instant getCommenceTime();

  public static Builder builder() {
    return new AutoValue_RawPropLine.Builder();
  }

  /** Builds a {@link RawPropLine}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setHome(TeamCode home);

    public abstract Builder setAway(TeamCode away);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setMarket(Market market);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setPlayer(@Nullable PlayerKey player);

    public abstract Builder setLine(Line line);

    public abstract Builder setOverOdds(AmericanOdds overOdds);

    public abstract Builder setUnderOdds(AmericanOdds underOdds);

    public abstract Builder setMain(@Nullable Boolean main);

    public abstract Builder setSnapshotTime(Instant snapshotTime);

    public abstract Builder setCommenceTime(@Nullable Instant commenceTime);

    public abstract RawPropLine build();
  }
}
