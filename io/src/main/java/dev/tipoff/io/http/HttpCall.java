package dev.tipoff.io.http;

import com.google.auto.value.AutoValue;
import com.google.common.base.Ascii;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.escape.Escaper;
import com.google.common.hash.Hashing;
import com.google.common.net.PercentEscaper;
import dev.tipoff.io.secrets.Secret;
import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A GET request to a provider, and what to make of its answer. It knows the name of the secret that
 * it needs, never the value, and so may be printed and serialized.
 */
@AutoValue
public abstract class HttpCall implements Serializable {
  private static final Escaper PATH = new PercentEscaper("-._~!$'()*,;&=@:+/", false);
  private static final Escaper QUERY = new PercentEscaper("-._~:,", false);
  private static final int KEY_LENGTH = 16;

  /** Headers that are the client's own, or would carry a secret in the clear. */
  private static final ImmutableSet<String> REFUSED_HEADERS =
      ImmutableSet.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "cookie",
          "expect",
          "host",
          "proxy-authorization",
          "upgrade");

  /** A query parameter; a name may come more than once. */
  public record Parameter(String name, String value) implements Serializable {}

  /** Whose {@link Politeness} the call keeps to. */
  public abstract String provider();

  /**
   * Scheme, host and perhaps the start of the path, {@code https://example.org/v4} for instance.
   */
  public abstract URI base();

  /** The rest of the path as plain text, to be percent-encoded; empty, or with a leading slash. */
  public abstract String path();

  /** The query in its order, without the secret. */
  public abstract ImmutableList<Parameter> parameters();

  /** Headers besides those of the provider's profile, which they replace. */
  public abstract ImmutableMap<String, String> headers();

  public abstract @Nullable SecretPlace secret();

  public abstract MediaKind expected();

  public abstract StatusRules statusRules();

  /** Whether the call spends any of a quota, and so is not made once that is used up. */
  public abstract boolean spendsQuota();

  /** A call without parameters, headers and secret for JSON, of usual statuses. */
  public static Builder builder() {
    return new AutoValue_HttpCall.Builder()
        .setPath("")
        .setExpected(MediaKind.JSON)
        .setStatusRules(StatusRules.USUAL)
        .setSpendsQuota(true);
  }

  /** The address with {@code ***} for the secret. */
  public final String safeUri() {
    SecretPlace place = secret();
    return place != null && place.part() == SecretPlace.Part.QUERY
        ? address(QUERY.escape(place.name()) + "=" + Secret.MASK)
        : address(null);
  }

  /** A short hash of method and address without the secret, the same on every machine. */
  public final String requestKey() {
    return Hashing.sha256()
        .hashString("GET " + address(null), StandardCharsets.UTF_8)
        .toString()
        .substring(0, KEY_LENGTH);
  }

  /** The address with the secret in it, if it goes there: for sending only. */
  final URI uri(@Nullable Secret value) {
    SecretPlace place = secret();
    return URI.create(
        value != null && place != null && place.part() == SecretPlace.Part.QUERY
            ? address(escaped(new Parameter(place.name(), place.prefix() + value.reveal())))
            : address(null));
  }

  /** A value as it stands in a query. */
  static String escaped(String value) {
    return QUERY.escape(value);
  }

  private static String escaped(Parameter parameter) {
    return QUERY.escape(parameter.name()) + "=" + QUERY.escape(parameter.value());
  }

  private String address(@Nullable String last) {
    List<String> query = new ArrayList<>();
    parameters().forEach(parameter -> query.add(escaped(parameter)));
    if (last != null) {
      query.add(last);
    }
    String base = base().toString();
    String stem = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    boolean isBare = path().isEmpty() && base().getRawPath().length() <= 1;
    return stem
        + (isBare ? "/" : PATH.escape(path()))
        + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  /** Provider and {@link #safeUri}. */
  @Override
  public final String toString() {
    return provider() + ": GET " + safeUri();
  }

  /** Builds a call. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setProvider(String provider);

    public abstract Builder setBase(URI base);

    public abstract Builder setPath(String path);

    abstract ImmutableList.Builder<Parameter> parametersBuilder();

    abstract ImmutableMap.Builder<String, String> headersBuilder();

    public abstract Builder setSecret(@Nullable SecretPlace secret);

    public abstract Builder setExpected(MediaKind expected);

    public abstract Builder setStatusRules(StatusRules statusRules);

    public abstract Builder setSpendsQuota(boolean spendsQuota);

    public final Builder addParameter(String name, String value) {
      parametersBuilder().add(new Parameter(name, value));
      return this;
    }

    public final Builder addHeader(String name, String value) {
      headersBuilder().put(name, value);
      return this;
    }

    abstract HttpCall autoBuild();

    /**
     * The call that was built.
     *
     * @throws IllegalArgumentException if the parts make no address of http or https, if the path
     *     climbs, or if a header is the client's own or a parameter has the secret's name
     */
    public final HttpCall build() {
      HttpCall call = autoBuild();
      URI base = call.base();
      Preconditions.checkArgument(
          ("http".equals(base.getScheme()) || "https".equals(base.getScheme()))
              && base.getHost() != null
              && base.getRawUserInfo() == null
              && base.getRawQuery() == null
              && base.getRawFragment() == null,
          "the base of a call to %s is no http(s)://HOST/PATH",
          call.provider());
      String path = call.path();
      Preconditions.checkArgument(
          path.isEmpty() || path.startsWith("/"), "the path %s has no leading slash", path);
      for (String segment : path.split("/", -1)) {
        Preconditions.checkArgument(
            !segment.equals(".") && !segment.equals(".."), "the path %s climbs", path);
      }
      HttpRequest.Builder taken = HttpRequest.newBuilder();
      call.headers()
          .forEach(
              (name, value) -> {
                Preconditions.checkArgument(
                    !REFUSED_HEADERS.contains(Ascii.toLowerCase(name)),
                    "the header %s is the client's own; credentials are given by reference",
                    name);
                taken.setHeader(name, value);
              });
      SecretPlace place = call.secret();
      if (place != null && place.part() == SecretPlace.Part.HEADER) {
        taken.setHeader(place.name(), place.prefix() + Secret.MASK);
      }
      Preconditions.checkArgument(
          place == null
              || call.parameters().stream().noneMatch(given -> given.name().equals(place.name())),
          "the parameter of the secret is given in the clear too");
      URI whole = call.uri(null);
      Preconditions.checkArgument(whole.getHost() != null, "no host in the base of %s", call);
      return call;
    }
  }
}
