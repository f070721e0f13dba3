package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.AlertChannel;
import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import dev.tipoff.io.alerts.DeclaredChannel;
import dev.tipoff.io.alerts.SendRound;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.alerts.GroupFailures;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.joda.time.Instant;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** That the claims of both engines are each one holder's, and that an outage is said. */
@RunWith(Parameterized.class)
public class AlertBudgetTest {
  private static final String CLAIM = "slack/hour/482000/load-raw/ParseFn/BAD_BODY/1";

  @Parameterized.Parameters(name = "{0}")
  public static List<String> engines() {
    return List.of("duckdb", "storage");
  }

  @Parameterized.Parameter public String engine = "";
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private FakeStorage storage;

  @Before
  public void start() throws IOException {
    storage = new FakeStorage();
  }

  @After
  public void stop() {
    storage.close();
  }

  private AlertBudget open() {
    return engine.equals("duckdb")
        ? DuckDbWarehouse.at(folder.getRoot() + "/w.duckdb", Duration.ZERO).alertBudget().open()
        : new StorageAlertBudget(
            FakeStorage.service(storage.port()), "gs://tipoff-temp/runs/", Duration.ofSeconds(20));
  }

  private void prepare() {
    if (engine.equals("duckdb")) {
      EmptyWarehouse.at(folder.getRoot().toPath().resolve("w.duckdb"));
    }
  }

  @Test
  public void theFirstHoldsAClaimForAll() {
    prepare();
    try (AlertBudget one = open();
        AlertBudget other = open()) {
      assertThat(one.holder(CLAIM), is(Optional.empty()));
      assertThat(one.take(CLAIM, "a"), is("a"));
      assertThat(other.take(CLAIM, "b"), is("a"));
      assertThat(other.holder(CLAIM), is(Optional.of("a")));
      assertThat(one.take(CLAIM, "a"), is("a"));
      assertThat(one.take("another", "b"), is("b"));
    }
  }

  @Test
  public void ofManyAtOnceOneGetsEachClaim() throws Exception {
    prepare();
    ExecutorService workers = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<String>>> asked = new ArrayList<>();
      for (int worker = 0; worker < 8; worker++) {
        String name = "worker " + worker;
        asked.add(
            workers.submit(
                () -> {
                  try (AlertBudget budget = open()) {
                    return IntStream.range(0, 12)
                        .mapToObj(claim -> claim + " is " + budget.take("claim " + claim, name))
                        .toList();
                  }
                }));
      }
      HashSet<String> holders = new HashSet<>();
      for (Future<List<String>> each : asked) {
        holders.addAll(each.get());
      }
      assertThat(holders, hasSize(12));
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  public void twoRunsAtOnceSendWhatOneMay() throws Exception {
    prepare();
    ExecutorService runs = Executors.newFixedThreadPool(2);
    List<Alert> sent = Collections.synchronizedList(new ArrayList<>());
    try {
      List<Future<?>> both = new ArrayList<>();
      for (String run : List.of("one", "other")) {
        both.add(runs.submit(() -> send(run, sent)));
      }
      for (Future<?> each : both) {
        each.get();
      }
    } finally {
      runs.shutdownNow();
    }
    assertThat(
        sent.stream().filter(alert -> alert.getCode() == FailureCode.BAD_BODY).toList(),
        hasSize(AlertSettings.USUAL_PER_HOUR));
    assertThat(
        sent.stream().filter(alert -> alert.getCode() == FailureCode.ALERTS_HELD).toList(),
        hasSize(1));
  }

  /** Eight alerts of a kind, which is more than may be sent in an hour. */
  private void send(String run, List<Alert> sent) {
    GameDay day = GameDay.parse("2031-01-10");
    GroupFailures grouping = GroupFailures.of("load-raw", run, day, () -> new Instant(0));
    List<Alert> alerts =
        IntStream.range(0, 8)
            .mapToObj(i -> Failure.of("Parse", FailureCode.BAD_BODY, run + i, "cut", "", day))
            .map(failure -> grouping.group(List.of(failure)).get(0))
            .toList();
    DeclaredChannel channel = new KeepingChannel(sent);
    new SendRound(
            AlertSettings.of(List.of(channel), SecretsAccess.local()),
            this::open,
            SecretsAccess.local().open(),
            Clock.fixed(java.time.Instant.EPOCH, ZoneOffset.UTC))
        .send(channel, alerts, List.of());
  }

  private record KeepingChannel(List<Alert> sent) implements DeclaredChannel {
    @Override
    public String id() {
      return "slack";
    }

    @Override
    public boolean takes(Alert alert) {
      return true;
    }

    @Override
    public AlertChannel open(Secrets secrets) {
      return new AlertChannel() {
        @Override
        public void send(Alert alert) {
          sent.add(alert);
        }

        @Override
        public void close() {}
      };
    }
  }

  @Test
  public void aClaimWhoseAnswerWasLostIsStillOnesOwn() {
    if (engine.equals("storage")) {
      storage.loseAnswers(1);
      try (AlertBudget budget = open()) {
        assertThat(budget.take(CLAIM, "a"), is("a"));
        assertThat(storage.objects().values(), everyItem(is(CLAIM + "\na")));
      }
    }
  }

  @Test
  public void whatIsNoClaimIsNoHolder() {
    if (engine.equals("storage")) {
      try (AlertBudget budget = open()) {
        budget.take(CLAIM, "a");
        storage.objects().replaceAll((name, content) -> "<html>Sign in</html>");
        assertThrows(BudgetUnavailableException.class, () -> budget.holder(CLAIM));
        assertThrows(BudgetUnavailableException.class, () -> budget.take(CLAIM, "a"));
      }
    }
  }

  @Test
  public void anOutageIsSaid() {
    if (engine.equals("storage")) {
      storage.loseAnswers(100);
      try (AlertBudget budget = open()) {
        BudgetUnavailableException outage =
            assertThrows(BudgetUnavailableException.class, () -> budget.take(CLAIM, "a"));
        assertThat(outage.getMessage(), containsString("status 503"));
        assertThat(storage.requests(), lessThanOrEqualTo(4));
      }
    }
  }
}
