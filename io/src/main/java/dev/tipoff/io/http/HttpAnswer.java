package dev.tipoff.io.http;

import com.google.auto.value.AutoValue;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What became of a call. Whatever the outside does ends in one of these. */
@AutoValue
public abstract class HttpAnswer {
  /** The three ways in which a call ends. */
  public enum Outcome {
    /** There is a body, of whatever content. */
    FETCHED,
    /** The source says, in its own way, that there is nothing. */
    NO_DATA,
    /** There is a {@link #fault}. */
    FAILED
  }

  public abstract String provider();

  /** The call's {@link HttpCall#requestKey}. */
  public abstract String requestKey();

  /** The call's {@link HttpCall#safeUri}. */
  public abstract String safeUri();

  public abstract Outcome outcome();

  /** The last response's status; absent if there was no response. */
  public abstract OptionalInt status();

  /** The last response's headers that matter, by lower-case name; never cookies or credentials. */
  public abstract ImmutableMap<String, String> headers();

  /** The last response's body, of a failed call at most 64 KiB of it, without any secret. */
  public abstract HttpBody body();

  /** When the call ended. */
  public abstract Instant received();

  /** How many requests went out, each redirect that was followed counted too. */
  public abstract int attempts();

  /** From the call to the answer, with all that it waited. */
  public abstract Duration took();

  /** What went wrong, if the outcome is FAILED. */
  public abstract Optional<HttpFault> fault();

  /** The header of that name, in whatever case. */
  public final Optional<String> header(String name) {
    return Optional.ofNullable(headers().get(Ascii.toLowerCase(name)));
  }

  static Builder builder() {
    return new AutoValue_HttpAnswer.Builder();
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder setProvider(String provider);

    abstract Builder setRequestKey(String requestKey);

    abstract Builder setSafeUri(String safeUri);

    abstract Builder setOutcome(Outcome outcome);

    abstract Builder setStatus(OptionalInt status);

    abstract Builder setHeaders(ImmutableMap<String, String> headers);

    abstract Builder setBody(HttpBody body);

    abstract Builder setReceived(Instant received);

    abstract Builder setAttempts(int attempts);

    abstract Builder setTook(Duration took);

    abstract Builder setFault(Optional<HttpFault> fault);

    abstract HttpAnswer build();
  }
}
