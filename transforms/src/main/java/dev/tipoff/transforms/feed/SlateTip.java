package dev.tipoff.transforms.feed;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.joda.time.Instant;

/** When a game of a slate tips off, by the sources that were asked for that slate. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class SlateTip {
  public abstract GameDay getGameDate();

  public abstract TeamCode getHome();

  public abstract TeamCode getAway();

  /** UTC. */
  public abstract Instant getTipTime();

  @SchemaCreate
  public static SlateTip create(GameDay gameDate, TeamCode home, TeamCode away, Instant tipTime) {
    return new AutoValue_SlateTip(gameDate, home, away, tipTime);
  }
}
