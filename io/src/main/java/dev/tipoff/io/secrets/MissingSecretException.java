package dev.tipoff.io.secrets;

/** A secret that nobody has provided. Names the reference and the remedy, never a value. */
public final class MissingSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final SecretReference reference;

  /**
   * @param remedy what the reader can do about it, as a sentence without its full stop
   */
  public MissingSecretException(SecretReference reference, String remedy) {
    super("there is no " + reference + ": " + remedy);
    this.reference = reference;
  }

  public SecretReference reference() {
    return reference;
  }
}
