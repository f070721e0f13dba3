package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A partition that has been written: what a later step can wait on and count. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class StoredPartition {
  public abstract String getTable();

  /** Absent if the table is not split by day. */
  public abstract @Nullable GameDay getGameDate();

  /** Rows written; rows that were stored already and kept are not counted. */
  public abstract long getRows();

  /** How partitions travel between steps. */
  static Coder<StoredPartition> coder() {
    return RowShape.coder(StoredPartition.class);
  }

  @SchemaCreate
  public static StoredPartition of(String table, @Nullable GameDay gameDate, long rows) {
    return new AutoValue_StoredPartition(table, gameDate, rows);
  }
}
