package dev.tipoff.transforms.odds;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.joda.time.Instant;

/** When a scheduled game tips off: the earliest time that any feed of odds states for it. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class GameTip {
  public abstract GameDay getGameDate();

  public abstract String getGameId();

  /** UTC. */
  public abstract Instant getTipTime();

  @SchemaCreate
  public static GameTip create(GameDay gameDate, String gameId, Instant tipTime) {
    return new AutoValue_GameTip(gameDate, gameId, tipTime);
  }
}
