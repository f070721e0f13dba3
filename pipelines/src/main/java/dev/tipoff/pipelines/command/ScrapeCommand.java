package dev.tipoff.pipelines.command;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.pipelines.launch.AsOf;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.PlannedRun;
import dev.tipoff.pipelines.launch.PlannedRuns;
import dev.tipoff.pipelines.launch.Report;
import dev.tipoff.pipelines.launch.RunCounts;
import dev.tipoff.pipelines.launch.Scraping;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.transforms.ledger.ScraperRun;
import java.util.List;
import java.util.Map;
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
    List<ScraperRun> runs = scrape(Scraping.named(options), options, AsOf.of(options), run);
    long incomplete = runs.stream().filter(each -> !each.getComplete()).count();
    if (incomplete > 0) {
      throw new CommandFailedException(
          String.format(
              "%,d of %,d source slates are incomplete, see above; what came is archived",
              incomplete, runs.size()));
    }
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
    PlannedRun planned = PlannedRuns.scrape(sources, options, run.slates(), asOf);
    return scrape(
        sources, planned.after(() -> Scraping.checkSecrets(sources, options, asOf)), options, run);
  }

  /** As above, of sources that can be asked. */
  static List<ScraperRun> scrape(
      Set<Source> sources, ScrapeOptions options, Instant asOf, SlateRun run) {
    return scrape(sources, PlannedRuns.scrape(sources, options, run.slates(), asOf), options, run);
  }

  private static List<ScraperRun> scrape(
      Set<Source> sources, PlannedRun planned, ScrapeOptions options, SlateRun run) {
    RunCounts counts = run.run(planned, options);
    List<ScraperRun> runs =
        run.ledger().admin().rows(Queries.scraperRuns(run.slates())).stream()
            .filter(each -> each.getAsOf().equals(planned.asOf()))
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
}
