package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.PrecomputeTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Analytics and features of many slates, in whatever pieces they are asked for. */
public class BackfillTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final GameDay FIRST = GameDay.parse("2025-10-29");
  private static final GameDay LAST = GameDay.parse("2025-11-03");

  private static TestWarehouse imported;
  private static Map<String, Digest> whole;

  @BeforeClass
  public static void fillAtOnce() throws IOException {
    LeagueSimulator simulator = LeagueSimulator.of(5);
    Path folder = TEMP.newFolder().toPath();
    simulator.writeHistory(folder.resolve("history"), OPENING.date(), LAST.date());
    simulator.writeOdds(folder.resolve("archive"), LAST.date());
    imported = TestWarehouse.in(folder.resolve("imported"));
    imported.importAll(folder.resolve("history"));
    imported.loadRaw(SlateRange.of(LAST), folder.resolve("archive"));
    TestWarehouse warehouse = copy();
    backfill(warehouse, SlateRange.of(FIRST, LAST));
    whole = warehouse.digests(Tables.reproducible());
    for (Table<?> table :
        List.of(
            Tables.PLAYER_GAME_SUMMARY,
            Tables.TEAM_DEFENSE_GAME_SUMMARY,
            Tables.PLAYER_GAME_CONTEXT,
            Tables.TEAM_GAME_CONTEXT,
            Tables.FEATURE_STORE,
            PrecomputeTables.TEAM_DEFENSE_ZONES,
            PrecomputeTables.PLAYER_COMPOSITE_FACTORS,
            PrecomputeTables.PLAYER_DAILY_CACHE)) {
      assertThat(table.name(), whole.get(table.name()).rows(), is(greaterThan(0L)));
    }
  }

  private static TestWarehouse copy() throws IOException {
    return imported.copyTo(TEMP.newFolder().toPath());
  }

  private static void backfill(TestWarehouse warehouse, SlateRange slates) {
    warehouse.analytics(slates);
    warehouse.precompute(slates);
  }

  private static SlateRange days(int from, int to) {
    return SlateRange.of(FIRST.plusDays(from), FIRST.plusDays(to));
  }

  @Test
  public void rangesThatOverlapInAnyOrderGiveTheSameTables() throws IOException {
    TestWarehouse warehouse = copy();
    for (SlateRange slates : List.of(days(4, 5), days(1, 4), days(0, 2))) {
      backfill(warehouse, slates);
    }
    assertThat(warehouse.digests(Tables.reproducible()), is(whole));
  }

  @Test
  public void rangesThatOverlapAtOnceInOneProcessGiveTheSameTables() throws Exception {
    TestWarehouse warehouse = copy();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (WarehouseAdmin held = warehouse.services().warehouse().admin()) {
      held.createTables();
      List<Future<?>> backfills = new ArrayList<>();
      for (SlateRange slates : List.of(days(0, 3), days(2, 5))) {
        backfills.add(threads.submit(() -> backfill(warehouse, slates)));
      }
      for (Future<?> backfill : backfills) {
        backfill.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(warehouse.digests(Tables.reproducible()), is(whole));
  }
}
