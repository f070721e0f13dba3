package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * One player in one game of a slate: who he plays for and against, and where; and beside that what
 * was known of the game before its tip. Analytics fills all of it; a context that only says who and
 * where is enough for features that come from box scores.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameContext {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Part of the season: REGULAR, CUP_FINAL, PLAYIN or PLAYOFFS")
  public abstract SeasonType getSeasonType();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team is at home")
  public abstract boolean getHome();

  @SchemaFieldDescription(
      "Days from his latest game of the season to this one; absent before his first")
  public abstract @Nullable Integer getDaysRest();

  @SchemaFieldDescription(
      "Whether he played the day before; absent before his first game of the season")
  public abstract @Nullable Boolean getBackToBack();

  @SchemaFieldDescription("Games that he played in the 7 days before")
  public abstract @Nullable Integer getGamesLast7Days();

  @SchemaFieldDescription("Games that he played in the 14 days before")
  public abstract @Nullable Integer getGamesLast14Days();

  @SchemaFieldDescription("Minutes that he played in the 7 days before")
  public abstract @Nullable Double getMinutesLast7Days();

  @SchemaFieldDescription("Minutes that he played in the 14 days before")
  public abstract @Nullable Double getMinutesLast14Days();

  @SchemaFieldDescription(
      "What the newest report before the tip says of him: OUT, DOUBTFUL, QUESTIONABLE, PROBABLE, AVAILABLE or DAY_TO_DAY; absent where it does not name him, or there is none")
  public abstract @Nullable InjuryStatus getInjuryStatus();

  @SchemaFieldDescription(
      "Injury or other reason, in the words of the report; absent where it does not name him")
  public abstract @Nullable String getInjuryReason();

  @SchemaFieldDescription(
      "When the newest report that covers his team was published, UTC; absent where none is known")
  public abstract @Nullable Instant getReportTime();

  @SchemaFieldDescription("Source of that report; absent where none is known")
  public abstract @Nullable String getReportSource();

  @SchemaFieldDescription(
      "How many of his team's rotation are out by that report, he himself aside; absent where none is known")
  public abstract @Nullable Integer getTeammatesOut();

  @SchemaFieldDescription(
      "Bookmaker of the two points lines; absent where the pinned books offer none")
  public abstract @Nullable String getLineBook();

  @SchemaFieldDescription("The book's first line on his points; absent where it offers none")
  public abstract @Nullable Double getOpeningLine();

  @SchemaFieldDescription(
      "The book's newest line on his points before the tip; absent where it offers none")
  public abstract @Nullable Double getCurrentLine();

  @SchemaFieldDescription("When that line was seen, UTC; absent where there is none")
  public abstract @Nullable Instant getLineTime();

  @SchemaFieldDescription(
      "Points that his team is expected to lose by: -5.5 for a favourite; absent without a game line")
  public abstract @Nullable Double getSpread();

  @SchemaFieldDescription(
      "Points that both teams are expected to score; absent without a game line")
  public abstract @Nullable Double getTotal();

  @SchemaFieldDescription(
      "Great-circle miles from the arena of the team's latest game of the season to this one's; absent before its first")
  public abstract @Nullable Double getTravelMiles();

  @SchemaFieldDescription(
      "Hours between the clocks of those two arenas; absent before the team's first game")
  public abstract @Nullable Integer getTimeZonesCrossed();

  public abstract Builder toBuilder();

  public static Builder builder() {
    return new AutoValue_GameContext.Builder();
  }

  /** Builds a {@link GameContext}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setSeason(String season);

    public abstract Builder setSeasonType(SeasonType seasonType);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setDaysRest(@Nullable Integer daysRest);

    public abstract Builder setBackToBack(@Nullable Boolean backToBack);

    public abstract Builder setGamesLast7Days(@Nullable Integer gamesLast7Days);

    public abstract Builder setGamesLast14Days(@Nullable Integer gamesLast14Days);

    public abstract Builder setMinutesLast7Days(@Nullable Double minutesLast7Days);

    public abstract Builder setMinutesLast14Days(@Nullable Double minutesLast14Days);

    public abstract Builder setInjuryStatus(@Nullable InjuryStatus injuryStatus);

    public abstract Builder setInjuryReason(@Nullable String injuryReason);

    public abstract Builder setReportTime(@Nullable Instant reportTime);

    public abstract Builder setReportSource(@Nullable String reportSource);

    public abstract Builder setTeammatesOut(@Nullable Integer teammatesOut);

    public abstract Builder setLineBook(@Nullable String lineBook);

    public abstract Builder setOpeningLine(@Nullable Double openingLine);

    public abstract Builder setCurrentLine(@Nullable Double currentLine);

    public abstract Builder setLineTime(@Nullable Instant lineTime);

    public abstract Builder setSpread(@Nullable Double spread);

    public abstract Builder setTotal(@Nullable Double total);

    public abstract Builder setTravelMiles(@Nullable Double travelMiles);

    public abstract Builder setTimeZonesCrossed(@Nullable Integer timeZonesCrossed);

    public abstract GameContext build();
  }
}
