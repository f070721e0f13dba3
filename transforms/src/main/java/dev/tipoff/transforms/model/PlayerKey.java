package dev.tipoff.transforms.model;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/**
 * A player's identity: the id that box scores give him. Names are resolved to it, never used as it.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class PlayerKey implements Comparable<PlayerKey>, Serializable {
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

  @Override
  public int compareTo(PlayerKey other) {
    return getId().compareTo(other.getId());
  }

  @Override
  public final String toString() {
    return getId();
  }
}
