package dev.tipoff.transforms.monitoring;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/** How a system's chances compare with what came in a week. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class WeeklyCalibration {
  @SchemaFieldDescription("First day, a Monday, of the week")
  public abstract GameDay getWeek();

  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription("Number of chances of an over that won or lost")
  public abstract long getChances();

  @SchemaFieldDescription("Their mean, 0 to 1")
  public abstract double getMeanChance();

  @SchemaFieldDescription("How often the over came, 0 to 1")
  public abstract double getOverShare();

  @SchemaFieldDescription("Mean Brier score of them, 0 to 1")
  public abstract double getBrier();

  @SchemaFieldDescription("That of the market on the same rows; absent without any")
  public abstract @Nullable Double getMarketBrier();
}
