package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.Assert.assertThrows;

import com.google.cloud.NoCredentials;
import com.google.cloud.storage.StorageOptions;
import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.alerts.BudgetUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
            StorageOptions.newBuilder()
                .setHost(storage.address())
                .setProjectId("tipoff")
                .setCredentials(NoCredentials.getInstance()),
            "gs://tipoff-temp/runs/");
  }

  private void prepare() {
    if (engine.equals("duckdb")) {
      try (WarehouseAdmin admin =
          DuckDbWarehouse.at(folder.getRoot() + "/w.duckdb", Duration.ZERO).admin()) {
        admin.createTables();
      }
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
  public void aClaimWhoseAnswerWasLostIsStillOnesOwn() {
    if (engine.equals("storage")) {
      storage.loseAnswers(1);
      try (AlertBudget budget = open()) {
        assertThat(budget.take(CLAIM, "a"), is("a"));
        assertThat(storage.objects().values(), everyItem(is("a")));
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
