package dev.tipoff.pipelines.launch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.Source;
import dev.tipoff.pipelines.options.SourcesOptions;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A secret that an installation uses. This class has the list of all of them.
 *
 * @param isNeeded whether what it is for is switched on
 */
public record SecretsInUse(SecretReference reference, String purpose, boolean isNeeded) {
  /**
   * All secrets: the keys of providers, needed for those of the sources that are asked, and what
   * alerts are sent with.
   *
   * @throws IllegalArgumentException if an option names no source or no secret
   */
  public static ImmutableList<SecretsInUse> of(SourcesOptions options) {
    return of(options, Scraping.named(options));
  }

  /** As above, with the sources that are asked, of which there may be none. */
  public static ImmutableList<SecretsInUse> of(SourcesOptions options, String sources) {
    Set<Provider> asked =
        sources.isEmpty()
            ? Set.of()
            : Catalogue.load().named(sources).stream()
                .map(Source::provider)
                .collect(Collectors.toSet());
    ImmutableList.Builder<SecretsInUse> all = ImmutableList.builder();
    keys(options)
        .forEach(
            (provider, reference) ->
                all.add(
                    new SecretsInUse(
                        reference, "the key of " + provider.id(), asked.contains(provider))));
    Set<String> channels = ImmutableSet.copyOf(Alerting.channels(options));
    boolean slack = channels.contains("slack");
    all.add(of(options.getSlackWebhook(), "alerts in Slack", slack));
    all.add(of(options.getSlackErrorWebhook(), "errors in Slack", slack));
    all.add(of(options.getSlackMonitoringErrorWebhook(), "errors of monitoring in Slack", slack));
    all.add(
        of(options.getSlackMonitoringWarningWebhook(), "warnings of monitoring in Slack", slack));
    all.add(of(options.getSmtpPassword(), "alerts by mail", channels.contains("mail")));
    all.add(of(options.getSentryDsn(), "alerts in Sentry", channels.contains("sentry")));
    return all.build();
  }

  private static SecretsInUse of(String reference, String purpose, boolean isNeeded) {
    return new SecretsInUse(SecretReference.parse(reference), purpose, isNeeded);
  }

  /**
   * The keys of the providers that want one.
   *
   * @throws IllegalArgumentException if an option has no reference to a secret
   */
  public static ImmutableMap<Provider, SecretReference> keys(SourcesOptions options) {
    ImmutableMap.Builder<Provider, SecretReference> keys = ImmutableMap.builder();
    ImmutableMap.of(
            Provider.THE_ODDS_API, options.getOddsApiKey(),
            Provider.BALLDONTLIE, options.getBdlApiKey(),
            Provider.BETTINGPROS, options.getBettingprosApiKey(),
            Provider.GOOGLE_DRIVE, options.getDriveApiKey())
        .forEach(
            (provider, reference) -> {
              if (!reference.isEmpty()) {
                keys.put(provider, SecretReference.parse(reference));
              }
            });
    return keys.buildOrThrow();
  }
}
