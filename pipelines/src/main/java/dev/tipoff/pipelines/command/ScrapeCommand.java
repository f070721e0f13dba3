package dev.tipoff.pipelines.command;

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
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.ScrapePipeline;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.SourcesOptions;
import dev.tipoff.transforms.ledger.ScraperRun;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code scrape}: phase 1, sources asked for slates, and their answers archived. */
final class ScrapeCommand {
  /** What a slate is predicted from: its schedule, its odds, who is out, and box scores. */
  private static final String EVERY_DAY =
      "oddsa_player_props,oddsa_game_lines,nbac_scoreboard_v2,nbac_player_boxscore,"
          + "nbac_injury_report";

  private static final Logger LOG = LoggerFactory.getLogger(ScrapeCommand.class);

  private ScrapeCommand() {}

  static void run(String[] args, Report report) {
    PhaseCommands.withWarehouse(args, ScrapeOptions.class, report, ScrapeCommand::scrape);
  }

  static void scrape(ScrapeOptions options, SlateRun run) {
    List<ScraperRun> runs = scrape(named(options), options, AsOf.of(options), run);
    long incomplete = runs.stream().filter(each -> !each.getComplete()).count();
    if (incomplete > 0) {
      throw new CommandFailedException(
          String.format(
              "%,d of %,d source slates are incomplete, see above; what came is archived",
              incomplete, runs.size()));
    }
  }

  /** The ids of the sources that are asked, with commas between. */
  static String named(SourcesOptions options) {
    return Objects.requireNonNullElse(options.getSources(), EVERY_DAY);
  }

  /**
   * Asks sources and reports what came.
   *
   * @param named ids with commas between
   * @return what is covered, for each source and slate
   * @throws CommandFailedException if a secret cannot be had; it is a run that failed
   */
  static List<ScraperRun> scrape(String named, ScrapeOptions options, Instant asOf, SlateRun run) {
    Set<Source> sources = Catalogue.load().named(named);
    return scrape(sources, options, asOf, run, () -> checkSecrets(sources, options, asOf));
  }

  private static void checkSecrets(Set<Source> sources, ScrapeOptions options, Instant asOf) {
    try {
      fetching(options, asOf).checkSecrets(sources, options.getSecretsAccess().open());
    } catch (SecretException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Why a source cannot be asked with these options; empty if it can. A secret that is there and
   * cannot be had is no reason: the worker meets it and says so in a failure.
   */
  static Optional<String> obstacle(Source source, ScrapeOptions options, Secrets secrets) {
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

  private static ScrapeSettings settings(ScrapeOptions options, Instant asOf) {
    String folder = options.getDriveFolder();
    return ScrapeSettings.of(asOf, options.getCreditsPerDay())
        .withParameters(
            folder == null
                ? ImmutableMap.of()
                : ImmutableMap.of(SlateParameters.DRIVE_FOLDER, folder));
  }

  private static HttpFetching fetching(ScrapeOptions options, Instant asOf) {
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

  /** As above, of sources that can be asked. */
  static List<ScraperRun> scrape(
      Set<Source> sources, ScrapeOptions options, Instant asOf, SlateRun run) {
    return scrape(sources, options, asOf, run, () -> {});
  }

  private static List<ScraperRun> scrape(
      Set<Source> sources, ScrapeOptions options, Instant asOf, SlateRun run, Runnable before) {
    RunCounts counts =
        run.ledger()
            .run(
                "scrape",
                run.slates().days(),
                asOf,
                run.why(),
                options,
                run.settings(options, ScrapeOptions.class),
                (pipeline, services) -> {
                  before.run();
                  ScrapePipeline.build(
                      pipeline,
                      run.slates(),
                      sources,
                      settings(options, asOf),
                      options.getArchive(),
                      fetching(options, asOf),
                      services);
                });
    List<ScraperRun> runs =
        run.ledger().admin().rows(Queries.scraperRuns(run.slates())).stream()
            .filter(each -> each.getAsOf().equals(asOf))
            .filter(each -> sources.stream().anyMatch(of -> of.id().equals(each.getSource())))
            .toList();
    print(runs, run.report());
    run.report().failures(counts);
    return runs;
  }

  private static void print(List<ScraperRun> runs, Report report) {
    Map<String, List<ScraperRun>> bySource =
        runs.stream()
            .collect(
                Collectors.groupingBy(ScraperRun::getSource, TreeMap::new, Collectors.toList()));
    bySource.forEach(
        (source, slates) -> {
          StringBuilder text = new StringBuilder();
          append(text, "without data", sum(slates, ScraperRun::getNoData));
          append(text, "failed", sum(slates, ScraperRun::getFailed));
          append(text, "not afforded", sum(slates, ScraperRun::getNotFetched));
          append(text, "requests", sum(slates, ScraperRun::getRequests));
          append(text, "credits set aside", sum(slates, ScraperRun::getCredits));
          report.line(
              "scrape      %-24s %s: %,d of %,d calls brought data%s",
              source,
              slates.stream().allMatch(ScraperRun::getComplete) ? "complete" : "INCOMPLETE",
              sum(slates, ScraperRun::getFetched),
              sum(slates, ScraperRun::getExpected),
              text);
        });
  }

  private static void append(StringBuilder text, String what, int number) {
    if (number > 0) {
      text.append(String.format(", %,d %s", number, what));
    }
  }

  private static int sum(List<ScraperRun> runs, ToIntFunction<ScraperRun> figure) {
    return runs.stream().mapToInt(figure).sum();
  }

  private static ProviderAccess access(ScrapeOptions options) {
    String root = options.getProvidersAt();
    return ProviderAccess.of(root == null ? null : URI.create(root), SecretsInUse.keys(options));
  }
}
