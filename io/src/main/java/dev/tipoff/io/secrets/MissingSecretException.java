package dev.tipoff.io.secrets;

/** A secret that nobody has provided, or whose version is disabled or destroyed. */
public final class MissingSecretException extends SecretException {
  private static final long serialVersionUID = 1L;

  /**
   * @param remedy what the reader can do about it, as a sentence without its full stop
   */
  public MissingSecretException(SecretReference reference, String remedy) {
    super(reference, "there is no " + reference, remedy);
  }
}
