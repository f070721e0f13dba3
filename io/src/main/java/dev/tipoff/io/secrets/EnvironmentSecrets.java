package dev.tipoff.io.secrets;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;

/**
 * Secrets in environment variables, for the profile {@code local}. {@code secret:sentry-dsn} is the
 * variable {@code SENTRY_DSN}, whatever version is asked for. White space around a value, such as
 * the line end of a file that was read into it, is not part of it.
 */
public final class EnvironmentSecrets implements Secrets {
  private final ImmutableMap<String, String> environment;

  /**
   * @param environment the variables, usually {@link System#getenv()}
   */
  public EnvironmentSecrets(Map<String, String> environment) {
    this.environment = ImmutableMap.copyOf(environment);
  }

  @Override
  public Secret fetch(SecretReference reference) {
    String variable = variable(reference);
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      throw new MissingSecretException(
          reference,
          String.format(
              "export %s=... before the command, or create the secret %s and run with"
                  + " --profile=production",
              variable, reference.name()));
    }
    return Secret.of(value);
  }

  /** The variable that a secret is in. */
  static String variable(SecretReference reference) {
    return reference.name().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @Override
  public String toString() {
    return "EnvironmentSecrets";
  }
}
