package dev.tipoff.pipelines.health;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.pipelines.TestWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Components that cannot be looked at: each is unhealthy, and the rest is told. */
public class HealthEvaluationTest {
  private static final Instant NOW = Instant.parse("2031-01-10T12:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ComponentHealth WELL =
      new ComponentHealth(HealthStatus.HEALTHY, "well", ImmutableMap.of());

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private Path file() {
    return temp.getRoot().toPath().resolve("tipoff.duckdb");
  }

  private ImmutableMap<String, ComponentHealth> evaluate(
      ImmutableMap<String, HealthCheck> checks,
      ImmutableMap<String, StoredHealthCheck> stored,
      Duration deadline) {
    try (HealthEvaluation evaluation =
        new HealthEvaluation(
            checks, DuckDbWarehouse.at(file().toString(), Duration.ZERO), stored, deadline)) {
      return evaluation.at(NOW);
    }
  }

  @Test
  public void aCheckThatThrowsIsUnhealthyAndDoesNotSayWhatItsErrorSays() {
    TestWarehouse.in(temp.getRoot().toPath());
    ImmutableMap<String, ComponentHealth> all =
        evaluate(
            ImmutableMap.of(
                "broken",
                now -> {
                  throw new IllegalStateException("token=canary");
                },
                "well",
                now -> WELL),
            ImmutableMap.of(
                "torn",
                (warehouse, now) -> {
                  throw new IllegalStateException("token=canary");
                },
                "stored",
                (warehouse, now) -> WELL),
            LONG);
    ComponentHealth thrown =
        ComponentHealth.unhealthy("cannot be checked, see the log: IllegalStateException");
    assertThat(all.keySet(), contains("broken", "well", "warehouse", "torn", "stored"));
    assertThat(all.get("broken"), is(thrown));
    assertThat(all.get("torn"), is(thrown));
    assertThat(all.get("well"), is(WELL));
    assertThat(all.get("stored"), is(WELL));
    assertThat(all.get("warehouse").status(), is(HealthStatus.HEALTHY));
  }

  @Test
  public void whatHasNotAnsweredByTheDeadlineIsUnhealthyAndTheRestIsKnown() {
    CountDownLatch end = new CountDownLatch(1);
    try {
      ImmutableMap<String, ComponentHealth> all =
          evaluate(
              ImmutableMap.of(
                  "well",
                  now -> WELL,
                  "hangs",
                  now -> {
                    Uninterruptibles.awaitUninterruptibly(end);
                    return WELL;
                  }),
              ImmutableMap.of("stored", (warehouse, now) -> WELL),
              Duration.ofSeconds(1));
      ComponentHealth late = ComponentHealth.unhealthy("no answer within 1 s");
      assertThat(
          all, is(ImmutableMap.of("well", WELL, "hangs", late, "warehouse", late, "stored", late)));
    } finally {
      end.countDown();
    }
  }

  @Test
  public void aWarehouseThatIsNotThereIsNotMade() {
    ImmutableMap<String, ComponentHealth> all =
        evaluate(ImmutableMap.of(), ImmutableMap.of("stored", (warehouse, now) -> WELL), LONG);
    assertThat(
        all,
        is(
            ImmutableMap.of(
                "warehouse",
                new ComponentHealth(
                    HealthStatus.UNHEALTHY,
                    "there is no file " + file(),
                    ImmutableMap.of("reachable", false, "busy", false)),
                "stored",
                ComponentHealth.unhealthy("not known without the warehouse"))));
    assertThat(Files.exists(file()), is(false));
  }

  @Test
  public void aWarehouseThatIsNotAsDeclaredIsNotAsked() {
    TestWarehouse.in(temp.getRoot().toPath())
        .execute(
            "ALTER TABLE nba_raw.schedule ADD COLUMN mood VARCHAR;"
                + " ALTER TABLE nba_raw.player_dnp ADD COLUMN mood VARCHAR");
    ImmutableMap<String, ComponentHealth> all =
        evaluate(ImmutableMap.of(), ImmutableMap.of("stored", (warehouse, now) -> WELL), LONG);
    ComponentHealth warehouse = all.get("warehouse");
    assertThat(warehouse.status(), is(HealthStatus.UNHEALTHY));
    assertThat(warehouse.details().get("reachable"), is(true));
    assertThat(warehouse.details().get("drift"), is(2));
    assertThat(warehouse.summary(), is("nba_raw.player_dnp.mood is surplus, VARCHAR and 1 more"));
    assertThat(all.get("stored"), is(ComponentHealth.unhealthy("not known without the warehouse")));
  }
}
