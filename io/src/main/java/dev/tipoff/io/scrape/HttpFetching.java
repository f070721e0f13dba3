package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.http.CallLog;
import dev.tipoff.io.http.PoliteClient;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.io.http.SecretPlace;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/**
 * Opens fetchers that ask over HTTP; what the archive has of the run already is not asked again.
 */
@AutoValue
public abstract class HttpFetching implements Fetcher.Factory {
  abstract ScrapeSettings settings();

  abstract ProviderAccess access();

  abstract SecretsAccess secrets();

  abstract String archive();

  /** How each provider is treated, by its id. */
  abstract ImmutableMap<String, Politeness> manners();

  public static HttpFetching of(
      ScrapeSettings settings, ProviderAccess access, SecretsAccess secrets, String archive) {
    return of(settings, access, secrets, archive, ProviderManners.all());
  }

  /**
   * Asks every provider so many times a second: only for servers of one's own.
   *
   * @throws IllegalArgumentException if the providers are asked at their own addresses, or the rate
   *     is not positive
   */
  public HttpFetching hurried(int requestsPerSecond) {
    Preconditions.checkArgument(
        access().root() != null,
        "the rate of requests is a provider's own; another is for servers of yours, named by"
            + " --providersAt");
    Preconditions.checkArgument(
        requestsPerSecond > 0, "--requestsPerSecond=%s must be more than 0", requestsPerSecond);
    return with(ProviderManners.hurried(manners(), requestsPerSecond));
  }

  /**
   * Waits so long for every provider, and pauses between attempts in proportion: only for servers
   * of one's own.
   *
   * @throws IllegalArgumentException if the providers are asked at their own addresses, or the
   *     deadline is longer than that of any call to the outside
   */
  public HttpFetching impatient(Duration attemptDeadline) {
    Preconditions.checkArgument(
        access().root() != null,
        "how long to wait is a provider's own; another is for servers of yours, named by"
            + " --providersAt");
    return with(ProviderManners.impatient(manners(), attemptDeadline));
  }

  private HttpFetching with(Map<String, Politeness> manners) {
    return of(settings(), access(), secrets(), archive(), manners);
  }

  static HttpFetching of(
      ScrapeSettings settings,
      ProviderAccess access,
      SecretsAccess secrets,
      String archive,
      Map<String, Politeness> manners) {
    return new AutoValue_HttpFetching(
        settings, access, secrets, archive, ImmutableMap.copyOf(manners));
  }

  /**
   * Looks whether the secrets of the sources can be had.
   *
   * @throws dev.tipoff.io.secrets.SecretException if one cannot
   */
  public void checkSecrets(Iterable<Source> sources, Secrets secrets) {
    for (Source source : sources) {
      SecretPlace secret = access().secret(source.provider());
      if (secret != null) {
        secrets.fetch(secret.reference());
      }
    }
  }

  @Override
  public Fetcher open() {
    return open(secrets().open());
  }

  /**
   * @param secrets where the values of the secrets come from
   */
  Fetcher open(Secrets secrets) {
    return SharedFetcher.open(
        this,
        () ->
            new ArchivedFirst(
                new HttpFetcher(Catalogue.load(), client(secrets), access(), settings()),
                archive(),
                settings()));
  }

  private PoliteClient client(Secrets secrets) {
    // The pauses between attempts may differ from run to run: no row depends on them.
    Random pauses = new Random();
    return PoliteClient.open(manners(), secrets, CallLog.debug(), Clock.systemUTC(), pauses);
  }
}
