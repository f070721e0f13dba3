package dev.tipoff.io.http;

import dev.tipoff.io.secrets.SecretReference;
import java.io.Serializable;

/**
 * Which secret a call needs and where it goes.
 *
 * @param name of the query parameter or header
 * @param prefix what stands before the value, {@code "Bearer "} for instance; mostly nothing
 */
public record SecretPlace(SecretReference reference, Part part, String name, String prefix)
    implements Serializable {
  /** A part of a request. */
  public enum Part {
    QUERY,
    HEADER
  }

  /** A secret as a query parameter. */
  public static SecretPlace query(String name, SecretReference reference) {
    return new SecretPlace(reference, Part.QUERY, name, "");
  }

  /** A secret as a header. */
  public static SecretPlace header(String name, String prefix, SecretReference reference) {
    return new SecretPlace(reference, Part.HEADER, name, prefix);
  }
}
