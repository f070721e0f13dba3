package dev.tipoff.io.files;

import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.Credentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import com.google.common.base.Preconditions;
import com.google.common.base.Strings;
import com.google.common.collect.Comparators;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.deadline.TimedCalls;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Texts in a folder of Cloud Storage, where Beam's file systems do not reach: an object that is
 * created only if it is absent, or that says for how long a reader may keep it. Every call has a
 * deadline for all its attempts together; what keeps it from an answer is an IOException that says
 * it in a few words.
 */
public final class StorageFolder implements AutoCloseable {
  public static final String SCHEME = "gs://";

  /** A call is given up sooner than all of its attempts together. */
  private static final Duration ATTEMPT = Duration.ofSeconds(10);

  private static final int TAKEN = 412;
  private static final int ABSENT = 404;

  private final Storage storage;
  private final String bucket;
  private final String folder;
  private final TimedCalls calls;

  private StorageFolder(Storage storage, String bucket, String folder, TimedCalls calls) {
    this.storage = storage;
    this.bucket = bucket;
    this.folder = folder;
    this.calls = calls;
  }

  /** Says on the machine that asks where the service is. */
  public interface Service extends Serializable {
    StorageOptions.Builder builder();

    /** Google's own, with the credentials of the machine. */
    Service GOOGLE = StorageOptions::newBuilder;

    /** The one that Beam's own file systems ask: another than Google's with --gcsEndpoint. */
    static Service of(PipelineOptions options) {
      String endpoint = Strings.nullToEmpty(options.as(GcsOptions.class).getGcsEndpoint());
      if (endpoint.isEmpty()) {
        return GOOGLE;
      }
      Credentials credentials =
          Objects.requireNonNullElse(
              options.as(GcpOptions.class).getGcpCredential(), NoCredentials.getInstance());
      return () ->
          StorageOptions.newBuilder()
              .setHost(endpoint.replaceAll("/+$", ""))
              .setCredentials(credentials);
    }
  }

  /**
   * Opens a folder of the service that the options name.
   *
   * @param location {@code gs://BUCKET/FOLDER}, or a bucket alone
   */
  public static StorageFolder at(String location, PipelineOptions options) {
    return at(location, Service.of(options), Deadline.OUTSIDE_CALL);
  }

  /**
   * Opens a folder.
   *
   * @param location {@code gs://BUCKET/FOLDER}, or a bucket alone
   * @param deadline for each call, with all its attempts; at most {@link Deadline#OUTSIDE_CALL}
   */
  public static StorageFolder at(String location, Service service, Duration deadline) {
    Preconditions.checkArgument(
        location.startsWith(SCHEME), "%s is no folder in Cloud Storage", location);
    String[] parts = location.substring(SCHEME.length()).replaceAll("/+$", "").split("/", 2);
    int millis = Math.toIntExact(Comparators.min(ATTEMPT, deadline).toMillis());
    Storage storage =
        service
            .builder()
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
    return new StorageFolder(
        storage, parts[0], parts.length == 1 ? "" : parts[1] + "/", new TimedCalls(deadline));
  }

  /** Creates a text; false if one of its name is there. */
  public boolean create(String name, String text) throws IOException {
    return asked(() -> isCreated(name, text));
  }

  private boolean isCreated(String name, String text) {
    try {
      storage.create(
          BlobInfo.newBuilder(id(name)).setContentType("text/plain").build(),
          text.getBytes(StandardCharsets.UTF_8),
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

  /**
   * Replaces a text, or creates it.
   *
   * @param cacheControl what readers are told of how long they may keep it
   */
  public void write(String name, String text, String contentType, String cacheControl)
      throws IOException {
    asked(
        () ->
            storage.create(
                BlobInfo.newBuilder(id(name))
                    .setContentType(contentType)
                    .setCacheControl(cacheControl)
                    .build(),
                text.getBytes(StandardCharsets.UTF_8),
                Storage.BlobTargetOption.disableGzipContent()));
  }

  /** The text under a name; empty if there is none. */
  public Optional<String> read(String name) throws IOException {
    return asked(() -> content(name));
  }

  private Optional<String> content(String name) {
    try {
      return Optional.of(new String(storage.readAllBytes(id(name)), StandardCharsets.UTF_8));
    } catch (StorageException e) {
      if (e.getCode() == ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Every name in the folder and below, with the length of its text in bytes. */
  public Map<String, Long> lengths() throws IOException {
    return asked(
        () -> {
          Map<String, Long> lengths = new TreeMap<>();
          for (Blob blob :
              storage.list(bucket, Storage.BlobListOption.prefix(folder)).iterateAll()) {
            lengths.put(blob.getName().substring(folder.length()), blob.getSize());
          }
          return lengths;
        });
  }

  /** Removes a text if it is there. */
  public void delete(String name) throws IOException {
    asked(() -> storage.delete(id(name)));
  }

  private <T> T asked(Supplier<T> call) throws IOException {
    try {
      return calls.call(call);
    } catch (StorageException e) {
      throw new IOException("status " + e.getCode(), e);
    } catch (TimeoutException e) {
      throw new IOException("the deadline passed", e);
    } catch (RuntimeException e) {
      // The client has found no credentials, or cannot make anything of the answer.
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }

  private BlobId id(String name) {
    return BlobId.of(bucket, folder + name);
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + folder;
  }

  /** The client is one over HTTP, which has nothing to close. */
  @Override
  public void close() {
    calls.close();
  }
}
