package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import java.util.List;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.joda.time.Instant;

/**
 * How the market's word on one prop moved until the tip: its state from each time on at which it
 * changed.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class LineMovement {
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
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three together")
  public abstract Market getMarket();

  @SchemaFieldDescription("When the word changed, UTC, the earliest first")
  public abstract List<Instant> getTimes();

  @SchemaFieldDescription("Median of the books' main lines from then on, in units of the market")
  public abstract List<Double> getLines();

  @SchemaFieldDescription("The offered line nearest to it, in units of the market")
  public abstract List<Double> getOffered();

  @SchemaFieldDescription(
      "The market's chance of more than the offered line given no push, without the margin, 0 to 1")
  public abstract List<Double> getChances();

  @SchemaFieldDescription("How many books had a main line")
  public abstract List<Long> getBooks();

  public static Builder builder() {
    return new AutoValue_LineMovement.Builder();
  }

  /** Builds a {@link LineMovement}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setGameId(String gameId);

    public abstract Builder setTipTime(Instant tipTime);

    public abstract Builder setPlayer(PlayerKey player);

    public abstract Builder setPlayerName(String playerName);

    public abstract Builder setMarket(Market market);

    public abstract Builder setTimes(List<Instant> times);

    public abstract Builder setLines(List<Double> lines);

    public abstract Builder setOffered(List<Double> offered);

    public abstract Builder setChances(List<Double> chances);

    public abstract Builder setBooks(List<Long> books);

    public abstract LineMovement build();
  }
}
