package dev.tipoff.transforms.ledger;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A slate with scheduled games, which has to be predicted before its first tip and graded. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ExpectedSlate {
  public abstract GameDay getGameDate();

  public abstract long getGames();

  /** Absent as long as no line states a tip. */
  public abstract @Nullable Instant getFirstTip();

  @SchemaCreate
  public static ExpectedSlate create(GameDay gameDate, long games, @Nullable Instant firstTip) {
    return new AutoValue_ExpectedSlate(gameDate, games, firstTip);
  }
}
