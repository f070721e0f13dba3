package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.io.scrape.HttpFetching;
import dev.tipoff.io.scrape.ProviderAccess;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.pipelines.PredictPipeline;
import dev.tipoff.pipelines.Run;
import dev.tipoff.pipelines.ScrapePipeline;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.launch.Alerting;
import dev.tipoff.pipelines.launch.CommandFailedException;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.NamedWarehouse;
import dev.tipoff.pipelines.launch.SecretsInUse;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.options.ScrapeOptions;
import dev.tipoff.pipelines.options.WarehouseOptions;
import dev.tipoff.pipelines.template.TranslatedGraph;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Five secrets through every command, with servers that repeat them in whatever they answer and do
 * everything wrong: nothing that is written, told or kept has one, in any form. {@link
 * LeakSearchTest} shows that the search would find it.
 */
public class CanarySecretsTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();
  @ClassRule public static final EchoingServers SERVERS = new EchoingServers();

  private static final LeakSearch SEARCH = new LeakSearch();
  private static final String DAY = "--date=2031-01-10";
  private static final Instant AS_OF = Instant.parse("2031-01-10T21:00:00Z");

  /** What the commands wrote to their output, and to standard error. */
  private static final Map<String, byte[]> OUTPUTS = new TreeMap<>();

  private static Path folder;
  private static Map<String, byte[]> logged;
  private static Map<String, byte[]> thrown;

  @BeforeClass
  public static void runEveryCommand() throws Exception {
    folder = TEMP.newFolder().toPath();
    Files.createDirectory(folder.resolve("warehouse"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream usual = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    HeardLogs logs = HeardLogs.start();
    ThrownExceptions exceptions = ThrownExceptions.start();
    try {
      scrapeWhatFails();
      refuseAlerts();
      playTheNight();
      lookBack();
    } finally {
      System.setErr(usual);
      thrown = exceptions.places(TEMP.newFolder().toPath());
      logged = logs.places();
      logs.stop();
    }
    OUTPUTS.put("standard error", err.toByteArray());
  }

  /** The channels take the alerts of this. */
  private static void scrapeWhatFails() {
    asking(
        1,
        "scrape",
        "--sources=oddsa_events,bdl_box_scores",
        "--from=" + EchoingWeb.FAULTY_FROM,
        "--to=" + EchoingWeb.FAULTY_TO,
        "--asOf=" + EchoingWeb.FAULTY_FROM + "T21:00:00Z");
  }

  /** From here on they refuse all. */
  private static void refuseAlerts() {
    for (int how = 0; how < EchoingWeb.refusals(); how++) {
      SERVERS.web().refuseAlerts(how);
      tipoff(1, "alert", "test", "--channel=slack");
      tipoff(1, "alert", "test", "--channel=sentry");
    }
    SERVERS.mail().refuse();
    tipoff(1, "alert", "test", "--channel=mail");
    tipoff(0, "alert", "test", "--channel=log");
  }

  private static void playTheNight() {
    asking(
        0,
        "scrape",
        "--sources=nbac_scoreboard_v2,nbac_player_boxscore,bdl_box_scores",
        "--from=2031-01-02",
        "--to=2031-01-10",
        "--asOf=" + AS_OF);
    asking(0, "workflow", "betting_lines", DAY, "--force", "--asOf=2031-01-10T18:00:00Z");
    storing(0, "load-raw", "--from=2031-01-02", "--to=" + EchoingWeb.FAULTY_TO, archive());
    storing(0, "analytics", DAY, "--asOf=" + AS_OF);
    storing(0, "precompute", DAY);
    storing(0, "predict", DAY, "--asOf=" + AS_OF);
    storing(0, "grade", DAY);
    storing(0, "publish", DAY, "--site=" + folder.resolve("site"));
    storing(1, "publish", DAY, "--site=" + folder.resolve("site/index.html"));
    String faulty = "2031-01-22";
    asking(
        3, "run", "--date=" + faulty, "--asOf=" + faulty + "T21:00:00Z", "--sources=oddsa_events");
  }

  private static void lookBack() {
    String models = "--modelDir=" + folder.resolve("models");
    storing(
        0, "backtest", DAY, "--retrain=never", "--metrics=" + folder.resolve("site/metrics.json"));
    storing(3, "train", "--through=2031-01-10", "--trainSeasons=1", models);
    storing(0, "verify", DAY);
    asking(1, "replay", "--date=2031-01-21");
    storing(1, "watch", DAY, models);
    storing(0, "report", DAY);
    storing(0, "sources");
    storing(1, "health", "--json", models);
    storing(0, "secrets", "check", "--sources=oddsa_events,bdl_box_scores");
    storing(0, "digest");
    storing(0, "schema");
    storing(0, "schema", "--check");
  }

  private static String archive() {
    return "--archive=" + folder.resolve("archive");
  }

  private static Path warehouse() {
    return folder.resolve("warehouse/tipoff.duckdb");
  }

  private static void asking(int exit, String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add(archive());
    args.add("--providersAt=" + SERVERS.web().address());
    args.add("--requestsPerSecond=100");
    storing(exit, args.toArray(String[]::new));
  }

  private static void storing(int exit, String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add("--warehouse=duckdb:" + warehouse());
    tipoff(exit, args.toArray(String[]::new));
  }

  private static void tipoff(int exit, String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.addAll(SERVERS.options());
    args.add("--verbose");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    int ended = Command.run(args.toArray(String[]::new), stream, stream);
    OUTPUTS.put("output " + OUTPUTS.size() + " " + words[0], text.toByteArray());
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
  }

  private static void assertClean(Map<String, byte[]> places) {
    assertThat(places.keySet(), is(not(empty())));
    assertThat(SEARCH.find(places), is(empty()));
  }

  @Test
  public void everySecretGotToItsServer() {
    for (MarkedSecret secret : MarkedSecret.values()) {
      long received =
          secret == MarkedSecret.SMTP_PASSWORD
              ? SERVERS.mail().received()
              : SERVERS.web().received(secret);
      assertThat(secret.name(), received, is(greaterThan(1L)));
    }
  }

  @Test
  public void noOutputAndNoLogHasOne() {
    assertClean(OUTPUTS);
    assertThat(
        new String(logged.get("log"), StandardCharsets.UTF_8),
        containsString("CallLog: the-odds-api: GET"));
    assertClean(logged);
  }

  @Test
  public void noExceptionHasOne() {
    assertThat(
        thrown.keySet(),
        hasItems(
            "thrown dev.tipoff.io.alerts.UnsentAlertException",
            "thrown " + CommandFailedException.class.getName()));
    assertClean(thrown);
  }

  @Test
  public void noRowHasOne() throws Exception {
    assertClean(StoredPlaces.rows(warehouse()));
    TestWarehouse stored = TestWarehouse.in(folder.resolve("warehouse"));
    assertThat(
        stored.column(
            "SELECT DISTINCT channel || ' ' || state FROM nba_orchestration.alert_deliveries"),
        hasItems("mail SENT", "slack SENT", "sentry SENT", "slack NOT_SENT", "sentry NOT_SENT"));
    assertThat(
        stored.number("SELECT COUNT(*) FROM nba_predictions.player_prop_predictions"),
        is(greaterThan(100L)));
  }

  @Test
  public void noFileHasOne() throws Exception {
    Map<String, byte[]> files = StoredPlaces.files("file", folder);
    assertThat(
        files.keySet(),
        hasItems(
            startsWith("file archive/oddsa_player_props/"),
            is("file site/index.html"),
            is("file warehouse/tipoff.duckdb")));
    assertClean(files);
  }

  @Test
  public void noAlertHasOne() throws Exception {
    assertClean(SERVERS.web().places());
    assertClean(SERVERS.mail().places());
  }

  @Test
  public void noHelpHasOne() {
    Map<String, byte[]> help = new TreeMap<>();
    for (Command command : Command.values()) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
      assertThat(Command.run(new String[] {command.id(), "--help"}, stream, stream), is(0));
      help.put("help of " + command.id(), text.toByteArray());
    }
    assertClean(help);
  }

  @Test
  public void noTemplateFileHasOne() throws Exception {
    assertClean(
        StoredPlaces.files("template", Path.of(System.getProperty("tipoff.root"), "templates")));
  }

  @Test
  public void noGraphForDataflowHasOne() throws Exception {
    ScrapeOptions scrape = onDataflow(ScrapeOptions.class);
    SlateRange slate = SlateRange.of(GameDay.parse("2031-01-10"));
    ScrapeSettings settings = ScrapeSettings.of(AS_OF, 400);
    Path graphs = TEMP.newFolder().toPath();
    Map<String, byte[]> places =
        TranslatedGraph.places(
            "scrape",
            scrape,
            graphs,
            pipeline ->
                ScrapePipeline.build(
                    pipeline,
                    slate,
                    Catalogue.load().named("oddsa_player_props,bdl_box_scores"),
                    settings,
                    "gs://some-bucket/archive",
                    HttpFetching.of(
                        settings,
                        ProviderAccess.of(null, SecretsInUse.keys(scrape)),
                        scrape.getSecretsAccess(),
                        "gs://some-bucket/archive"),
                    services("scrape", scrape)));
    PredictOptions predict = onDataflow(PredictOptions.class);
    places.putAll(
        TranslatedGraph.places(
            "predict",
            predict,
            graphs,
            pipeline ->
                PredictPipeline.build(
                    pipeline, slate, AS_OF, AS_OF, predict, services("predict", predict))));
    assertThat(
        places.keySet(),
        hasItems("job of scrape", "graph of scrape pipeline.pb", "job of predict"));
    assertClean(places);
  }

  private static <T extends WarehouseOptions> T onDataflow(Class<T> type) {
    List<String> args = new ArrayList<>(SERVERS.options());
    args.addAll(TranslatedGraph.OPTIONS);
    args.add("--bigQueryEndpoint=" + SERVERS.web().address());
    return Launcher.options(args.toArray(String[]::new), type);
  }

  private static Services services(String pipeline, WarehouseOptions options) {
    List<GameDay> days = List.of(GameDay.parse("2031-01-10"));
    RunEvent started =
        RunEvent.started("run", pipeline, days.get(0), AS_OF, AS_OF, AS_OF, "asked for", "f00d");
    return Services.of(
        NamedWarehouse.of(options),
        Run.of(List.of(started), Map.of()),
        Alerting.of(options, pipeline, days),
        List.of());
  }
}
