package dev.tipoff.io.secrets;

/** Where the values of secrets are kept. Any number of threads may fetch. */
public interface Secrets {
  /**
   * The secret's value.
   *
   * @throws MissingSecretException if there is none
   * @throws DeniedSecretException if this process may not read it
   * @throws UnavailableSecretException if it cannot be fetched now; trying later may help
   */
  Secret fetch(SecretReference reference);
}
