package dev.tipoff.transforms.export;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.systems.SystemKind;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How often overs came to which a system gave about the same chance: a point of a reliability
 * diagram.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ChanceBin {
  @SchemaFieldDescription("Id of the prediction system")
  public abstract String getSystemId();

  @SchemaFieldDescription(
      "Kind of the system: BLIND never sees the line, MARKET_AWARE does, BASELINE and MARKET are yardsticks")
  public abstract SystemKind getKind();

  @SchemaFieldDescription(
      "What is counted: POINTS, REBOUNDS, ASSISTS or PRA, which is all three together")
  public abstract Market getMarket();

  @SchemaFieldDescription("Which tenth of the chances, 1 to 10")
  public abstract int getBin();

  @SchemaFieldDescription("Number of chances of an over that won or lost")
  public abstract int getChances();

  @SchemaFieldDescription("Their mean, 0 to 1")
  public abstract double getMeanChance();

  @SchemaFieldDescription("How often the over came, 0 to 1")
  public abstract double getOverShare();

  @SchemaFieldDescription(
      "Half the 95 % interval of the share, slates drawn, 0 to 1; absent for one slate")
  public abstract @Nullable Double getHalf();
}
