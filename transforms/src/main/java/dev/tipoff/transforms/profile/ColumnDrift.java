package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A column of a slate held against the same column of up to 30 slates before it in the season. Not
 * stored: it would hang on the order in which slates are filled.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ColumnDrift {
  public abstract GameDay getGameDate();

  public abstract String getTableName();

  public abstract String getColumnName();

  /** The slate's rows. */
  public abstract int getRowCount();

  /** How many slates before have the table. */
  public abstract int getSlatesBefore();

  /** How many of them have a mean of the column. */
  public abstract int getMeansBefore();

  /** Absent where the column is not of numbers, or is empty. */
  public abstract @Nullable Double getMean();

  /** Mean of the slates' means; absent where no slate before has one. */
  public abstract @Nullable Double getMeanBefore();

  /** How many standard deviations of their means lie between; absent where they do not vary. */
  public abstract @Nullable Double getMeanShift();

  /** Share of the rows without a value, 0 to 1. */
  public abstract double getNullShare();

  /** Mean of the slates' shares; absent where there is no slate before. */
  public abstract @Nullable Double getNullShareBefore();

  @SchemaCreate
  public static ColumnDrift create(
      GameDay gameDate,
      String tableName,
      String columnName,
      int rowCount,
      int slatesBefore,
      int meansBefore,
      @Nullable Double mean,
      @Nullable Double meanBefore,
      @Nullable Double meanShift,
      double nullShare,
      @Nullable Double nullShareBefore) {
    return new AutoValue_ColumnDrift(
        gameDate,
        tableName,
        columnName,
        rowCount,
        slatesBefore,
        meansBefore,
        mean,
        meanBefore,
        meanShift,
        nullShare,
        nullShareBefore);
  }
}
