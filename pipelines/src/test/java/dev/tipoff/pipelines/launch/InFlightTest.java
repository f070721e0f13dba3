package dev.tipoff.pipelines.launch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.EmptyWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class InFlightTest {
  private static final GameDay DAY = GameDay.parse("2026-01-14");
  private static final Instant NOW = Instant.parse("2026-01-14T22:00:00Z");
  private static final Duration HOUR = Duration.standardHours(1);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private WarehouseAdmin admin;

  @Before
  public void open() {
    Path file = folder.getRoot().toPath().resolve("tipoff.duckdb");
    EmptyWarehouse.at(file);
    Warehouse warehouse = DuckDbWarehouse.at(file.toString(), java.time.Duration.ZERO);
    admin = NamedWarehouse.open(warehouse);
  }

  @After
  public void close() {
    admin.close();
  }

  private static RunEvent started(String pipeline, GameDay slate) {
    return RunEvent.started(
        RunEvent.runId(pipeline, slate.toString(), NOW),
        pipeline,
        slate,
        null,
        NOW,
        NOW.plus(HOUR),
        "asked for",
        "0.1");
  }

  private Optional<String> standsBack(String pipeline, GameDay from, GameDay to, Instant now) {
    return InFlight.of(pipeline, List.of(from, to), now, admin);
  }

  @Test
  public void aRunThatIsUnderWayHoldsOthersOfItsPipelineAndSlateBack() {
    admin.store(Tables.PIPELINE_RUNS, List.of(started("predict", DAY)));
    Instant later = NOW.plus(1_000);
    assertThat(
        standsBack("predict", DAY.plusDays(-1), DAY, later).orElseThrow(),
        containsString("is under way since 2026-01-14T22:00:00.000Z"));
    assertThat(standsBack("grade", DAY, DAY, later), is(Optional.empty()));
    assertThat(
        standsBack("predict", DAY.plusDays(1), DAY.plusDays(2), later), is(Optional.empty()));
  }

  @Test
  public void oneThatHasEndedOrShouldHaveHoldsNobodyBack() {
    RunEvent run = started("predict", DAY);
    admin.store(Tables.PIPELINE_RUNS, List.of(run));
    assertThat(standsBack("predict", DAY, DAY, NOW.plus(HOUR)), is(Optional.empty()));
    admin.store(Tables.PIPELINE_RUNS, List.of(run.then(Event.COMPLETED, NOW.plus(500)).build()));
    assertThat(standsBack("predict", DAY, DAY, NOW.plus(1_000)), is(Optional.empty()));
  }

  /** Each asks others, or at another moment, which does not come again. */
  @Test
  public void scrapesDoNotStandBackForEachOther() {
    admin.store(Tables.PIPELINE_RUNS, List.of(started("scrape", DAY)));
    assertThat(standsBack("scrape", DAY, DAY, NOW.plus(1_000)), is(Optional.empty()));
  }
}
