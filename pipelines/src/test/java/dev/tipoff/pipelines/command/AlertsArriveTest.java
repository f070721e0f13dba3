package dev.tipoff.pipelines.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.AlertServers;
import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.transforms.catalogue.Tables;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * From a file with bad rows to a person, through real servers; and that a channel which is down or
 * slow changes neither what a run stores nor what the other channels get.
 */
public class AlertsArriveTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();
  @ClassRule public static final AlertServers SERVERS = new AlertServers();

  private static final String VILLAIN = "<script>alert('&')</script>";

  private static Path schedule;
  private static List<String> undisturbed;

  @BeforeClass
  public static void importOnce() throws IOException {
    StringBuilder rows =
        new StringBuilder("season,season_type,game_id,date,home,away,home_points,away_points\n");
    rows.append("2025-26,regular,0022500001,2025-10-21,BOS,NYK,101,99\n");
    for (int i = 0; i < 1_000; i++) {
      rows.append("2025-26,regular,00225")
          .append(10_000 + i)
          .append(",2025-10-21,")
          .append(VILLAIN)
          .append(",NYK,101,99\n");
    }
    schedule = TEMP.newFile("schedule.csv").toPath();
    Files.writeString(schedule, rows);
    TestWarehouse warehouse = warehouse();
    command(warehouse, 0);
    undisturbed = stored(warehouse);
  }

  @Before
  public void reset() {
    SERVERS.reset();
  }

  private static TestWarehouse warehouse() throws IOException {
    return TestWarehouse.in(TEMP.newFolder().toPath());
  }

  private static String command(TestWarehouse warehouse, int exit) {
    return command(
        exit,
        "import",
        SERVERS.commandLine("--schedule=" + schedule, "--warehouse=duckdb:" + warehouse.file()));
  }

  private static String command(int exit, String name, String... options) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
    String[] args = Stream.concat(Stream.of(name), Arrays.stream(options)).toArray(String[]::new);
    int ended = Command.run(args, stream, stream);
    assertThat(text.toString(StandardCharsets.UTF_8), ended, is(exit));
    return text.toString(StandardCharsets.UTF_8);
  }

  private static List<String> stored(TestWarehouse warehouse) {
    try (WarehouseAdmin admin =
        DuckDbWarehouse.at(warehouse.file().toString(), Duration.ZERO).admin()) {
      return Tables.reproducible().stream()
          .map(table -> table + " " + admin.digest(table, Optional.empty()))
          .toList();
    }
  }

  private static List<String> states(TestWarehouse warehouse) {
    return warehouse.column(
        "SELECT channel || ' ' || state FROM nba_orchestration.alert_deliveries"
            + " ORDER BY channel, state");
  }

  @Test
  public void aMailASlackMessageAndASentryEventArrive() throws Exception {
    TestWarehouse warehouse = warehouse();
    command(warehouse, 0);
    assertThat(
        states(warehouse), is(List.of("log SENT", "mail SENT", "sentry SENT", "slack SENT")));
    String id = warehouse.column("SELECT alert_id FROM nba_orchestration.alerts").get(0);

    MimeMessage mail = SERVERS.mails().get(0);
    assertThat(AlertServers.alertOf(mail), is(id));
    assertThat(mail.getSubject(), is("[Tipoff CRITICAL] 1,000 BAD_ROW in import, step ReadCsv"));
    assertThat(
        Arrays.stream(mail.getAllRecipients()).map(Address::toString).toList(),
        containsInAnyOrder("night@tipoff.example", "day@tipoff.example"));
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(
        parts.getBodyPart(0).getContent().toString(),
        allOf(containsString(VILLAIN), containsString("docs/runbook.md#bad_row")));
    assertThat(
        parts.getBodyPart(1).getContent().toString(),
        allOf(
            containsString("#FF0000"),
            containsString("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"),
            not(containsString("<script"))));

    assertThat(SERVERS.slack("error"), hasSize(1));
    assertThat(SERVERS.slack("default"), hasSize(0));
    JsonNode message = new ObjectMapper().readTree(SERVERS.slack("error").get(0));
    assertThat(message.toString(), containsString("\"type\":\"header\""));
    assertThat(message.toString(), containsString("1,000 BAD_ROW in import, step ReadCsv"));
    assertThat(message.toString(), containsString(id));

    assertThat(SERVERS.sentry(), hasSize(1));
    assertThat(
        SERVERS.sentry().get(0),
        allOf(
            containsString("\"fingerprint\":[\"import/ReadCsv/BAD_ROW\"]"),
            containsString("\"environment\":\"test\""),
            containsString("\"level\":\"fatal\"")));
  }

  @Test
  public void theSameFailuresAreToldOnce() throws IOException {
    TestWarehouse warehouse = warehouse();
    command(warehouse, 0);
    command(warehouse, 0);
    assertThat(SERVERS.slack("error"), hasSize(1));
    assertThat(SERVERS.sentry(), hasSize(1));
    assertThat(SERVERS.mails(), hasSize(2));
  }

  @Test
  public void slackThatIsDownCostsNothingElseAndHearsOfItLater() throws IOException {
    SERVERS.answer("/services/.*", aResponse().withStatus(503).withBody("down"));
    TestWarehouse warehouse = disturbed("slack");
    SERVERS.answer("/services/.*", aResponse().withStatus(200).withBody("ok"));
    healed(warehouse);
    assertThat(SERVERS.slack("error"), hasSize(2));
    assertThat(SERVERS.sentry(), hasSize(1));
    assertThat(SERVERS.mails(), hasSize(2));
  }

  @Test
  public void sentryThatBreaksConnectionsCostsNothingElseAndHearsOfItLater() throws IOException {
    SERVERS.answer("/api/.*", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    TestWarehouse warehouse = disturbed("sentry");
    SERVERS.answer("/api/.*", aResponse().withStatus(200).withBody("{}"));
    healed(warehouse);
    assertThat(SERVERS.slack("error"), hasSize(1));
    assertThat(SERVERS.mails(), hasSize(2));
  }

  @Test
  public void mailThatIsDownCostsNothingElseAndHearsOfItLater() throws IOException {
    SERVERS.stopMail();
    TestWarehouse warehouse;
    try {
      warehouse = disturbed("mail");
      assertThat(SERVERS.mails(), hasSize(0));
    } finally {
      SERVERS.startMail();
    }
    healed(warehouse);
    assertThat(SERVERS.mails(), hasSize(2));
    assertThat(SERVERS.slack("error"), hasSize(1));
  }

  @Test
  public void slowChannelsCostNothingElse() throws IOException {
    SERVERS.answer("/.*", aResponse().withStatus(200).withBody("ok").withFixedDelay(1_000));
    TestWarehouse warehouse = warehouse();
    command(warehouse, 0);
    assertThat(stored(warehouse), is(undisturbed));
    assertThat(
        states(warehouse), is(List.of("log SENT", "mail SENT", "sentry SENT", "slack SENT")));
  }

  /** A run while a channel is down: it ends well, and all but the channel are told. */
  private static TestWarehouse disturbed(String channel) throws IOException {
    TestWarehouse warehouse = warehouse();
    command(warehouse, 0);
    assertThat(stored(warehouse), is(undisturbed));
    assertThat(
        states(warehouse),
        is(
            Stream.of("log", "mail", "sentry", "slack")
                .map(each -> each + (each.equals(channel) ? " NOT_SENT" : " SENT"))
                .toList()));
    return warehouse;
  }

  /** The next command of any kind sends what waits, with the same id. */
  private static void healed(TestWarehouse warehouse) {
    command(
        0,
        "watch",
        SERVERS.commandLine("--date=2025-08-01", "--warehouse=duckdb:" + warehouse.file()));
    assertThat(
        warehouse.column(
            "SELECT channel FROM nba_orchestration.alert_deliveries WHERE state = 'SENT'"),
        containsInAnyOrder("log", "mail", "sentry", "slack"));
    assertThat(
        warehouse.column("SELECT DISTINCT alert_id FROM nba_orchestration.alert_deliveries"),
        hasSize(1));
  }

  @Test
  public void aTestAlertIsSentAndSaysWhatWasNot() {
    for (String channel : List.of("log", "slack", "mail", "sentry")) {
      assertThat(
          command(0, "alert", tested(channel, "critical")),
          containsString(channel + " has taken a critical alert"));
    }
    assertThat(SERVERS.slack("error").get(0), containsString("nothing is wrong"));
    assertThat(command(0, "alert", tested("slack", "warning")), containsString("a warning alert"));
    assertThat(SERVERS.slack("default"), hasSize(1));
    assertThat(
        command(2, "alert", tested("mail", "warning")),
        containsString("mail is not for alerts of severity warning"));
    SERVERS.answer("/services/.*", aResponse().withStatus(404).withBody("no_service"));
    assertThat(command(1, "alert", tested("slack", "critical")), containsString("404"));
    assertThat(
        command(2, "alert", "test", "--channel=pigeon"),
        containsString("none of log, slack, mail and sentry"));
    assertThat(command(2, "alert"), containsString("alert test --channel=slack"));
  }

  private static String[] tested(String channel, String severity) {
    String[] options = SERVERS.commandLine("--channel=" + channel, "--severity=" + severity);
    return Stream.concat(
            Stream.of("test"),
            Arrays.stream(options).filter(each -> !each.startsWith("--alertChannels")))
        .toArray(String[]::new);
  }
}
