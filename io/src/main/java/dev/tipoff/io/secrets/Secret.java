package dev.tipoff.io.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The value of a secret. Its text form is {@code ***} and it cannot be serialized, so that it gets
 * neither into logs nor into a job's graph.
 *
 * <p>It is not wiped from memory, and there is no method that claims to: what sends a secret wants
 * it as a {@code String}, and the copies of that, those of the clients that fetch and send
 * included, are gone when the garbage collector reuses their place. Who may read this process's
 * memory may read its secrets.
 */
public final class Secret {
  /** What stands for a secret wherever text is shown. */
  public static final String MASK = "***";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a value.
   *
   * @throws IllegalArgumentException if the value is blank
   */
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret's value is blank");
    }
    return new Secret(value);
  }

  /** The value, for the call that needs it and for nothing that is kept. */
  public String reveal() {
    return value;
  }

  /** Compares in a time that does not depend on where two values of one length differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(utf8(), secret.utf8());
  }

  /** The same for all: a hash would tell something of the value. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return MASK;
  }

  private byte[] utf8() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
