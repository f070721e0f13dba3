package dev.tipoff.io.archive;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import dev.tipoff.io.sources.Body;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.util.Arrays;
import java.util.Map;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * One answer of a source, or the lack of one, as the raw archive keeps it: errors too. It holds
 * everything that {@code load-raw} needs, so that any day can be built again without asking anyone,
 * and nothing secret.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Envelope {
  /** What a call came to. */
  public enum Outcome {
    /** A body to parse. */
    FETCHED,
    /** The source says that there is nothing. */
    NO_DATA,
    /** No usable answer; the message says why. */
    FAILED
  }

  /** The id of the source in the catalogue. */
  public abstract String getSource();

  /** The slate that was asked for. */
  public abstract GameDay getGameDate();

  /**
   * Names the request: the key of the planned call, the time that its run took as its present, and
   * the page, {@code 0123456789abcdef-20310110T220000Z-p2}.
   */
  public abstract String getRequestKey();

  /** The key of the planned call. */
  public String callKey() {
    return getRequestKey().substring(0, getRequestKey().indexOf('-'));
  }

  /** Method and address, without secrets. */
  public abstract String getRequest();

  /** What was asked for, by the names of the source's parameters. */
  public abstract Map<String, String> getParameters();

  public abstract Outcome getOutcome();

  /** What kind of failure it is; absent if it is none. */
  public abstract @Nullable FailureCode getFault();

  /** Why there is no usable answer; empty for one that is. */
  public abstract String getMessage();

  /** The status of the last answer; absent if none came. */
  public abstract @Nullable Integer getStatus();

  /** The headers that matter, by lower-case name. */
  public abstract Map<String, String> getHeaders();

  /** How often the source was asked, retries included. */
  public abstract int getAttempts();

  public abstract Instant getReceivedTime();

  /** The body, unpacked; empty if none came. Nobody changes it. */
  @SuppressWarnings("mutable")
  public abstract byte[] getBody();

  /** The body's SHA-256 in hexadecimal. */
  public String sha256() {
    return Hashing.sha256().hashBytes(getBody()).toString();
  }

  /** The path inside an archive, {@code bdl_games/2031-01-10/KEY-HASH.json.gz}. */
  public String path() {
    String content =
        Hashing.sha256()
            .newHasher()
            .putUnencodedChars(getOutcome() + "|" + getStatus() + "|" + getMessage())
            .putBytes(getBody())
            .hash()
            .toString();
    return String.format(
        "%s/%s/%s-%s.json.gz",
        getSource(), getGameDate(), getRequestKey(), content.substring(0, 16));
  }

  /** The last three parts of a file's name: its path inside its archive. */
  static String pathIn(String file) {
    String[] parts = file.replace('\\', '/').split("/", -1);
    return String.join("/", Arrays.asList(parts).subList(parts.length - 3, parts.length));
  }

  /** The body for a parser. */
  public Body body() {
    return Body.of(
        path(),
        getSource(),
        getGameDate(),
        ImmutableMap.copyOf(getParameters()),
        getReceivedTime(),
        getBody());
  }

  public static Builder builder() {
    return new AutoValue_Envelope.Builder()
        .setParameters(Map.of())
        .setHeaders(Map.of())
        .setMessage("")
        .setBody(new byte[0]);
  }

  /** Of a source that answered well the first time. */
  public static Builder answered() {
    return builder().setOutcome(Outcome.FETCHED).setFault(null).setStatus(200).setAttempts(1);
  }

  abstract Builder toBuilder();

  /** Builds an {@link Envelope}. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSource(String source);

    public abstract Builder setGameDate(GameDay gameDate);

    public abstract Builder setRequestKey(String requestKey);

    public abstract Builder setRequest(String request);

    public abstract Builder setParameters(Map<String, String> parameters);

    public abstract Builder setOutcome(Outcome outcome);

    public abstract Builder setFault(@Nullable FailureCode fault);

    public abstract Builder setMessage(String message);

    public abstract Builder setStatus(@Nullable Integer status);

    public abstract Builder setHeaders(Map<String, String> headers);

    public abstract Builder setAttempts(int attempts);

    public abstract Builder setReceivedTime(Instant receivedTime);

    public abstract Builder setBody(byte[] body);

    public abstract Envelope build();
  }
}
