package dev.tipoff.io.secrets;

/** A secret that this process may not read, or that others may read too. */
public final class DeniedSecretException extends SecretException {
  private static final long serialVersionUID = 1L;

  /**
   * @param remedy what the reader can do about it, as a sentence without its full stop
   */
  public DeniedSecretException(SecretReference reference, String remedy) {
    super(reference, reference + " may not be read", remedy);
  }
}
