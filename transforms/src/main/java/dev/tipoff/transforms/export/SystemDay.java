package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Settled bets of one system on one slate, of all markets, at one unit a bet. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SystemDay {
  @SchemaFieldDescription("Date of the slate: the day in New York at the tip-off")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription("Number of settled bets, pushes included")
  public abstract int getBets();

  @SchemaFieldDescription("Number of bets won")
  public abstract int getWins();

  @SchemaFieldDescription("Number of bets lost")
  public abstract int getLosses();

  @SchemaFieldDescription("Number of bets returned because the stat landed on the line")
  public abstract int getPushes();

  @SchemaFieldDescription("Units won, at one unit a bet")
  public abstract double getProfit();

  @SchemaFieldDescription("Number of bets of which a later line was seen")
  public abstract int getClosingLines();

  @SchemaFieldDescription("Sum of their closing line values, in units; absent without any")
  public abstract @Nullable Double getClvSum();
}
