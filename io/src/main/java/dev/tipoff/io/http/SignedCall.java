package dev.tipoff.io.http;

import dev.tipoff.io.secrets.Secret;
import dev.tipoff.io.secrets.Secrets;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A call with the value of its secret, for as long as it is being made. */
final class SignedCall {
  private final HttpCall call;
  private final @Nullable Secret secret;
  private final Redaction redaction;

  private SignedCall(HttpCall call, @Nullable Secret secret, Redaction redaction) {
    this.call = call;
    this.secret = secret;
    this.redaction = redaction;
  }

  /**
   * Fetches what the call needs.
   *
   * @throws dev.tipoff.io.secrets.SecretException if it cannot be had
   */
  static SignedCall of(HttpCall call, Secrets secrets) {
    SecretPlace place = call.secret();
    if (place == null) {
      return new SignedCall(call, null, Redaction.none());
    }
    Secret secret = secrets.fetch(place.reference());
    return new SignedCall(call, secret, Redaction.of(place.reference(), secret));
  }

  HttpCall call() {
    return call;
  }

  Redaction redaction() {
    return redaction;
  }

  /** Where the call goes first; may hold the secret. */
  URI uri() {
    return call.uri(secret);
  }

  /** The request for a hop; the secret's header goes along only while the way is at home. */
  HttpRequest request(Redirects.Hop hop, HeaderProfile profile) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", call.expected().accept());
    headers.putAll(profile.headers());
    headers.putAll(call.headers());
    headers.put("Accept-Encoding", ContentCoding.ACCEPTED);
    SecretPlace place = call.secret();
    if (secret != null
        && place != null
        && place.part() == SecretPlace.Part.HEADER
        && hop.isHome()) {
      headers.put(place.name(), place.prefix() + secret.reveal());
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(hop.uri()).GET();
    headers.forEach(request::setHeader);
    return request.build();
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
