package dev.tipoff.io.secrets;

/** A secret that could not be fetched now and may be later, without anybody changing anything. */
public final class UnavailableSecretException extends SecretException {
  private static final long serialVersionUID = 1L;

  /**
   * @param remedy what went wrong and what the reader can do about it, as a sentence without its
   *     full stop
   */
  public UnavailableSecretException(SecretReference reference, String remedy) {
    super(reference, reference + " cannot be fetched now", remedy);
  }
}
