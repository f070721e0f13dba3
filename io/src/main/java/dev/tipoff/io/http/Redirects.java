package dev.tipoff.io.http;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.Streams;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The way of one attempt from redirect to redirect. It leads to http and https only, never from
 * https to http, and a secret goes no further than the host that it is for: once the way has left
 * that host, not even back to it.
 */
final class Redirects {
  /**
   * Where a request goes.
   *
   * @param isHome whether the way never left the host of the call
   */
  record Hop(URI uri, boolean isHome) {}

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final @Nullable SecretPlace secret;
  private final Redaction redaction;
  private final int limit;
  private final Set<URI> visited = new HashSet<>();
  private Hop current;

  Redirects(SignedCall call, int limit) {
    this.secret = call.call().secret();
    this.redaction = call.redaction();
    this.limit = limit;
    this.current = new Hop(call.uri(), true);
    visited.add(current.uri());
  }

  Hop current() {
    return current;
  }

  /**
   * Goes where a response leads.
   *
   * @param location the header of that name
   */
  Hop follow(@Nullable String location) throws BadRedirectException {
    if (location == null) {
      throw new BadRedirectException("a redirect to nowhere");
    }
    if (visited.size() > limit) {
      throw new BadRedirectException("more than " + limit + " redirects");
    }
    URI from = current.uri();
    URI to = resolve(from, location);
    checkScheme(from, to);
    boolean isHome = current.isHome() && isSameHost(from, to);
    if (!isHome) {
      to = withoutSecret(to);
    }
    if (!visited.add(to)) {
      throw new BadRedirectException("redirects in a circle");
    }
    current = new Hop(to, isHome);
    return current;
  }

  private static URI resolve(URI from, String location) throws BadRedirectException {
    try {
      String whole =
          location.indexOf('#') < 0 ? location : location.substring(0, location.indexOf('#'));
      // URI.resolve takes a mere query for one of the folder.
      URI to = from.resolve(whole.startsWith("?") ? from.getRawPath() + whole : whole);
      // Without a path, URI.resolve would add the next redirect's to the host's name.
      return to.getRawPath() != null && to.getRawPath().isEmpty() ? to.resolve("/") : to;
    } catch (IllegalArgumentException e) {
      throw new BadRedirectException("a redirect to what is no address");
    }
  }

  private static void checkScheme(URI from, URI to) throws BadRedirectException {
    String scheme = to.getScheme() == null ? "" : Ascii.toLowerCase(to.getScheme());
    if (to.getHost() == null || to.getRawUserInfo() != null) {
      throw new BadRedirectException("a redirect to what is no host");
    }
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new BadRedirectException("a redirect to the scheme " + scheme);
    }
    if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
      throw new BadRedirectException("a redirect from https to http");
    }
  }

  /** The same host by the same port, or by the usual ports of http and then https. */
  private static boolean isSameHost(URI from, URI to) {
    boolean isUpgrade = port(from) == HTTP_PORT && port(to) == HTTPS_PORT;
    boolean isSameService =
        port(from) == port(to) && Ascii.equalsIgnoreCase(from.getScheme(), to.getScheme());
    return Ascii.equalsIgnoreCase(from.getHost(), to.getHost()) && (isSameService || isUpgrade);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
  }

  private URI withoutSecret(URI to) throws BadRedirectException {
    if (secret == null) {
      return to;
    }
    URI stripped = to;
    if (secret.part() == SecretPlace.Part.QUERY && to.getRawQuery() != null) {
      String name = HttpCall.escaped(secret.name());
      List<String> kept =
          Streams.stream(Splitter.on('&').split(to.getRawQuery()))
              .filter(part -> !part.equals(name) && !part.startsWith(name + "="))
              .collect(Collectors.toList());
      String text = to.toString();
      String address = text.substring(0, text.indexOf('?'));
      stripped = URI.create(kept.isEmpty() ? address : address + "?" + String.join("&", kept));
    }
    String text = stripped.toString();
    if (redaction.isNeeded(text)
        || redaction.isNeeded(URLDecoder.decode(text, StandardCharsets.UTF_8))) {
      throw new BadRedirectException("a redirect to another host with the secret in its address");
    }
    return stripped;
  }
}
