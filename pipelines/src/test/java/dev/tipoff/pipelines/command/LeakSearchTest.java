package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Throwables;
import com.google.common.io.BaseEncoding;
import dev.tipoff.io.alerts.AlertChannel;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredChannel;
import dev.tipoff.io.alerts.UnsentAlertException;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.launch.Alerting;
import dev.tipoff.pipelines.launch.Launcher;
import dev.tipoff.pipelines.launch.Logging;
import dev.tipoff.pipelines.launch.OptionNames;
import dev.tipoff.pipelines.options.PredictOptions;
import dev.tipoff.pipelines.template.TranslatedGraph;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.failure.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.joda.time.Instant;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A leak that is planted is found, and nothing but it, in every kind of place. */
public class LeakSearchTest {
  @ClassRule public static final EchoingServers SERVERS = new EchoingServers();

  private static final LeakSearch SEARCH = new LeakSearch();

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private Path folder;

  @Before
  public void makeFolder() throws IOException {
    folder = temp.newFolder().toPath();
  }

  private static String base64(String text) {
    return BaseEncoding.base64().encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Each in another form, and in the middle of something. */
  @Test
  public void everySecretIsFoundInEveryForm() {
    for (MarkedSecret secret : MarkedSecret.values()) {
      for (byte[] form : secret.forms()) {
        ByteArrayOutputStream place = new ByteArrayOutputStream();
        place.writeBytes(new byte[] {7, 0, -1});
        place.writeBytes(form);
        place.writeBytes(new byte[] {0, 1});
        assertThat(
            SEARCH.find(Map.of("here", place.toByteArray())),
            contains("here has " + secret.name()));
      }
    }
    assertThat(
        SEARCH.find(Map.of("here", "cut off after cAnArY".getBytes(StandardCharsets.UTF_8))),
        contains("here has START"));
    assertThat(
        SEARCH.find(Map.of("here", "a canary".getBytes(StandardCharsets.UTF_8))), is(empty()));
  }

  @Test
  public void inALog() throws IOException {
    HeardLogs logs = HeardLogs.start();
    Logging.set(false);
    Logger library = Logger.getLogger("com.example.library");
    library.log(Level.FINEST, "sent {0}", base64("x" + MarkedSecret.SLACK_WEBHOOK.marker() + "/"));
    Map<String, byte[]> places = logs.places();
    logs.stop();
    assertThat(SEARCH.find(places), contains("log has SLACK_WEBHOOK"));
  }

  @Test
  public void inWhatAnExceptionOfTheLogHides() throws IOException {
    HeardLogs logs = HeardLogs.start();
    IllegalStateException suppressed =
        new IllegalStateException("at " + MarkedSecret.SENTRY_DSN.marker());
    IllegalStateException cause = new IllegalStateException("it broke");
    cause.addSuppressed(suppressed);
    Logger.getLogger("com.example.library")
        .log(Level.FINEST, "it failed", new IllegalStateException("so it is", cause));
    Map<String, byte[]> places = logs.places();
    logs.stop();
    assertThat(SEARCH.find(places), contains("exceptions of the log has SENTRY_DSN"));
  }

  @Test
  public void inAnExceptionThatNobodyTellsOf() throws IOException {
    ThrownExceptions exceptions = ThrownExceptions.start();
    Throwable caught = new UnsentAlertException("no " + MarkedSecret.SMTP_PASSWORD.marker());
    assertThat(Throwables.getCausalChain(caught).size(), is(1));
    assertThat(
        SEARCH.find(exceptions.places(folder)),
        contains("thrown " + UnsentAlertException.class.getName() + " has SMTP_PASSWORD"));
  }

  @Test
  public void inARow() throws Exception {
    TestWarehouse warehouse = TestWarehouse.in(folder);
    warehouse.execute(
        "INSERT INTO nba_orchestration.alert_deliveries (delivery_id, alert_id, channel, state,"
            + " event_time, reason, row_hash) VALUES ('1', '2', 'slack', 'NOT_SENT',"
            + " TIMESTAMP '2031-01-10', '"
            + base64(MarkedSecret.BDL_API_KEY.marker())
            + "', 7)");
    assertThat(
        SEARCH.find(StoredPlaces.rows(warehouse.file())),
        contains("rows of nba_orchestration.alert_deliveries.reason has BDL_API_KEY"));
  }

  @Test
  public void inAFileThatIsPackedAndInItsName() throws IOException {
    Path named = folder.resolve("source/" + MarkedSecret.SLACK_WEBHOOK.marker());
    Files.createDirectories(named);
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("source/1.json.gz")))) {
      String key = URLEncoder.encode(MarkedSecret.ODDS_API_KEY.marker(), StandardCharsets.UTF_8);
      packed.write(("{\"url\":\"/odds?apiKey=" + key + "\"}").getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(named.resolve("2.json"), "{}");
    assertThat(
        SEARCH.find(StoredPlaces.files("archive", folder)),
        contains(
            "archive source/1.json.gz has ODDS_API_KEY",
            "name of archive source/"
                + MarkedSecret.SLACK_WEBHOOK.marker()
                + "/2.json has SLACK_WEBHOOK"));
  }

  @Test
  public void inATemplateFile() throws IOException {
    Files.writeString(folder.resolve("scrape.json"), "{\"metadata\": {}}");
    Files.writeString(
        folder.resolve("predict.json"),
        "{\"sentryDsn\": \"" + MarkedSecret.SENTRY_DSN.valueAt("https://o1.example") + "\"}");
    assertThat(
        SEARCH.find(StoredPlaces.files("template", folder)),
        contains("template predict.json has SENTRY_DSN"));
  }

  /** Options whose help tells too much. */
  private interface TellingOptions extends PredictOptions {
    @Description("Where alerts go, such as https://slack.example/services/T0/B0/cAnArY5lackT0ken7q")
    String getTold();

    void setTold(String told);
  }

  @Test
  public void inAHelpText() {
    Map<String, byte[]> help = new TreeMap<>();
    for (Class<?> options : List.of(PredictOptions.class, TellingOptions.class)) {
      help.put(
          "help of " + options.getSimpleName(),
          OptionNames.help(options).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(SEARCH.find(help), contains("help of TellingOptions has SLACK_WEBHOOK"));
  }

  /** As JSON, as an envelope, and as text and HTML. */
  @Test
  public void inAnAlert() throws Exception {
    PredictOptions options =
        Launcher.options(SERVERS.options().toArray(String[]::new), PredictOptions.class);
    AlertSettings settings = Alerting.of(options);
    for (DeclaredChannel channel : settings.channels()) {
      try (AlertChannel open = channel.open(settings.secrets().open())) {
        open.send(alert("nothing"));
        open.send(alert(MarkedSecret.SMTP_PASSWORD.marker()));
      }
    }
    Map<String, byte[]> alerts = new TreeMap<>(SERVERS.web().places());
    alerts.putAll(SERVERS.mail().places());
    assertThat(
        SEARCH.find(alerts),
        contains(
            "alert 2 at /api/42/ has SMTP_PASSWORD",
            "alert 2 at /services/ has SMTP_PASSWORD",
            "mail 2 has SMTP_PASSWORD"));
  }

  private static Alert alert(String samples) {
    Instant seen = Instant.parse("2031-01-10T21:00:00Z");
    return Alert.builder()
        .setAlertId("0123456789abcdef0123456789abcdef")
        .setSeverity(Severity.CRITICAL)
        .setPipeline("scrape")
        .setStep("Łuczak's step")
        .setCode(FailureCode.UNAUTHORIZED)
        .setRunId("run")
        .setFailures(1)
        .setFirstSeen(seen)
        .setLastSeen(seen)
        .setSlates("")
        .setSamples(samples)
        .setChannels("")
        .build();
  }

  /** A step that takes a key along. */
  private static final class KeyFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> keys;

    KeyFn(String key) {
      // What is packed refers back to what it had before, which a search would not see.
      this.keys = new ArrayList<>(List.of("x" + key.substring(0, 12), key));
    }

    @ProcessElement
    public void process(@Element String text, OutputReceiver<String> output) {
      output.output(keys + text);
    }
  }

  @Test
  public void inAGraphForDataflow() throws IOException {
    PredictOptions options =
        Launcher.options(TranslatedGraph.OPTIONS.toArray(String[]::new), PredictOptions.class);
    assertThat(
        SEARCH.find(
            TranslatedGraph.places(
                "planted",
                options,
                folder,
                pipeline ->
                    pipeline
                        .apply(Create.of("x"))
                        .apply(ParDo.of(new KeyFn(MarkedSecret.ODDS_API_KEY.marker()))))),
        contains(
            "graph of planted pipeline.pb has ODDS_API_KEY", "job of planted has ODDS_API_KEY"));
  }
}
