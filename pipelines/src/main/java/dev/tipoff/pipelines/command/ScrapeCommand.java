package dev.tipoff.pipelines.command;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.scrape.HttpFetching;
import dev.tipoff.io.scrape.ProviderAccess;
import dev.tipoff.io.scrape.ScrapePlan;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.secrets.MissingSecretException;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.ScrapePipeline;
import dev.tipoff.pipelines.options.ScrapeOptions;
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

/** {@code scrape}: phase 1, sources asked for slates, and their answers archived. */
final class ScrapeCommand {
  /** What a slate is predicted from: its schedule, its odds, who is out, and box scores. */
  private static final String EVERY_DAY =
      "oddsa_player_props,oddsa_game_lines,nbac_scoreboard_v2,nbac_player_boxscore,"
          + "nbac_injury_report";

  private ScrapeCommand() {}

  static void run(String[] args, Report report) {
    PhaseCommands.withWarehouse(
        args,
        ScrapeOptions.class,
        report,
        (options, run) -> {
          String named = Objects.requireNonNullElse(options.getSources(), EVERY_DAY);
          List<ScraperRun> runs = scrape(named, options, AsOf.of(options), run);
          long incomplete = runs.stream().filter(each -> !each.getComplete()).count();
          if (incomplete > 0) {
            throw new CommandFailedException(
                String.format(
                    "%,d of %,d source slates are incomplete, see above; what came is archived",
                    incomplete, runs.size()));
          }
        });
  }

  /**
   * Asks sources and reports what came.
   *
   * @param named ids with commas between
   * @return what is covered, for each source and slate
   * @throws CommandFailedException if a secret is not there
   */
  static List<ScraperRun> scrape(String named, ScrapeOptions options, Instant asOf, SlateRun run) {
    Set<Source> sources = Catalogue.load().named(named);
    try {
      fetching(options, asOf).checkSecrets(sources);
    } catch (MissingSecretException e) {
      throw new CommandFailedException(String.valueOf(e.getMessage()));
    }
    return scrape(sources, options, asOf, run);
  }

  /** Why a source cannot be asked with these options; empty if it can. */
  static Optional<String> obstacle(Source source, ScrapeOptions options) {
    try {
      fetching(options, Instant.EPOCH).checkSecrets(Set.of(source));
    } catch (MissingSecretException e) {
      return Optional.of(String.valueOf(e.getMessage()));
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
        HttpFetching.of(settings(options, asOf), access(options), options.getArchive());
    Integer hurried = options.getRequestsPerSecond();
    return hurried == null ? usual : usual.hurried(hurried);
  }

  /** As above, of sources that can be asked. */
  static List<ScraperRun> scrape(
      Set<Source> sources, ScrapeOptions options, Instant asOf, SlateRun run) {
    RunCounts counts =
        run.ledger()
            .run(
                "scrape",
                run.slates().days(),
                asOf,
                run.why(),
                options,
                run.settings(options, ScrapeOptions.class),
                (pipeline, services) ->
                    ScrapePipeline.build(
                        pipeline,
                        run.slates(),
                        sources,
                        settings(options, asOf),
                        options.getArchive(),
                        fetching(options, asOf),
                        services));
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
    ImmutableMap.Builder<Provider, SecretReference> secrets = ImmutableMap.builder();
    ImmutableMap.of(
            Provider.THE_ODDS_API, options.getOddsApiKey(),
            Provider.BALLDONTLIE, options.getBdlApiKey(),
            Provider.BETTINGPROS, options.getBettingprosApiKey(),
            Provider.GOOGLE_DRIVE, options.getDriveApiKey())
        .forEach(
            (provider, reference) -> {
              if (!reference.isEmpty()) {
                secrets.put(provider, SecretReference.parse(reference));
              }
            });
    return ProviderAccess.of(root == null ? null : URI.create(root), secrets.buildOrThrow());
  }
}
