package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.pipelines.simulator.ProviderServer;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.time.Instant;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A night that was imported, predicted, graded and published, to be copied, and its providers. */
final class PlayedNight extends ExternalResource {
  static final LocalDate DAY = LocalDate.of(2025, 11, 2);
  static final String AS_OF = "--asOf=" + DAY + "T19:00:00Z";

  private final TemporaryFolder folder = new TemporaryFolder();
  private Path archive;
  private Path site;
  private TestWarehouse played;
  private List<String> digests;
  private List<String> digestsOfScraped;
  private ProviderServer providers;

  @Override
  protected void before() throws IOException {
    folder.create();
    Path root = folder.getRoot().toPath();
    LeagueSimulator league = LeagueSimulator.of(5);
    league.writeHistory(root.resolve("history"), LocalDate.of(2025, 10, 25), DAY);
    archive = root.resolve("archive");
    site = root.resolve("site");
    league.writeOdds(archive, DAY);
    providers = league.serveProviders(java.time.Instant.parse(DAY + "T19:00:00Z"));
    played = TestWarehouse.in(root.resolve("warehouse"));
    Ended.of(
            "import",
            option(played),
            "--playerGames=" + root.resolve("history/player_games.csv.gz"),
            "--schedule=" + root.resolve("history/schedule.csv.gz"),
            "--gameLines=" + root.resolve("history/game_lines.csv.gz"))
        .with(0);
    Ended.of(
            "run", option(played), "--date=" + DAY, "--archive=" + archive, "--site=" + site, AS_OF)
        .with(0);
    digests = digests(played);
    digestsOfScraped = scrapedToo();
  }

  private List<String> scrapedToo() throws IOException {
    TestWarehouse copy = copy();
    Ended.of(
            "scrape",
            option(copy),
            "--date=" + DAY,
            AS_OF,
            SourceFaults.SOURCE,
            "--oddsApiKey=",
            "--archive=" + newFolder(),
            "--providersAt=" + providers.address())
        .with(0);
    return digests(copy);
  }

  /** What the tables come to if the source is asked that the campaign asks. */
  List<String> scraped() {
    return digestsOfScraped;
  }

  @Override
  protected void after() {
    providers.close();
    folder.delete();
  }

  /** Has the bodies that the night was predicted from. */
  Path archive() {
    return archive;
  }

  /** A copy of what was published of the night. */
  Path site() throws IOException {
    return copied(site, newFolder());
  }

  /** A copy of the bodies that the night was predicted from. */
  Path archiveCopy() throws IOException {
    return copied(archive, newFolder());
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy);
        }
      }
    }
    return to;
  }

  ProviderServer providers() {
    return providers;
  }

  Path newFolder() throws IOException {
    return folder.newFolder().toPath();
  }

  TestWarehouse copy() throws IOException {
    return played.copyTo(newFolder());
  }

  /** A copy in which an alert waits for channels that have not been tried. */
  TestWarehouse copyWithAlert(String... channels) throws IOException {
    TestWarehouse copy = copy();
    Failure failure =
        Failure.of(
            "Run", FailureCode.RUN_FAILED, "predict of " + DAY, "a power cut", "", GameDay.of(DAY));
    List<Alert> alerts =
        GroupFailures.of("predict", "run-1", GameDay.of(DAY), Instant::now)
            .group(List.of(failure))
            .stream()
            .map(alert -> alert.through(List.of(channels)))
            .toList();
    try (WarehouseAdmin admin = admin(copy)) {
      admin.store(Tables.ALERTS, alerts);
    }
    return copy;
  }

  static WarehouseAdmin admin(TestWarehouse warehouse) {
    return DuckDbWarehouse.at(warehouse.file().toString(), Duration.ZERO).admin();
  }

  static String option(TestWarehouse warehouse) {
    return "--warehouse=duckdb:" + warehouse.file();
  }

  /** What each table comes to that does not hang on when a run was or what it failed at. */
  static List<String> digests(TestWarehouse warehouse) {
    try (WarehouseAdmin admin = admin(warehouse)) {
      return Tables.reproducible().stream()
          .filter(table -> !table.equals(Tables.FAILURES))
          .map(table -> table + " " + admin.digest(table, Optional.empty()))
          .toList();
    }
  }

  void assertAsPlayed(TestWarehouse warehouse) {
    assertThat(digests(warehouse), is(digests));
  }

  /** How many failures with a code are still open. */
  static long open(TestWarehouse warehouse, FailureCode code) {
    return warehouse.number(
        "SELECT COUNT(*) FROM nba_orchestration.failures WHERE code = '"
            + code
            + "' AND failure_id NOT IN (SELECT failure_id FROM nba_orchestration.failure_events"
            + " WHERE event = 'RESOLVED')");
  }

  /** The states that the alerts of a channel went through, with the reasons of those not sent. */
  static List<String> deliveries(TestWarehouse warehouse, String channel) {
    return warehouse.column(
        "SELECT state || ' ' || reason FROM nba_orchestration.alert_deliveries WHERE channel = '"
            + channel
            + "' ORDER BY event_time");
  }
}
