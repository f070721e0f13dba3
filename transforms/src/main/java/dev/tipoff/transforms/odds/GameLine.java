package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Spread, total and moneylines of a game as one source gave them. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameLine {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Code of the home team, BOS for instance")
  public abstract TeamCode getHome();

  @SchemaFieldDescription("Code of the visiting team, BOS for instance")
  public abstract TeamCode getAway();

  @SchemaFieldDescription("Id of the feed that the row is from")
  public abstract String getSource();

  @SchemaFieldDescription("The source's own id of the game; empty where it has none")
  public abstract String getEventId();

  @SchemaFieldDescription(
      "Points added to the home team; negative when it is favoured; absent where not " + "offered")
  public abstract @Nullable Double getHomeSpread();

  @SchemaFieldDescription("Line of the points of both teams together; absent where not offered")
  public abstract @Nullable Double getTotal();

  @SchemaFieldDescription(
      "American odds of the home team, possibly an average over books, which is no price; "
          + "absent where not offered")
  public abstract @Nullable Double getHomeMoneyline();

  @SchemaFieldDescription(
      "American odds of the visiting team, possibly an average over books, which is no "
          + "price; absent where not offered")
  public abstract @Nullable Double getAwayMoneyline();

  @SchemaFieldDescription("Tip-off as the source had it, UTC; absent where it does not say")
  public abstract @Nullable Instant getCommenceTime();

  @SchemaFieldDescription("The NBA's ten-digit id of the game; empty where the source does not say")
  public abstract String getGameId();

  public static Builder builder() {
    return new AutoValue_GameLine.Builder();
  }

  /** Builds a {@link GameLine}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setHome(TeamCode home);

    public abstract Builder setAway(TeamCode away);

    public abstract Builder setSource(String source);

    public abstract Builder setEventId(String eventId);

    public abstract Builder setHomeSpread(@Nullable Double homeSpread);

    public abstract Builder setTotal(@Nullable Double total);

    public abstract Builder setHomeMoneyline(@Nullable Double homeMoneyline);

    public abstract Builder setAwayMoneyline(@Nullable Double awayMoneyline);

    public abstract Builder setCommenceTime(@Nullable Instant commenceTime);

    public abstract Builder setGameId(String gameId);

    public abstract GameLine build();
  }
}
