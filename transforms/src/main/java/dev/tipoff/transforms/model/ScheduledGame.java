package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A game of the schedule, with its final score once it is played. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ScheduledGame {
  /** Label such as "2023-24". */
  public abstract String getSeason();

  public abstract SeasonType getSeasonType();

  public abstract String getGameId();

  public abstract GameDay getGameDate();

  public abstract TeamCode getHome();

  public abstract TeamCode getAway();

  /** Absent until the game is final. */
  public abstract @Nullable Integer getHomePoints();

  /** Absent until the game is final. */
  public abstract @Nullable Integer getAwayPoints();

  public boolean isFinal() {
    return getHomePoints() != null && getAwayPoints() != null;
  }

  public boolean involves(TeamCode team) {
    return getHome() == team || getAway() == team;
  }

  public static Builder builder() {
    return new AutoValue_ScheduledGame.Builder();
  }

  /** Builds a {@link ScheduledGame}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setHome(TeamCode home);

    public abstract Builder setAway(TeamCode away);

    public abstract Builder setHomePoints(@Nullable Integer homePoints);

    public abstract Builder setAwayPoints(@Nullable Integer awayPoints);

    public abstract ScheduledGame build();
  }
}
