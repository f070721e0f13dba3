package dev.tipoff.io.http;

import dev.tipoff.io.secrets.DeniedSecretException;
import dev.tipoff.io.secrets.MissingSecretException;
import dev.tipoff.io.secrets.SecretException;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Why a call brought nothing.
 *
 * @param message in words, without any secret
 * @param retryAt when the source, or the circuit breaker, will take the next call; absent where
 *     nobody said
 */
public record HttpFault(Code code, String message, @Nullable Instant retryAt) {
  /** What can go wrong outside. */
  public enum Code {
    /** 401 or 403, or a secret that no request can carry: the key is wrong or may not do this. */
    UNAUTHORIZED(false),
    /** No request went out: there is no secret to send. */
    MISSING_SECRET(false),
    /** No request went out: the secret to send may not be read. */
    SECRET_DENIED(false),
    /** No request went out: the secret to send cannot be fetched now. */
    SECRET_UNAVAILABLE(true),
    /** The provider's quota is used up. No call that spends any goes out any more. */
    QUOTA_EXHAUSTED(false),
    /** 404 or 410. */
    NOT_FOUND(false),
    /** 400, 422 or another status that says that the request is wrong. */
    REJECTED(false),
    /** 429 to the last, or until a time that is too far away to wait for. */
    RATE_LIMITED(true),
    /** 5xx to the last. */
    SERVER_ERROR(true),
    /** The deadline passed before the last byte. */
    TIMEOUT(true),
    /** No connection, or one that broke before the last byte. */
    CONNECTION(true),
    /** More bytes than the provider's limit, as sent or decompressed. */
    TOO_LARGE(false),
    /** A body that does not begin like what the source sends: a page of HTML for JSON. */
    WRONG_MEDIA(false),
    /** A redirect that goes nowhere, in circles, too far, or to where it must not. */
    BAD_REDIRECT(false),
    /** A Content-Encoding that was not asked for, or bytes that are not what it says. */
    BAD_ENCODING(false),
    /** No request went out, for the provider has failed too often of late. */
    CIRCUIT_OPEN(true),
    /** No request went out: our own limits left no room for it. */
    NOT_SENT(true);

    private final boolean isTransient;

    Code(boolean isTransient) {
      this.isTransient = isTransient;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean isTransient() {
      return isTransient;
    }
  }

  static HttpFault of(Code code, String message) {
    return new HttpFault(code, message, null);
  }

  /** The fault of a call whose secret cannot be had. */
  static HttpFault of(SecretException error) {
    Code code =
        error instanceof MissingSecretException
            ? Code.MISSING_SECRET
            : error instanceof DeniedSecretException ? Code.SECRET_DENIED : Code.SECRET_UNAVAILABLE;
    return of(code, String.valueOf(error.getMessage()));
  }
}
