package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A column of a slate held against the same column of up to 30 slates before it in the season. Not
 * stored: it would hang on the order in which slates are filled.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ColumnDrift {
  @SchemaFieldDescription("Date of the slate")
  public abstract GameDay getGameDate();

  @SchemaFieldDescription("Dataset and table, nba_precompute.ml_feature_store for instance")
  public abstract String getTableName();

  @SchemaFieldDescription("Name of the column")
  public abstract String getColumnName();

  @SchemaFieldDescription("How many rows the table has of the slate")
  public abstract int getRowCount();

  @SchemaFieldDescription("How many slates before have the table, at most thirty")
  public abstract int getSlatesBefore();

  @SchemaFieldDescription("How many of them have a mean of the column")
  public abstract int getMeansBefore();

  @SchemaFieldDescription("Mean of the numbers; absent where there is none")
  public abstract @Nullable Double getMean();

  @SchemaFieldDescription("Mean of the slates' means; absent where no slate before has one")
  public abstract @Nullable Double getMeanBefore();

  @SchemaFieldDescription(
      "How many standard deviations of their means lie between; absent where they do not vary")
  public abstract @Nullable Double getMeanShift();

  @SchemaFieldDescription("Share of the rows without a value, 0 to 1")
  public abstract double getNullShare();

  @SchemaFieldDescription("Mean of the slates' shares; absent where there is no slate before")
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
