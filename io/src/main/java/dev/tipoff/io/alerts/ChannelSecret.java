package dev.tipoff.io.alerts;

import dev.tipoff.io.secrets.Secret;
import dev.tipoff.io.secrets.SecretException;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.secrets.Secrets;

/** A secret fetched for one alert, so that one that was changed is used from then on. */
record ChannelSecret(SecretReference reference, Secret value) {
  /**
   * Fetches it.
   *
   * @throws UnsentAlertException if there is none, or it cannot be had
   */
  static ChannelSecret fetch(String channel, Secrets secrets, SecretReference reference)
      throws UnsentAlertException {
    try {
      return new ChannelSecret(reference, secrets.fetch(reference));
    } catch (SecretException e) {
      throw new UnsentAlertException(channel + ": " + e.getMessage());
    }
  }
}
