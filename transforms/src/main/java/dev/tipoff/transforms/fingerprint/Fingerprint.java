package dev.tipoff.transforms.fingerprint;

/**
 * How many rows, and the XOR of their hashes: any changed, added or lost row gives another, their
 * order does not.
 *
 * @param rows how many rows
 * @param hash XOR of the rows' 64-bit hashes; zero without rows
 */
public record Fingerprint(long rows, long hash) {
  /** Of no rows. */
  public static final Fingerprint NONE = new Fingerprint(0, 0);

  /** Of the rows of both, which have none in common. */
  public Fingerprint plus(Fingerprint other) {
    return new Fingerprint(rows + other.rows, hash ^ other.hash);
  }

  @Override
  public String toString() {
    return String.format("%d rows %016x", rows, hash);
  }
}
