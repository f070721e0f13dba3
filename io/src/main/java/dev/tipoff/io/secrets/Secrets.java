package dev.tipoff.io.secrets;

/** Where the values of secrets are kept. Any number of threads may fetch. */
public interface Secrets {
  /**
   * The secret's value.
   *
   * @throws MissingSecretException if there is none; the message says what to do
   */
  Secret fetch(SecretReference reference);
}
