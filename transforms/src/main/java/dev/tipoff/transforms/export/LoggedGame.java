package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One game of a player's season: his box score, and what the {@linkplain LeadSystem lead system}
 * had published of it.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class LoggedGame {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("The NBA's ten-digit id of the game")
  public abstract String getGameId();

  @SchemaFieldDescription("The NBA's id of the player")
  public abstract PlayerKey getPlayer();

  @SchemaFieldDescription("Name of the player as box scores spell it")
  public abstract String getPlayerName();

  @SchemaFieldDescription("Code of the player's team, BOS for instance")
  public abstract TeamCode getTeam();

  @SchemaFieldDescription("Code of the other team, BOS for instance")
  public abstract TeamCode getOpponent();

  @SchemaFieldDescription("Whether the player's team was at home")
  public abstract boolean getHome();

  @SchemaFieldDescription("Whether he played")
  public abstract boolean getPlayed();

  @SchemaFieldDescription(
      "The official reason why he did not play; absent where he played or none is given")
  public abstract @Nullable String getReason();

  @SchemaFieldDescription(
      "Whether he started; absent where he did not play or the source does not say")
  public abstract @Nullable Boolean getStarter();

  @SchemaFieldDescription("Whether his team won; absent until the schedule has the final score")
  public abstract @Nullable Boolean getWin();

  @SchemaFieldDescription("Minutes played; absent where he did not play")
  public abstract @Nullable Double getMinutes();

  @SchemaFieldDescription("Points scored; absent where he did not play")
  public abstract @Nullable Integer getPoints();

  @SchemaFieldDescription("Rebounds; absent where he did not play")
  public abstract @Nullable Integer getRebounds();

  @SchemaFieldDescription("Assists; absent where he did not play")
  public abstract @Nullable Integer getAssists();

  @SchemaFieldDescription("The line of points that was published; absent without one")
  public abstract @Nullable Double getPointsLine();

  @SchemaFieldDescription(
      "Mean of the forecast of points before the game; absent where none was published")
  public abstract @Nullable Double getPointsMean();

  @SchemaFieldDescription("Lower end of the middle 80 % of it; absent likewise or for a point")
  public abstract @Nullable Double getPointsLow();

  @SchemaFieldDescription("Upper end of it; absent likewise")
  public abstract @Nullable Double getPointsHigh();

  @SchemaFieldDescription("Its chance of the over given no push, 0 to 1; absent without a line")
  public abstract @Nullable Double getPointsChance();

  @SchemaFieldDescription(
      "What became of the recommendation: WIN, LOSS, PUSH, VOID, NO_BET or NO_LINE; absent where none was published")
  public abstract @Nullable Outcome getPointsOutcome();

  @SchemaFieldDescription("The line of rebounds that was published; absent without one")
  public abstract @Nullable Double getReboundsLine();

  @SchemaFieldDescription(
      "Mean of the forecast of rebounds before the game; absent where none was published")
  public abstract @Nullable Double getReboundsMean();

  @SchemaFieldDescription("Lower end of the middle 80 % of it; absent likewise or for a point")
  public abstract @Nullable Double getReboundsLow();

  @SchemaFieldDescription("Upper end of it; absent likewise")
  public abstract @Nullable Double getReboundsHigh();

  @SchemaFieldDescription("Its chance of the over given no push, 0 to 1; absent without a line")
  public abstract @Nullable Double getReboundsChance();

  @SchemaFieldDescription(
      "What became of the recommendation: WIN, LOSS, PUSH, VOID, NO_BET or NO_LINE; absent where none was published")
  public abstract @Nullable Outcome getReboundsOutcome();

  @SchemaFieldDescription("The line of assists that was published; absent without one")
  public abstract @Nullable Double getAssistsLine();

  @SchemaFieldDescription(
      "Mean of the forecast of assists before the game; absent where none was published")
  public abstract @Nullable Double getAssistsMean();

  @SchemaFieldDescription("Lower end of the middle 80 % of it; absent likewise or for a point")
  public abstract @Nullable Double getAssistsLow();

  @SchemaFieldDescription("Upper end of it; absent likewise")
  public abstract @Nullable Double getAssistsHigh();

  @SchemaFieldDescription("Its chance of the over given no push, 0 to 1; absent without a line")
  public abstract @Nullable Double getAssistsChance();

  @SchemaFieldDescription(
      "What became of the recommendation: WIN, LOSS, PUSH, VOID, NO_BET or NO_LINE; absent where none was published")
  public abstract @Nullable Outcome getAssistsOutcome();

  @SchemaFieldDescription(
      "The line of points, rebounds and assists together that was published; absent without one")
  public abstract @Nullable Double getPraLine();

  @SchemaFieldDescription(
      "Mean of the forecast of points, rebounds and assists together before the game; absent where none was published")
  public abstract @Nullable Double getPraMean();

  @SchemaFieldDescription("Lower end of the middle 80 % of it; absent likewise or for a point")
  public abstract @Nullable Double getPraLow();

  @SchemaFieldDescription("Upper end of it; absent likewise")
  public abstract @Nullable Double getPraHigh();

  @SchemaFieldDescription("Its chance of the over given no push, 0 to 1; absent without a line")
  public abstract @Nullable Double getPraChance();

  @SchemaFieldDescription(
      "What became of the recommendation: WIN, LOSS, PUSH, VOID, NO_BET or NO_LINE; absent where none was published")
  public abstract @Nullable Outcome getPraOutcome();

  public static Builder builder() {
    return new AutoValue_LoggedGame.Builder();
  }

  /** Builds a {@link LoggedGame}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setTeam(TeamCode team);

    public abstract Builder setOpponent(TeamCode opponent);

    public abstract Builder setHome(boolean home);

    public abstract Builder setPlayed(boolean played);

    public abstract Builder setReason(@Nullable String reason);

    public abstract Builder setStarter(@Nullable Boolean starter);

    public abstract Builder setWin(@Nullable Boolean win);

    public abstract Builder setMinutes(@Nullable Double minutes);

    public abstract Builder setPoints(@Nullable Integer points);

    public abstract Builder setRebounds(@Nullable Integer rebounds);

    public abstract Builder setAssists(@Nullable Integer assists);

    public abstract Builder setPointsLine(@Nullable Double pointsLine);

    public abstract Builder setPointsMean(@Nullable Double pointsMean);

    public abstract Builder setPointsLow(@Nullable Double pointsLow);

    public abstract Builder setPointsHigh(@Nullable Double pointsHigh);

    public abstract Builder setPointsChance(@Nullable Double pointsChance);

    public abstract Builder setPointsOutcome(@Nullable Outcome pointsOutcome);

    public abstract Builder setReboundsLine(@Nullable Double reboundsLine);

    public abstract Builder setReboundsMean(@Nullable Double reboundsMean);

    public abstract Builder setReboundsLow(@Nullable Double reboundsLow);

    public abstract Builder setReboundsHigh(@Nullable Double reboundsHigh);

    public abstract Builder setReboundsChance(@Nullable Double reboundsChance);

    public abstract Builder setReboundsOutcome(@Nullable Outcome reboundsOutcome);

    public abstract Builder setAssistsLine(@Nullable Double assistsLine);

    public abstract Builder setAssistsMean(@Nullable Double assistsMean);

    public abstract Builder setAssistsLow(@Nullable Double assistsLow);

    public abstract Builder setAssistsHigh(@Nullable Double assistsHigh);

    public abstract Builder setAssistsChance(@Nullable Double assistsChance);

    public abstract Builder setAssistsOutcome(@Nullable Outcome assistsOutcome);

    public abstract Builder setPraLine(@Nullable Double praLine);

    public abstract Builder setPraMean(@Nullable Double praMean);

    public abstract Builder setPraLow(@Nullable Double praLow);

    public abstract Builder setPraHigh(@Nullable Double praHigh);

    public abstract Builder setPraChance(@Nullable Double praChance);

    public abstract Builder setPraOutcome(@Nullable Outcome praOutcome);

    public abstract LoggedGame build();
  }
}
