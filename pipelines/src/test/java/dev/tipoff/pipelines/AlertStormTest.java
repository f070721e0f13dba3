package dev.tipoff.pipelines;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.DeclaredSlack;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** That people get a few messages of however many failures, and one run's share of two runs. */
public class AlertStormTest {
  @ClassRule public static final AlertServers SERVERS = new AlertServers();
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Before
  public void reset() {
    SERVERS.reset();
  }

  private static AlertSettings slack() {
    return AlertSettings.of(
        List.of(DeclaredSlack.builder().build()),
        SecretsAccess.of("local", null, SERVERS.secrets().toString()));
  }

  private static List<String> messages() {
    return Stream.of("default", "error").flatMap(level -> SERVERS.slack(level).stream()).toList();
  }

  private Warehouse warehouse() {
    return DuckDbWarehouse.at(folder.getRoot() + "/tipoff.duckdb", Duration.ZERO);
  }

  private List<String> column(String sql) throws IOException {
    return TestWarehouse.in(folder.getRoot().toPath()).column(sql);
  }

  @Test
  public void ofAHundredThousandFailuresPeopleGetAMessageAKind() throws IOException {
    AlertStorm.run(warehouse(), DAY, AlertStorm.FAILURES, Optional.of(slack()));
    assertThat(messages(), hasSize(AlertStorm.KINDS));
    assertThat(
        column("SELECT COUNT(*) FROM nba_orchestration.failures"),
        is(List.of(String.valueOf(AlertStorm.FAILURES))));
    assertThat(
        column("SELECT SUM(failures) FROM nba_orchestration.alerts"),
        is(List.of(String.valueOf(AlertStorm.FAILURES))));
    assertThat(column("SELECT alert_id FROM nba_orchestration.alerts"), hasSize(AlertStorm.KINDS));
  }

  @Test
  public void whatIsMoreThanTheBudgetIsOneDigest() throws IOException {
    AlertStorm.run(warehouse(), DAY, 1_000, Optional.of(slack().withPerHour(1)));
    AlertStorm.run(warehouse(), DAY.plusDays(1), 1_000, Optional.of(slack().withPerHour(1)));
    assertThat(messages(), hasSize(AlertStorm.KINDS + 1));
    assertThat(
        messages().stream().filter(text -> text.contains("ALERTS_HELD")).toList(),
        everyItem(containsString("load-raw/Parse a/BAD_ENTRY")));
    assertThat(
        column(
            "SELECT state || ' ' || COUNT(*) FROM nba_orchestration.alert_deliveries"
                + " GROUP BY state ORDER BY state"),
        is(List.of("HELD 12", "SENT 12", "TOLD 12")));
  }

  @Test
  public void twoRunsAtOnceShareTheBudgetOfOne() throws Exception {
    Warehouse warehouse = warehouse();
    TestWarehouse.in(folder.getRoot().toPath());
    ExecutorService runs = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both =
          Stream.of(DAY, DAY.plusDays(1))
              .<Future<?>>map(
                  day ->
                      runs.submit(
                          () ->
                              AlertStorm.run(
                                  warehouse, day, 1_000, Optional.of(slack().withPerHour(1)))))
              .toList();
      for (Future<?> run : both) {
        run.get();
      }
    } finally {
      runs.shutdownNow();
    }
    List<String> digests =
        messages().stream().filter(text -> text.contains("ALERTS_HELD")).toList();
    assertThat(messages(), hasSize(AlertStorm.KINDS + digests.size()));
    assertThat(digests.size() <= 1, is(true));
  }

  @Test
  public void aStormWithoutSlackIsStoredAllTheSame() throws IOException {
    SERVERS.answer("/services/.*", aResponse().withStatus(500));
    AlertStorm.run(warehouse(), DAY, 1_000, Optional.of(slack()));
    assertThat(messages(), hasSize(2));
    assertThat(column("SELECT COUNT(*) FROM nba_orchestration.failures"), is(List.of("1000")));
  }
}
