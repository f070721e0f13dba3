package dev.tipoff.io.secrets;

import java.io.Serializable;

/** Where secrets are: it travels in a job's graph, and is opened on the machine that needs them. */
public final class SecretsAccess implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Opens the place. */
  public Secrets open() {
    return new EnvironmentSecrets(System.getenv());
  }
}
