package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.http.CallLog;
import dev.tipoff.io.http.PoliteClient;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.io.http.SecretPlace;
import dev.tipoff.io.secrets.CachedSecrets;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.Secrets;
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
  private static final Duration SECRETS_KEPT = Duration.ofMinutes(10);

  abstract ScrapeSettings settings();

  abstract ProviderAccess access();

  abstract String archive();

  /** How each provider is treated, by its id. */
  abstract ImmutableMap<String, Politeness> manners();

  public static HttpFetching of(ScrapeSettings settings, ProviderAccess access, String archive) {
    return of(settings, access, archive, ProviderManners.all());
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
    return of(settings(), access(), archive(), ProviderManners.hurried(requestsPerSecond));
  }

  static HttpFetching of(
      ScrapeSettings settings,
      ProviderAccess access,
      String archive,
      Map<String, Politeness> manners) {
    return new AutoValue_HttpFetching(settings, access, archive, ImmutableMap.copyOf(manners));
  }

  /**
   * Looks whether the secrets of the sources are there.
   *
   * @throws dev.tipoff.io.secrets.MissingSecretException if one is not
   */
  public void checkSecrets(Iterable<Source> sources) {
    Secrets environment = new EnvironmentSecrets(System.getenv());
    for (Source source : sources) {
      SecretPlace secret = access().secret(source.provider());
      if (secret != null) {
        environment.fetch(secret.reference());
      }
    }
  }

  @Override
  public Fetcher open() {
    return open(System.getenv());
  }

  /**
   * @param environment where the secrets are
   */
  Fetcher open(Map<String, String> environment) {
    return SharedFetcher.open(
        this,
        () ->
            new ArchivedFirst(
                new HttpFetcher(Catalogue.load(), client(environment), access(), settings()),
                archive(),
                settings()));
  }

  private PoliteClient client(Map<String, String> environment) {
    Secrets secrets =
        new CachedSecrets(new EnvironmentSecrets(environment), SECRETS_KEPT, Clock.systemUTC());
    // The pauses between attempts may differ from run to run: no row depends on them.
    Random pauses = new Random();
    return PoliteClient.open(manners(), secrets, CallLog.debug(), Clock.systemUTC(), pauses);
  }
}
