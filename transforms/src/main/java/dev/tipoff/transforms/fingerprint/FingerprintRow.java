package dev.tipoff.transforms.fingerprint;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** One row of the fingerprint statement: what one of its branches says of one day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class FingerprintRow {
  /** Which kind of branch a row comes from. */
  public enum Branch {
    /** A source's rows of a day: how many, and the XOR of their hashes. */
    SOURCE,
    /** The inputs of the slate's last run, if that run was completed. */
    LAST_RUN,
    /** The rows of each table that the last completed run of another phase wrote. */
    EXPECTED,
    /** A game of which a system's predictions as of a time are published. */
    PUBLISHED
  }

  public abstract Branch getBranch();

  /** The source's table, the pipeline, or the game's id. */
  public abstract String getSource();

  public abstract GameDay getGameDate();

  public abstract long getRowCount();

  /** XOR of the rows' 64-bit hashes. */
  public abstract long getRowHashes();

  /** What a run recorded, or the system that predicted; absent in other branches. */
  public abstract @Nullable String getRecorded();

  /** The time that a game's predictions are as of; absent in other branches. */
  public abstract @Nullable Instant getAsOf();

  @SchemaCreate
  public static FingerprintRow create(
      Branch branch,
      String source,
      GameDay gameDate,
      long rowCount,
      long rowHashes,
      @Nullable String recorded,
      @Nullable Instant asOf) {
    return new AutoValue_FingerprintRow(
        branch, source, gameDate, rowCount, rowHashes, recorded, asOf);
  }

  /** A source's rows of a day. */
  public static FingerprintRow source(String source, GameDay day, long rowCount, long hash) {
    return create(Branch.SOURCE, source, day, rowCount, hash, null, null);
  }
}
