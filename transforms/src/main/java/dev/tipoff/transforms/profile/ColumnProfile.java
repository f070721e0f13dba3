package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one column of a table holds on one slate. A cell has no value if it is null, an empty text,
 * an empty list or NaN. Flags count as numbers, true as 1.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ColumnProfile {
  @SchemaFieldDescription("Date of the slate")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Season label such as 2023-24")
  public abstract String getSeason();

  @SchemaFieldDescription("Dataset and table, nba_precompute.ml_feature_store for instance")
  public abstract String getTableName();

  @SchemaFieldDescription("Name of the column")
  public abstract String getColumnName();

  @SchemaFieldDescription("How many rows the table has of the slate")
  public abstract int getRowCount();

  @SchemaFieldDescription("How many rows have no value: null, an empty text or list, or NaN")
  public abstract int getNullCount();

  @SchemaFieldDescription("Share of the rows that have no value, 0 to 1")
  public abstract double getNullShare();

  @SchemaFieldDescription("How many different values there are")
  public abstract int getDistinctCount();

  @SchemaFieldDescription("The value as text where all rows that have one agree; absent otherwise")
  public abstract @Nullable String getOnlyValue();

  @SchemaFieldDescription("Least number; absent where there is none")
  public abstract @Nullable Double getMinValue();

  @SchemaFieldDescription("Greatest number; absent where there is none")
  public abstract @Nullable Double getMaxValue();

  @SchemaFieldDescription(
      "Mean of the numbers; absent where there is none, or the sum is beyond a double")
  public abstract @Nullable Double getMean();

  @SchemaFieldDescription(
      "Sample standard deviation of the numbers; absent where there are fewer than two, or it is"
          + " beyond a double")
  public abstract @Nullable Double getSd();

  /** How many rows have a value. */
  public int valueCount() {
    return getRowCount() - getNullCount();
  }

  public static Builder builder() {
    return new AutoValue_ColumnProfile.Builder();
  }

  /** Builds a {@link ColumnProfile}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setSeason(String season);

    public abstract Builder setTableName(String tableName);

    public abstract Builder setColumnName(String columnName);

    public abstract Builder setRowCount(int rowCount);

    public abstract Builder setNullCount(int nullCount);

    public abstract Builder setNullShare(double nullShare);

    public abstract Builder setDistinctCount(int distinctCount);

    public abstract Builder setOnlyValue(@Nullable String onlyValue);

    public abstract Builder setMinValue(@Nullable Double minValue);

    public abstract Builder setMaxValue(@Nullable Double maxValue);

    public abstract Builder setMean(@Nullable Double mean);

    public abstract Builder setSd(@Nullable Double sd);

    public abstract ColumnProfile build();
  }
}
