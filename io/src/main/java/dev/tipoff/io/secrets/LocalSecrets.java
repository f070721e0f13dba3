package dev.tipoff.io.secrets;

import java.nio.file.Path;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The secrets of a process on a machine of one's own: those of a folder, if there is one, and what
 * that does not have from the environment. A file that may not be read is not replaced by a
 * variable.
 */
final class LocalSecrets implements Secrets {
  private final @Nullable FileSecrets files;
  private final EnvironmentSecrets environment;

  LocalSecrets(@Nullable String folder, Map<String, String> environment) {
    this.files = folder == null ? null : new FileSecrets(Path.of(folder));
    this.environment = new EnvironmentSecrets(environment);
  }

  @Override
  public Secret fetch(SecretReference reference) {
    return files == null ? environment.fetch(reference) : fetch(reference, files);
  }

  private Secret fetch(SecretReference reference, FileSecrets first) {
    try {
      return first.fetch(reference);
    } catch (MissingSecretException noFile) {
      try {
        return environment.fetch(reference);
      } catch (MissingSecretException noVariable) {
        throw new MissingSecretException(
            reference, noFile.remedy() + ", or " + noVariable.remedy());
      }
    }
  }
}
