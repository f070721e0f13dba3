package dev.tipoff.io.warehouse;

import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import com.google.common.base.Preconditions;
import com.google.common.collect.Comparators;
import com.google.common.io.BaseEncoding;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.deadline.TimedCalls;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Claims as objects in Cloud Storage, each created only if it is absent: of all workers that try
 * the service lets one. A claim's object holds the claim and its holder, a line each, so that
 * nothing else that is answered passes for one; a life-cycle rule of the bucket may delete them
 * after some days.
 */
final class StorageAlertBudget implements AlertBudget {
  /** A read is given up sooner than the call, which may try more than once. */
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  private static final String SCHEME = "gs://";
  private static final int TAKEN = 412;
  private static final int ABSENT = 404;

  private final Storage storage;
  private final String bucket;
  private final String folder;
  private final TimedCalls calls;

  /**
   * @param deadline for each call, with all its attempts
   */
  StorageAlertBudget(StorageOptions.Builder service, String location, Duration deadline) {
    Preconditions.checkArgument(
        location.startsWith(SCHEME), "%s is no folder in Cloud Storage", location);
    String[] parts = location.substring(SCHEME.length()).replaceAll("/+$", "").split("/", 2);
    this.bucket = parts[0];
    this.folder = (parts.length == 1 ? "" : parts[1] + "/") + "alert-claims/";
    this.calls = new TimedCalls(deadline);
    int millis = Math.toIntExact(Comparators.min(ATTEMPT, deadline).toMillis());
    this.storage =
        service
            .setTransportOptions(
                HttpTransportOptions.newBuilder()
                    .setConnectTimeout(millis)
                    .setReadTimeout(millis)
                    .build())
            .setRetrySettings(
                RetrySettings.newBuilder()
                    .setTotalTimeoutDuration(deadline)
                    .setInitialRetryDelayDuration(Duration.ofMillis(200))
                    .setRetryDelayMultiplier(2)
                    .setMaxRetryDelayDuration(Duration.ofSeconds(5))
                    .setMaxAttempts(4)
                    .build())
            .build()
            .getService();
  }

  /** The claims in a folder, reached with the credentials of the machine that asks. */
  static Source in(String location) {
    return in(location, StorageOptions::newBuilder, Deadline.OUTSIDE_CALL);
  }

  /** As above, in a service of which the caller says where it is. */
  static Source in(String location, Service service, Duration deadline) {
    return () -> {
      try {
        return new StorageAlertBudget(service.builder(), location, deadline);
      } catch (RuntimeException e) {
        throw new BudgetUnavailableException("the claims in " + location + " cannot be opened", e);
      }
    };
  }

  /** Says on the machine that asks where the service is. */
  interface Service extends Serializable {
    StorageOptions.Builder builder();
  }

  @Override
  public String take(String claim, String holder) {
    boolean isNew = asked(claim, () -> isCreated(claim, holder));
    // One that is there may be what an attempt of ours made whose answer was lost.
    return isNew
        ? holder
        : holder(claim).orElseThrow(() -> unavailable(claim, "it is taken, and gone", null));
  }

  private boolean isCreated(String claim, String holder) {
    try {
      storage.create(
          BlobInfo.newBuilder(id(claim)).setContentType("text/plain").build(),
          (claim + "\n" + holder).getBytes(StandardCharsets.UTF_8),
          Storage.BlobTargetOption.doesNotExist(),
          Storage.BlobTargetOption.disableGzipContent());
      return true;
    } catch (StorageException e) {
      if (e.getCode() == TAKEN) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<String> holder(String claim) {
    Optional<String> content = asked(claim, () -> content(claim));
    if (content.isPresent() && !content.get().startsWith(claim + "\n")) {
      throw unavailable(claim, "its object is no claim", null);
    }
    return content.map(text -> text.substring(claim.length() + 1));
  }

  private Optional<String> content(String claim) {
    try {
      return Optional.of(new String(storage.readAllBytes(id(claim)), StandardCharsets.UTF_8));
    } catch (StorageException e) {
      if (e.getCode() == ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <T> T asked(String claim, Supplier<T> call) {
    try {
      return calls.call(call);
    } catch (StorageException e) {
      throw unavailable(claim, "status " + e.getCode(), e);
    } catch (TimeoutException e) {
      throw unavailable(claim, "the deadline passed", e);
    } catch (RuntimeException e) {
      // The client has found no credentials, or cannot make anything of the answer.
      throw unavailable(claim, e.getClass().getSimpleName(), e);
    }
  }

  /** Claims have characters that names of objects do not like. */
  private BlobId id(String claim) {
    return BlobId.of(
        bucket,
        folder
            + BaseEncoding.base64Url()
                .omitPadding()
                .encode(claim.getBytes(StandardCharsets.UTF_8)));
  }

  private BudgetUnavailableException unavailable(
      String claim, String why, @Nullable Exception cause) {
    return new BudgetUnavailableException(
        String.format("the claim %s in gs://%s/%s cannot be asked: %s", claim, bucket, folder, why),
        cause);
  }

  /** The client is one over HTTP, which has nothing to close. */
  @Override
  public void close() {
    calls.close();
  }
}
