package dev.tipoff.io.secrets;

import com.google.api.gax.retrying.RetrySettings;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import com.google.cloud.secretmanager.v1.SecretPayload;
import com.google.cloud.secretmanager.v1.SecretVersionName;
import com.google.common.base.Preconditions;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.tipoff.io.deadline.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Secrets in Google Secret Manager, for the profile {@code production}. White space around a value,
 * such as the line end of a file that was uploaded, is not part of it.
 *
 * <p>A fetch takes ten seconds at most: to find credentials, to connect and to be answered, with
 * every further attempt when the service is down or has had too many requests. Each fetch has a
 * client of its own, so that there is none to close: {@link CachedSecrets} makes fetches rare.
 */
public final class SecretManagerSecrets implements Secrets {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Set<StatusCode.Code> TRIED_AGAIN =
      Set.of(StatusCode.Code.UNAVAILABLE, StatusCode.Code.RESOURCE_EXHAUSTED);

  private final String project;
  private final Duration deadline;
  private final Supplier<SecretManagerServiceSettings.Builder> settings;

  SecretManagerSecrets(
      String project, Duration deadline, Supplier<SecretManagerServiceSettings.Builder> settings) {
    Preconditions.checkArgument(deadline.compareTo(Deadline.OUTSIDE_CALL) <= 0);
    this.project = project;
    this.deadline = deadline;
    this.settings = settings;
  }

  /** The secrets of a project, fetched with the credentials of the machine. */
  public static SecretManagerSecrets of(String project) {
    return new SecretManagerSecrets(project, DEADLINE, SecretManagerServiceSettings::newBuilder);
  }

  @Override
  public Secret fetch(SecretReference reference) {
    // The client finds credentials before its own deadline begins, and that may ask a server too.
    ExecutorService fetcher =
        Executors.newSingleThreadExecutor(new ThreadFactoryBuilder().setDaemon(true).build());
    try {
      SecretPayload payload =
          Objects.requireNonNull(
              SimpleTimeLimiter.create(fetcher)
                  .callWithTimeout(() -> payload(reference), deadline));
      return secret(reference, payload);
    } catch (TimeoutException e) {
      throw refused(reference, StatusCode.Code.DEADLINE_EXCEEDED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fetching " + reference, e);
    } catch (ExecutionException e) {
      // The one checked exception of the client: it has found no credentials.
      throw refused(reference, StatusCode.Code.UNAUTHENTICATED);
    } catch (UncheckedExecutionException e) {
      if (e.getCause() instanceof ApiException answer) {
        throw refused(reference, answer.getStatusCode().getCode());
      }
      throw e;
    } finally {
      fetcher.shutdownNow();
    }
  }

  private SecretPayload payload(SecretReference reference) throws IOException {
    SecretManagerServiceSettings.Builder own = settings.get();
    own.accessSecretVersionSettings()
        .setRetryableCodes(TRIED_AGAIN)
        .setRetrySettings(
            RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(Duration.ofMillis(200))
                .setRetryDelayMultiplier(2)
                .setMaxRetryDelayDuration(Duration.ofSeconds(2))
                .setInitialRpcTimeoutDuration(deadline)
                .setMaxRpcTimeoutDuration(deadline)
                .setTotalTimeoutDuration(deadline)
                .build());
    try (SecretManagerServiceClient client = SecretManagerServiceClient.create(own.build())) {
      return client.accessSecretVersion(version(project, reference)).getPayload();
    }
  }

  private Secret secret(SecretReference reference, SecretPayload payload) {
    CRC32C checksum = new CRC32C();
    checksum.update(payload.getData().asReadOnlyByteBuffer());
    if (checksum.getValue() != payload.getDataCrc32C()) {
      throw new UnavailableSecretException(
          reference, "its value was damaged on the way from Secret Manager; try again");
    }
    String value = payload.getData().isValidUtf8() ? payload.getData().toStringUtf8().strip() : "";
    if (value.isEmpty()) {
      throw new MissingSecretException(
          reference, version(project, reference) + " is blank or no text; add a version with it");
    }
    return Secret.of(value);
  }

  /**
   * What the service's answer means. Its own words are left out, since nobody knows what they
   * repeat.
   */
  private SecretException refused(SecretReference reference, StatusCode.Code code) {
    String version = version(project, reference).toString();
    return switch (code) {
      case NOT_FOUND, FAILED_PRECONDITION, INVALID_ARGUMENT ->
          new MissingSecretException(
              reference,
              String.format(
                  "Secret Manager says %s of %s; create the secret with a version, or enable one",
                  code, version));
      case PERMISSION_DENIED ->
          new DeniedSecretException(
              reference,
              String.format(
                  "grant roles/secretmanager.secretAccessor to whoever runs this, and see that %s"
                      + " exists and that its project has the Secret Manager API",
                  version));
      case UNAUTHENTICATED ->
          new DeniedSecretException(
              reference,
              "there are no credentials for "
                  + version
                  + "; run gcloud auth application-default login, or give the machine a service"
                  + " account");
      default ->
          new UnavailableSecretException(
              reference,
              String.format(
                  "Secret Manager says %s of %s; try again, and if it stays look at"
                      + " https://status.cloud.google.com",
                  code, version));
    };
  }

  /** The name of a secret's version in Secret Manager. */
  static SecretVersionName version(String project, SecretReference reference) {
    return SecretVersionName.of(project, reference.name(), reference.version());
  }

  @Override
  public String toString() {
    return "SecretManagerSecrets(" + project + ")";
  }
}
