package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.pipelines.simulator.ProviderServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code scrape}, {@code run --sources}, {@code sources} and {@code workflow}. */
public class ScrapeCommandTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final LocalDate DAY = LocalDate.of(2025, 11, 5);
  private static final String AS_OF = "--asOf=" + DAY + "T22:00:00Z";
  private static final String ODDS = "--sources=oddsa_player_props,oddsa_game_lines";

  private static TestWarehouse history;
  private static ProviderServer providers;

  private TestWarehouse warehouse;
  private Path folder;

  @BeforeClass
  public static void serve() throws IOException {
    LeagueSimulator league = LeagueSimulator.of(11);
    Path files = TEMP.newFolder().toPath();
    league.writeHistory(files.resolve("history"), LocalDate.of(2025, 10, 25), DAY.minusDays(1));
    league.writeUpcoming(files.resolve("tonight"), DAY);
    history = TestWarehouse.in(TEMP.newFolder().toPath());
    history.importAll(files.resolve("history"));
    history.importAll(files.resolve("tonight"));
    providers = league.serveProviders(Instant.parse(DAY + "T22:00:00Z"));
  }

  @AfterClass
  public static void stop() {
    providers.close();
  }

  @Before
  public void copy() throws IOException {
    folder = TEMP.newFolder().toPath();
    warehouse = history.copyTo(folder);
  }

  private String tipoff(int exit, String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add("--warehouse=duckdb:" + warehouse.file());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args.toArray(String[]::new), stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  private String ask(int exit, String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add("--date=" + DAY);
    args.add("--archive=" + folder.resolve("archive"));
    args.add("--providersAt=" + providers.address());
    args.add("--oddsApiKey=");
    args.add("--requestsPerSecond=100");
    return tipoff(exit, args.toArray(String[]::new));
  }

  @Test
  public void aSlateIsPredictedFromWhatWasScraped() {
    String site = "--site=" + folder.resolve("site");
    String text = ask(0, "run", ODDS, AS_OF, site);
    assertThat(text, containsString("oddsa_player_props       complete: "));
    assertThat(
        warehouse.number("SELECT COUNT(*) FROM nba_predictions.player_prop_predictions"),
        greaterThan(100L));
    int before = providers.requests();
    assertThat(
        ask(0, "run", ODDS, AS_OF, site),
        containsString("load-raw    " + DAY + ": skipped, nothing that it is made from"));
    assertThat("the archive has it all", providers.requests(), is(before));
  }

  @Test
  public void theCatalogueSaysHowTheScrapesOfASourceHaveGone() {
    assertThat(tipoff(0, "sources"), containsString("oddsa_events "));
    ask(0, "scrape", ODDS, AS_OF);
    String text = tipoff(0, "sources", "--asOf=" + DAY.plusDays(2) + "T00:00:00Z");
    assertThat(text, containsString("stale    " + DAY + "T22:00:00Z"));
    assertThat(text, containsString("never    -"));
    assertThat(text, containsString("quota of the-odds-api: "));
  }

  @Test
  public void anUnknownSourceIsWrongUsageAndAMissingKeyIsNamed() {
    assertThat(
        ask(2, "scrape", "--sources=oddsa_evens", AS_OF),
        containsString("there is no source 'oddsa_evens'"));
    assertThat(
        tipoff(2, "scrape", ODDS, AS_OF, "--date=" + DAY, "--requestsPerSecond=100"),
        containsString("servers of yours, named by --providersAt"));
    String text =
        tipoff(
            1,
            "scrape",
            ODDS,
            AS_OF,
            "--date=" + DAY,
            "--archive=" + folder.resolve("archive"),
            "--oddsApiKey=secret:NO_SUCH_KEY_HERE");
    assertThat(text, containsString("there is no secret:NO_SUCH_KEY_HERE"));
    assertThat(text, not(containsString("Exception")));
  }

  @Test
  public void aWorkflowDecidesAndSaysWhy() {
    assertThat(
        ask(3, "workflow", "betting_lines", AS_OF),
        containsString("not ready, no game with its tip-off is known for " + DAY));
    ask(0, "scrape", ODDS, AS_OF);
    tipoff(0, "load-raw", "--date=" + DAY, "--archive=" + folder.resolve("archive"));
    String text =
        ask(0, "workflow", "betting_lines", "--force", "--bettingprosApiKey=secret:NO_SUCH_KEY");
    assertThat(text, containsString("betting_lines " + DAY + ": runs, asked for with --force"));
    assertThat(
        text, containsString("bp_events                not asked: there is no secret:NO_SUCH"));
    assertThat(text, containsString("oddsa_game_lines         complete"));
    assertThat(
        ask(0, "workflow", "betting_lines", "--asOf=" + DAY + "T03:00:00Z"),
        containsString("skipped, its window is "));
    assertThat(
        warehouse.number("SELECT COUNT(DISTINCT action) FROM nba_orchestration.workflow_decisions"),
        is(3L));
    assertThat(
        tipoff(0, "workflow"),
        containsString("betting_lines        08:00-20:00    Odds of the slate"));
  }
}
