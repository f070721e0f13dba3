package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.http.CallLog;
import dev.tipoff.io.http.PoliteClient;
import dev.tipoff.io.http.SecretPlace;
import dev.tipoff.io.secrets.CachedSecrets;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import java.time.Clock;
import java.time.Duration;
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

  public static HttpFetching of(ScrapeSettings settings, ProviderAccess access, String archive) {
    return new AutoValue_HttpFetching(settings, access, archive);
  }

  /**
   * Looks whether the secrets of the sources are there.
   *
   * @throws dev.tipoff.io.secrets.MissingSecretException if one is not
   */
  public void checkSecrets(Iterable<Source> sources) {
    for (Source source : sources) {
      SecretPlace secret = access().secret(source.provider());
      if (secret != null) {
        secrets().fetch(secret.reference());
      }
    }
  }

  @Override
  public Fetcher open() {
    return new ArchivedFirst(
        new HttpFetcher(
            Catalogue.load(),
            PoliteClient.open(
                ProviderManners.all(),
                secrets(),
                CallLog.debug(),
                Clock.systemUTC(),
                new Random()),
            access(),
            settings()),
        archive(),
        settings());
  }

  private static Secrets secrets() {
    return new CachedSecrets(
        new EnvironmentSecrets(System.getenv()), SECRETS_KEPT, Clock.systemUTC());
  }
}
