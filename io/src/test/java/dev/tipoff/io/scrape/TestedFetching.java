package dev.tipoff.io.scrape;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.sources.Provider;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Fetchers that ask servers of a test, with secrets of a test. */
final class TestedFetching implements Fetcher.Factory {
  private static final long serialVersionUID = 1L;

  private final HttpFetching fetching;
  private final HashMap<String, String> environment;

  private TestedFetching(HttpFetching fetching, Map<String, String> environment) {
    this.fetching = fetching;
    this.environment = new HashMap<>(environment);
  }

  static TestedFetching of(
      ScrapeSettings settings,
      ProviderAccess access,
      File folder,
      Map<String, Politeness> manners,
      Map<String, String> environment) {
    return new TestedFetching(
        HttpFetching.of(settings, access, SecretsAccess.local(), Scraped.archive(folder), manners),
        environment);
  }

  /** Of providers below one address, that want no secrets. */
  static TestedFetching of(
      ScrapeSettings settings, String root, File folder, Map<String, Politeness> manners) {
    return of(
        settings,
        ProviderAccess.of(URI.create(root), ImmutableMap.of()),
        folder,
        manners,
        Map.of());
  }

  /** Three attempts without pauses worth the name, as much at once as is wanted. */
  static Politeness.Builder impatient() {
    return Politeness.builder()
        .setAttempts(3)
        .setBaseBackOff(Duration.ofMillis(1))
        .setMaxBackOff(Duration.ofMillis(5))
        .setRequestsPerSecond(1_000)
        .setBurst(100)
        .setMaxConcurrent(32)
        .setBreakerFailures(1_000)
        .setBreakerWindow(1_000)
        .setMaxBodyBytes(1 << 20);
  }

  /** The same towards all providers. */
  static Map<String, Politeness> towardsAll(Politeness politeness) {
    Map<String, Politeness> manners = new HashMap<>();
    for (Provider provider : Provider.values()) {
      manners.put(provider.id(), politeness);
    }
    return manners;
  }

  @Override
  public Fetcher open() {
    return fetching.open(new EnvironmentSecrets(environment));
  }
}
