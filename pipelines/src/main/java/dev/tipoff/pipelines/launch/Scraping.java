package dev.tipoff.pipelines.launch;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.deadline.Deadline;
import dev.tipoff.io.scrape.HttpFetching;
import dev.tipoff.io.scrape.ProviderAccess;
import dev.tipoff.io.scrape.ScrapePlan;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.secrets.DeniedSecretException;
import dev.tipoff.io.secrets.MissingSecretException;
import dev.tipoff.io.secrets.SecretException;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.secrets.UnavailableSecretException;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.io.sources.Source;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SourcesOptions;
import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the options of a scrape which sources are asked, and how. */
public final class Scraping {
  /** What a slate is predicted from: its schedule, its odds, who is out, and box scores. */
  private static final String EVERY_DAY =
      "oddsa_player_props,oddsa_game_lines,nbac_scoreboard_v2,nbac_player_boxscore,"
          + "nbac_injury_report";

  private static final Logger LOG = LoggerFactory.getLogger(Scraping.class);

  private Scraping() {}

  /** The ids of the sources that are asked, with commas between. */
  public static String named(SourcesOptions options) {
    return Objects.requireNonNullElse(options.getSources(), EVERY_DAY);
  }

  /**
   * Resolves the secrets that sources need.
   *
   * @throws CommandFailedException if one cannot be had; it is a run that failed
   */
  public static void checkSecrets(Collection<Source> sources, ScrapeOptions options, Instant asOf) {
    try {
      fetching(options, asOf).checkSecrets(Set.copyOf(sources), options.getSecretsAccess().open());
    } catch (SecretException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Why a source cannot be asked with these options; empty if it can. A secret that is there and
   * cannot be had is no reason: the worker meets it and says so in a failure.
   */
  public static Optional<String> obstacle(Source source, ScrapeOptions options, Secrets secrets) {
    try {
      fetching(options, Instant.EPOCH).checkSecrets(Set.of(source), secrets);
    } catch (MissingSecretException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (DeniedSecretException | UnavailableSecretException e) {
      LOG.info("source={} secret=\"{}\"", source, e.getMessage());
    }
    return ScrapePlan.missing(source, settings(options, Instant.EPOCH))
        .map(name -> "there is no setting for " + name);
  }

  /** What the calls may cost and are filled with. */
  static ScrapeSettings settings(ScrapeOptions options, Instant asOf) {
    String folder = options.getDriveFolder();
    return ScrapeSettings.of(asOf, options.getCreditsPerDay())
        .withParameters(
            folder == null
                ? ImmutableMap.of()
                : ImmutableMap.of(SlateParameters.DRIVE_FOLDER, folder))
        .withMovesTopic(options.getMovesTopic());
  }

  /** How the providers are reached. */
  static HttpFetching fetching(ScrapeOptions options, Instant asOf) {
    HttpFetching usual =
        HttpFetching.of(
            settings(options, asOf),
            access(options),
            options.getSecretsAccess(),
            options.getArchive());
    Integer hurried = options.getRequestsPerSecond();
    HttpFetching asOften = hurried == null ? usual : usual.hurried(hurried);
    String deadline = options.getAttemptDeadline();
    return deadline == null
        ? asOften
        : asOften.impatient(Deadline.parse("attemptDeadline", deadline));
  }

  private static ProviderAccess access(ScrapeOptions options) {
    String root = options.getProvidersAt();
    return ProviderAccess.of(root == null ? null : URI.create(root), SecretsInUse.keys(options));
  }
}
