package dev.tipoff.transforms.analytics;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What is known before the tip of a team in a scheduled game: see {@link ExpectTeams}. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class UpcomingTeamContext {
  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription(
      "The NBA's ten-digit id of the game; its day and teams, 20310110-MIABOS, where no "
          + "source says")
  public abstract String getGameId();

  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Code of the team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription(
      "Days since the last game of the season; 1 on the day after it; absent for the "
          + "first game of a season")
  public abstract @Nullable Integer getDaysRest();

  @SchemaFieldDescription("Whether it played the day before; absent for the first game of a season")
  public abstract @Nullable Boolean getBackToBack();

  @SchemaFieldDescription("Games in the seven days before the slate")
  public abstract int getGamesLast7Days();

  @SchemaFieldDescription("Games in the fourteen days before the slate")
  public abstract int getGamesLast14Days();

  @SchemaFieldDescription("Days since the opponent's last game of the season; absent for its first")
  public abstract @Nullable Integer getOpponentDaysRest();

  @SchemaFieldDescription("Days of rest minus the opponent's; absent where either is")
  public abstract @Nullable Integer getRestDifference();

  @SchemaFieldDescription(
      "Points added to the team: negative when it is favoured; absent where nobody "
          + "offers a line")
  public abstract @Nullable Double getSpread();

  @SchemaFieldDescription(
      "Line of the points of both teams together; absent where nobody offers a line")
  public abstract @Nullable Double getTotal();

  @SchemaFieldDescription(
      "Points that the market expects of the team: (total - spread) / 2; absent without both")
  public abstract @Nullable Double getImpliedPoints();

  @SchemaFieldDescription(
      "Id of the feed that spread and total are from; absent where nobody offers a line")
  public abstract @Nullable String getLineSource();

  @SchemaFieldDescription(
      "Great-circle miles from the arena of the team's last game of the season; absent "
          + "for the first, and to and from a neutral floor")
  public abstract @Nullable Double getTravelMiles();

  @SchemaFieldDescription(
      "Hours that clocks are ahead of those at the team's last game of the season, "
          + "negative to the west; absent where travel_miles is")
  public abstract @Nullable Integer getTimeZonesCrossed();

  public static Builder builder() {
    return new AutoValue_UpcomingTeamContext.Builder();
  }

  /** Builds a {@link UpcomingTeamContext}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setDaysRest(@Nullable Integer daysRest);

    public abstract Builder setBackToBack(@Nullable Boolean backToBack);

    public abstract Builder setGamesLast7Days(int gamesLast7Days);

    public abstract Builder setGamesLast14Days(int gamesLast14Days);

    public abstract Builder setOpponentDaysRest(@Nullable Integer opponentDaysRest);

    public abstract Builder setRestDifference(@Nullable Integer restDifference);

    public abstract Builder setSpread(@Nullable Double spread);

    public abstract Builder setTotal(@Nullable Double total);

    public abstract Builder setImpliedPoints(@Nullable Double impliedPoints);

    public abstract Builder setLineSource(@Nullable String lineSource);

    public abstract Builder setTravelMiles(@Nullable Double travelMiles);

    public abstract Builder setTimeZonesCrossed(@Nullable Integer timeZonesCrossed);

    public abstract UpcomingTeamContext build();
  }
}
