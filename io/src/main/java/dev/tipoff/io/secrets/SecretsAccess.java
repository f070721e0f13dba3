package dev.tipoff.io.secrets;

import com.google.auto.value.AutoValue;
import com.google.common.base.Ascii;
import com.google.common.base.Preconditions;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where the secrets of an installation are kept. It travels in a job's graph to the workers, which
 * open it there; it has names of places and never a value.
 */
@AutoValue
public abstract class SecretsAccess implements Serializable {
  /** How long a value is used until it is fetched again: no restart is needed for a new one. */
  static final Duration KEPT = Duration.ofMinutes(5);

  /** Has Google's clients log at debug level what they are answered, payloads included. */
  private static final String CLIENT_LOGGING = "GOOGLE_SDK_JAVA_LOGGING";

  /** A kind of installation. */
  public enum Profile {
    /** A machine of one's own: a folder of files, then the environment. */
    LOCAL,
    /** Secret Manager and nothing else: what is set on a machine replaces no secret. */
    PRODUCTION;

    /** Its name on the command line. */
    public String id() {
      return Ascii.toLowerCase(name());
    }
  }

  public abstract Profile profile();

  /** Whose Secret Manager it is; absent for {@link Profile#LOCAL}. */
  abstract @Nullable String project();

  /** Has a file for each secret; absent if there is none, and for {@link Profile#PRODUCTION}. */
  abstract @Nullable String folder();

  /** A stand-in for Secret Manager, in tests. */
  abstract @Nullable Stand testManager();

  /** Opens a stand-in on the machine that needs secrets. */
  interface Stand extends Serializable {
    Secrets open(String project);
  }

  /** This with a stand-in for Secret Manager. */
  SecretsAccess withManager(Stand manager) {
    return new AutoValue_SecretsAccess(profile(), project(), folder(), manager);
  }

  /** The environment alone. */
  public static SecretsAccess local() {
    return new AutoValue_SecretsAccess(Profile.LOCAL, null, null, null);
  }

  /**
   * Says where secrets are.
   *
   * @param profile the id of a {@link Profile}
   * @throws IllegalArgumentException if there is no such profile, or if it lacks what it needs or
   *     has what it does not read
   */
  public static SecretsAccess of(
      String profile, @Nullable String project, @Nullable String folder) {
    List<String> ids = Arrays.stream(Profile.values()).map(Profile::id).toList();
    Preconditions.checkArgument(ids.contains(profile), "--profile=%s is none of %s", profile, ids);
    Profile named = Profile.valueOf(Ascii.toUpperCase(profile));
    switch (named) {
      case LOCAL ->
          Preconditions.checkArgument(
              project == null,
              "--secretsProject is for --profile=production; --profile=local reads a folder and the"
                  + " environment");
      case PRODUCTION -> {
        Preconditions.checkArgument(
            project != null && !project.isBlank(),
            "--profile=production reads Secret Manager; say whose with --secretsProject=PROJECT");
        Preconditions.checkArgument(
            folder == null,
            "--secretsFolder is for --profile=local; --profile=production reads Secret Manager"
                + " only");
      }
    }
    return new AutoValue_SecretsAccess(named, project, folder, null);
  }

  /**
   * Opens it on the machine that needs them. There is nothing to close.
   *
   * @throws IllegalStateException if the machine is set up to log what Google's clients receive
   */
  public CachedSecrets open() {
    return open(System.getenv(), Clock.systemUTC());
  }

  CachedSecrets open(Map<String, String> environment, Clock clock) {
    return new CachedSecrets(source(environment), KEPT, clock);
  }

  private Secrets source(Map<String, String> environment) {
    String project = project();
    if (project == null) {
      return new LocalSecrets(folder(), environment);
    }
    Preconditions.checkState(
        !Boolean.parseBoolean(environment.get(CLIENT_LOGGING)),
        "%s=true lets Google's clients log the values of secrets; unset it",
        CLIENT_LOGGING);
    Stand stand = testManager();
    return stand == null ? SecretManagerSecrets.of(project) : stand.open(project);
  }

  /** Where a secret is looked for. */
  public String place(SecretReference reference) {
    String project = project();
    if (project != null) {
      return SecretManagerSecrets.version(project, reference).toString();
    }
    String variable = "variable " + EnvironmentSecrets.variable(reference);
    String folder = folder();
    return folder == null ? variable : "file " + folder + "/" + reference.name() + ", " + variable;
  }
}
