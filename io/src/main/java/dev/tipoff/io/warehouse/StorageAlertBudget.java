package dev.tipoff.io.warehouse;

import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import com.google.common.base.Preconditions;
import com.google.common.io.BaseEncoding;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import dev.tipoff.io.deadline.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Claims as objects in Cloud Storage, each created only if it is absent: of all workers that try
 * the service lets one. A claim's object holds its holder; a life-cycle rule of the bucket may
 * delete them after some days.
 */
final class StorageAlertBudget implements AlertBudget {
  /** An attempt is given up sooner than the call, which may try more than once. */
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  private static final String SCHEME = "gs://";
  private static final int TAKEN = 412;
  private static final int ABSENT = 404;

  private final Storage storage;
  private final String bucket;
  private final String folder;

  StorageAlertBudget(StorageOptions.Builder service, String location) {
    Preconditions.checkArgument(
        location.startsWith(SCHEME), "%s is no folder in Cloud Storage", location);
    String[] parts = location.substring(SCHEME.length()).replaceAll("/+$", "").split("/", 2);
    this.bucket = parts[0];
    this.folder = (parts.length == 1 ? "" : parts[1] + "/") + "alert-claims/";
    this.storage =
        service
            .setTransportOptions(
                HttpTransportOptions.newBuilder()
                    .setConnectTimeout(Math.toIntExact(ATTEMPT.toMillis()))
                    .setReadTimeout(Math.toIntExact(ATTEMPT.toMillis()))
                    .build())
            .setRetrySettings(
                RetrySettings.newBuilder()
                    .setTotalTimeoutDuration(Deadline.OUTSIDE_CALL.minus(ATTEMPT))
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
    return () -> {
      try {
        return new StorageAlertBudget(StorageOptions.newBuilder(), location);
      } catch (RuntimeException e) {
        throw new BudgetUnavailableException("the claims in " + location + " cannot be opened", e);
      }
    };
  }

  @Override
  public String take(String claim, String holder) {
    try {
      storage.create(
          BlobInfo.newBuilder(id(claim)).setContentType("text/plain").build(),
          holder.getBytes(StandardCharsets.UTF_8),
          Storage.BlobTargetOption.doesNotExist(),
          Storage.BlobTargetOption.disableGzipContent());
      return holder;
    } catch (StorageException e) {
      if (e.getCode() != TAKEN) {
        throw unavailable(claim, e);
      }
      // Also what an attempt of ours made whose answer was lost: then the holder is this one.
      return holder(claim).orElseThrow(() -> unavailable(claim, e));
    }
  }

  @Override
  public Optional<String> holder(String claim) {
    try {
      return Optional.of(new String(storage.readAllBytes(id(claim)), StandardCharsets.UTF_8));
    } catch (StorageException e) {
      if (e.getCode() == ABSENT) {
        return Optional.empty();
      }
      throw unavailable(claim, e);
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

  private BudgetUnavailableException unavailable(String claim, StorageException e) {
    return new BudgetUnavailableException(
        String.format(
            "the claim %s in gs://%s/%s cannot be asked: status %d",
            claim, bucket, folder, e.getCode()),
        e);
  }

  @Override
  public void close() {
    try {
      storage.close();
    } catch (Exception e) {
      throw new BudgetUnavailableException("the claims on alerts cannot be closed", e);
    }
  }
}
