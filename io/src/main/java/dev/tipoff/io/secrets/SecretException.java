package dev.tipoff.io.secrets;

/** A secret that cannot be had. Names the reference and the remedy, never a value. */
public abstract sealed class SecretException extends RuntimeException
    permits MissingSecretException, DeniedSecretException, UnavailableSecretException {
  private static final long serialVersionUID = 1L;

  private final SecretReference reference;
  private final String remedy;

  SecretException(SecretReference reference, String problem, String remedy) {
    super(problem + ": " + remedy);
    this.reference = reference;
    this.remedy = remedy;
  }

  public SecretReference reference() {
    return reference;
  }

  /** What the reader can do about it, as a sentence without its full stop. */
  public String remedy() {
    return remedy;
  }
}
