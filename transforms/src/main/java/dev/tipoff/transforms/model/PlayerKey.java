package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/**
 * A player's identity: the NBA's id of him, or that of a provider, {@code bdl-7001} for instance,
 * which stands in for it until the NBA's becomes known. Names are resolved to it, never used as it.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerKey implements Comparable<PlayerKey>, Serializable {
  private static final String STAND_IN = "bdl-";

  public abstract String getId();

  /**
   * The player of an id.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  @SchemaCreate
  public static PlayerKey of(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a player id must not be blank");
    }
    return new AutoValue_PlayerKey(id);
  }

  /** The key of a player of whom only balldontlie's id is known. */
  public static PlayerKey standIn(String balldontlieId) {
    return of(STAND_IN + balldontlieId);
  }

  public boolean isStandIn() {
    return getId().startsWith(STAND_IN);
  }

  @Override
  public int compareTo(PlayerKey other) {
    return getId().compareTo(other.getId());
  }

  @Override
  public final String toString() {
    return getId();
  }
}
