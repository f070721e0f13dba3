package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.joda.time.Instant;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Commands killed in the middle, as by a power cut, and run again. How far a command is shows in
 * the size of the warehouse's log, which every transaction makes longer.
 */
public class CrashTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static final int KILLED = 128 + 9;
  private static final GameDay OPENING = GameDay.parse("2025-10-25");
  private static final GameDay DAY = GameDay.parse("2025-11-05");
  private static final List<SlateRange> MONTHS =
      List.of(
          SlateRange.of(OPENING, GameDay.parse("2025-10-31")),
          SlateRange.of(GameDay.parse("2025-11-01"), DAY));
  private static final Instant AS_OF = Instant.parse("2025-11-05T22:00:00Z");

  private static Path history;
  private static TestWarehouse imported;

  @BeforeClass
  public static void importUndisturbed() throws IOException {
    LeagueSimulator simulator = LeagueSimulator.of(3);
    Path folder = TEMP.newFolder().toPath();
    history = folder.resolve("history");
    simulator.writeHistory(history, OPENING.date(), DAY.date());
    simulator.writeOdds(folder.resolve("archive"), DAY.date());
    imported = TestWarehouse.in(folder.resolve("imported"));
    imported.importAll(history);
  }

  @Test
  public void anImportThatWasKilledIsWholeAfterAnother() throws Exception {
    List<Table<?>> tables =
        List.of(Tables.PLAYER_GAMES, Tables.PLAYER_DNP, Tables.SCHEDULE, Tables.GAME_LINES);
    Map<String, Digest> whole = imported.digests(Tables.reproducible());
    String[] command = {
      "import",
      "--playerGames=" + history.resolve("player_games.csv.gz"),
      "--dnp=" + history.resolve("player_dnp.csv.gz"),
      "--schedule=" + history.resolve("schedule.csv.gz"),
      "--gameLines=" + history.resolve("game_lines.csv.gz")
    };
    long half = imported.logSizeOfLastRun() / 2;
    TestWarehouse warehouse = killAt(half, emptyWarehouse(), command);
    int unfinished = 0;
    for (Table<?> table : tables) {
      for (SlateRange month : MONTHS) {
        Digest stored = warehouse.digest(table, month);
        if (stored.rows() == 0) {
          unfinished++;
        } else {
          assertThat(table + " of " + month, stored, is(imported.digest(table, month)));
        }
      }
    }
    assertThat("months that were not stored when killed", unfinished, is(greaterThan(0)));
    warehouse.importAll(history);
    assertThat(warehouse.digests(Tables.reproducible()), is(whole));
  }

  @Test
  public void aPredictionThatWasKilledIsWholeAfterAnother() throws Exception {
    SlateRange slate = SlateRange.of(DAY);
    TestWarehouse ready = imported.copyTo(TEMP.newFolder().toPath());
    ready.loadRaw(slate, history.resolveSibling("archive"));
    ready.analytics(slate);
    ready.precompute(slate);
    TestWarehouse undisturbed = ready.copyTo(TEMP.newFolder().toPath());
    undisturbed.predict(slate, AS_OF);
    Map<String, Digest> whole = undisturbed.digests(Tables.reproducible());
    assertThat(whole, is(not(ready.digests(Tables.reproducible()))));
    String[] command = {"predict", "--date=" + DAY, "--asOf=" + AS_OF};
    long most = undisturbed.logSizeOfLastRun() * 2 / 3;
    TestWarehouse warehouse = killAt(most, ready.copyTo(TEMP.newFolder().toPath()), command);
    Digest stored = warehouse.digest(Tables.PREDICTIONS);
    if (stored.rows() != 0) {
      assertThat(stored, is(whole.get(Tables.PREDICTIONS.name())));
    }
    warehouse.predict(slate, AS_OF);
    assertThat(warehouse.digests(Tables.reproducible()), is(whole));
  }

  @Test
  public void aBackfillThatWasKilledIsWholeAfterAnother() throws Exception {
    SlateRange slates = SlateRange.of(DAY.plusDays(-6), DAY.plusDays(-3));
    TestWarehouse undisturbed = imported.copyTo(TEMP.newFolder().toPath());
    undisturbed.analytics(slates);
    long analysed = undisturbed.logSizeOfLastRun();
    undisturbed.precompute(slates);
    long computed = undisturbed.logSizeOfLastRun();
    Map<String, Digest> whole = undisturbed.digests(Tables.reproducible());
    String[] range = {"--from=" + slates.from(), "--to=" + slates.to()};
    TestWarehouse warehouse = imported.copyTo(TEMP.newFolder().toPath());
    killAt(analysed / 2, warehouse, "analytics", range[0], range[1]);
    assertThat(warehouse.digests(Tables.reproducible()), is(not(whole)));
    warehouse.analytics(slates);
    killAt(computed / 2, warehouse, "precompute", range[0], range[1]);
    assertThat(warehouse.digests(Tables.reproducible()), is(not(whole)));
    warehouse.precompute(slates);
    assertThat(warehouse.digests(Tables.reproducible()), is(whole));
  }

  private static TestWarehouse emptyWarehouse() throws IOException {
    return TestWarehouse.in(TEMP.newFolder().toPath());
  }

  private static TestWarehouse killAt(long size, TestWarehouse warehouse, String... command)
      throws Exception {
    try (ChildJvm child = start(warehouse, command)) {
      while (warehouse.logSize() < size) {
        assertThat(
            "ended before it could be killed at " + size + ": " + child.output(),
            child.process().waitFor(1, TimeUnit.MILLISECONDS),
            is(false));
      }
      assertThat(child.output(), child.kill(), is(KILLED));
    }
    return warehouse;
  }

  private static ChildJvm start(TestWarehouse warehouse, String... command) throws IOException {
    List<String> args = new ArrayList<>(List.of(command));
    args.add("--warehouse=duckdb:" + warehouse.file());
    return ChildJvm.start(TEMP.newFolder().toPath(), Tipoff.class, args.toArray(String[]::new));
  }
}
