package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** One book's spread, total or moneyline of a game at one time. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FeedGameLine {
  @SchemaFieldDescription("Id of the source in the catalogue, bdl_games for instance")
  public abstract String getSource();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The source's own id of the game")
  public abstract String getEventId();

  @SchemaFieldDescription("Code of the home team, BOS for instance")
  public abstract TeamCode getHome();

  @SchemaFieldDescription("Code of the visiting team, BOS for instance")
  public abstract TeamCode getAway();

  @SchemaFieldDescription("Id of the book that made the offer")
  public abstract String getBookmaker();

  @SchemaFieldDescription("SPREAD, TOTAL or MONEYLINE")
  public abstract GameMarket getMarket();

  @SchemaFieldDescription(
      "Points added to the home team (SPREAD) or the points of both teams (TOTAL); absent for MONEYLINE")
  public abstract @Nullable Double getLine();

  @SchemaFieldDescription("American odds of the home team, or of the over")
  public abstract AmericanOdds getHomeOdds();

  @SchemaFieldDescription("American odds of the visiting team, or of the under")
  public abstract AmericanOdds getAwayOdds();

  @SchemaFieldDescription("When the line stood, UTC")
  public abstract Instant getSnapshotTime();

  @SchemaFieldDescription("Tip-off as the source had it, UTC; absent where the source does not say")
  public abstract @Nullable Instant getCommenceTime();

  public static Builder builder() {
    return new AutoValue_FeedGameLine.Builder();
  }

  /** Builds a {@link FeedGameLine}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setHome(TeamCode home);

    public abstract Builder setAway(TeamCode away);

    public abstract Builder setBookmaker(String bookmaker);

    public abstract Builder setMarket(GameMarket market);

    public abstract Builder setLine(@Nullable Double line);

    public abstract Builder setHomeOdds(AmericanOdds homeOdds);

    public abstract Builder setAwayOdds(AmericanOdds awayOdds);

    public abstract Builder setSnapshotTime(Instant snapshotTime);

    public abstract Builder setCommenceTime(@Nullable Instant commenceTime);

    public abstract FeedGameLine build();
  }
}
