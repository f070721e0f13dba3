package dev.tipoff.transforms.fingerprint;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;

/** One row of the fingerprint statement: what one of its branches says of one day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FingerprintRow {
  /** Which kind of branch a row comes from. */
  public enum Branch {
    /** A source's rows of a day: how many, and the XOR of their hashes. */
    SOURCE,
    /** What an input of the last run was, if that run was completed. */
    LAST_RUN,
    /** A game of which predictions are published. */
    PUBLISHED
  }

  public abstract Branch getBranch();

  /** The source's table, the input's name, or the game's id. */
  public abstract String getSource();

  public abstract GameDay getGameDate();

  public abstract long getRowCount();

  /** XOR of the rows' 64-bit hashes. */
  public abstract long getRowHashes();

  /** What the last run recorded; absent in other branches. */
  public abstract @Nullable String getRecorded();

  @SchemaCreate
  public static FingerprintRow create(
      Branch branch,
      String source,
      GameDay gameDate,
      long rowCount,
      long rowHashes,
      @Nullable String recorded) {
    return new AutoValue_FingerprintRow(branch, source, gameDate, rowCount, rowHashes, recorded);
  }

  /** A source's rows of a day. */
  public static FingerprintRow source(String source, GameDay day, long rowCount, long hash) {
    return create(Branch.SOURCE, source, day, rowCount, hash, null);
  }

  FingerprintRow at(GameDay slate) {
    return create(getBranch(), getSource(), slate, getRowCount(), getRowHashes(), getRecorded());
  }
}
