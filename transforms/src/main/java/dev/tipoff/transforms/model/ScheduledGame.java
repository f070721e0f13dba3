package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A game of the schedule, with its final score once it is played. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ScheduledGame {
  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription(
      "The NBA's ten-digit id of the game; its day and teams, 20310110-MIABOS, where no source says")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Code of the home team, BOS for instance")
  public abstract TeamCode getHome();

  @SchemaFieldDescription("Code of the visiting team, BOS for instance")
  public abstract TeamCode getAway();

  @SchemaFieldDescription("Final points of the home team; absent until the game is final")
  public abstract @Nullable Integer getHomePoints();

  @SchemaFieldDescription("Final points of the visiting team; absent until the game is final")
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
