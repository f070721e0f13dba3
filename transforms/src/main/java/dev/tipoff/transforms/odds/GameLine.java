package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Spread, total and moneylines of a game as one source gave them. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameLine {
  public abstract GameDay getGameDate();

  public abstract TeamCode getHome();

  public abstract TeamCode getAway();

  public abstract String getSource();

  /** The source's own id; empty where it has none. */
  public abstract String getEventId();

  /** Points added to the home side; negative when it is favoured. */
  public abstract @Nullable Double getHomeSpread();

  /** Points of both teams together. */
  public abstract @Nullable Double getTotal();

  /** American odds, possibly an average over books, which is no price. */
  public abstract @Nullable Double getHomeMoneyline();

  /** As for the home side. */
  public abstract @Nullable Double getAwayMoneyline();

  /** The tip-off as the source had it. */
  public abstract @Nullable Instant getCommenceTime();

  /** The NBA's id; empty where the source does not say. */
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
