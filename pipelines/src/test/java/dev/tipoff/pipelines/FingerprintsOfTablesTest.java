package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.Iterables;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.StoredCells;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.fingerprint.LookBack;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.joda.time.Instant;

/**
 * Rows in the tables of both engines, through the statement of each phase: one row changes one
 * source, for the slates that look back on its day and for no other.
 */
public class FingerprintsOfTablesTest {
  private static final GameDay DAY = GameDay.parse("2025-01-10");
  private static final SlateRange SLATES = SlateRange.of(DAY, DAY.plusDays(2));

  private static Path file;
  private static LocalBigQuery bigQuery;

  @BeforeContainer
  static void makeBoth() throws IOException {
    file = Files.createTempDirectory("fingerprints").resolve("tipoff.duckdb");
    try (WarehouseAdmin admin = duckDb()) {
      admin.createTables();
    }
    bigQuery = LocalBigQuery.withTables();
  }

  @AfterContainer
  static void forgetBoth() throws IOException {
    Files.delete(file);
    Files.delete(file.getParent());
    bigQuery = null;
  }

  private static WarehouseAdmin duckDb() {
    return DuckDbWarehouse.at(file.toString(), Duration.ofSeconds(10)).admin();
  }

  /** The tables that a phase is made from. */
  private static List<Table<?>> sources(Phase phase) {
    return Tables.all().stream()
        .filter(table -> phase.sources().containsKey(table.name()))
        .toList();
  }

  private static Object[] row(Table<?> table, GameDay day, Random random) {
    Object[] cells = new Object[table.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      Column column = table.columns().get(i);
      cells[i] = column.name().equals(table.partition()) ? day.date() : cell(column, random);
    }
    return cells;
  }

  private static Object cell(Column column, Random random) {
    if (column.nullable() && random.nextInt(4) == 0) {
      return null;
    }
    return switch (column.type()) {
      case STRING -> "text " + random.nextInt();
      case INT64 -> random.nextLong();
      case FLOAT64 -> random.nextGaussian();
      case NUMERIC -> BigDecimal.valueOf(random.nextInt(), 3);
      case BOOL -> random.nextBoolean();
      case DATE -> LocalDate.of(2025, 1, 1 + random.nextInt(28));
      case TIMESTAMP -> java.time.Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1_000_000));
    };
  }

  private static GameDay day(Random random) {
    return DAY.plusDays(random.nextInt(14) - 9);
  }

  private static Map<Table<?>, List<Object[]>> rows(Phase phase, Random random) {
    Map<Table<?>, List<Object[]>> rows = new LinkedHashMap<>();
    for (Table<?> table : sources(phase)) {
      List<Object[]> some = new ArrayList<>();
      for (int count = random.nextInt(5); count > 0; count--) {
        some.add(row(table, day(random), random));
      }
      rows.put(table, some);
    }
    return rows;
  }

  /** Of each slate and source its fingerprint, which both engines agree on. */
  private static Map<String, String> fingerprints(Phase phase, Map<Table<?>, List<Object[]>> rows) {
    rows.forEach(
        (table, some) -> {
          StoredCells.put(file.toString(), table, some);
          StoredCells.put(bigQuery, table, some);
        });
    try (WarehouseAdmin one = duckDb();
        WarehouseAdmin other = bigQuery.warehouse(new Instant(0)).admin()) {
      Map<String, String> fingerprints = composed(phase, one);
      assertThat(composed(phase, other), is(fingerprints));
      return fingerprints;
    }
  }

  private static Map<String, String> composed(Phase phase, WarehouseAdmin admin) {
    Map<String, String> texts = new TreeMap<>();
    RunFingerprints.compose(
            SLATES, phase.sources(), admin.rows(Queries.fingerprints(phase.id(), SLATES)))
        .slates()
        .forEach(
            (slate, all) ->
                all.sources()
                    .forEach((source, print) -> texts.put(slate + " " + source, print.toString())));
    return texts;
  }

  private static TreeSet<String> different(Map<String, String> one, Map<String, String> other) {
    TreeSet<String> names = new TreeSet<>();
    one.forEach(
        (name, print) -> {
          if (!print.equals(other.get(name))) {
            names.add(name);
          }
        });
    return names;
  }

  private static TreeSet<String> lookingBackOn(Phase phase, Table<?> table, GameDay... days) {
    TreeSet<String> names = new TreeSet<>();
    LookBack lookBack = phase.sources().get(table.name());
    for (GameDay slate : SLATES.days()) {
      for (GameDay day : days) {
        if (lookBack.holds(slate, day)) {
          names.add(slate + " " + table);
        }
      }
    }
    return names;
  }

  private static GameDay dayOf(Table<?> table, Object[] cells) {
    int at = table.columns().stream().map(Column::name).toList().indexOf(table.partition());
    return GameDay.of((LocalDate) cells[at]);
  }

  @Property(tries = 6)
  void oneRowMoreOrLessChangesItsSourceForTheSlatesThatLookBackOnIt(
      @ForAll Phase phase, @ForAll long seed) {
    Random random = new Random(seed);
    Map<Table<?>, List<Object[]>> rows = rows(phase, random);
    Map<String, String> before = fingerprints(phase, rows);
    for (Table<?> table : sources(phase)) {
      GameDay day = day(random);
      rows.get(table).add(row(table, day, random));
      Map<String, String> after = fingerprints(phase, rows);
      assertThat(different(before, after), is(lookingBackOn(phase, table, day)));
      before = after;
    }
  }

  @Property(tries = 6)
  void oneOtherCellChangesItsSourceForTheSlatesThatLookBackOnIt(
      @ForAll Phase phase, @ForAll long seed) {
    Random random = new Random(seed);
    Map<Table<?>, List<Object[]>> rows = rows(phase, random);
    rows.forEach((table, some) -> some.add(row(table, day(random), random)));
    Map<String, String> before = fingerprints(phase, rows);
    for (Table<?> table : sources(phase)) {
      Object[] cells = Iterables.getLast(rows.get(table));
      GameDay was = dayOf(table, cells);
      int at = random.nextInt(cells.length);
      Object old = cells[at];
      while (java.util.Objects.equals(old, cells[at])) {
        Column column = table.columns().get(at);
        cells[at] =
            column.name().equals(table.partition()) ? day(random).date() : cell(column, random);
      }
      Map<String, String> after = fingerprints(phase, rows);
      assertThat(
          different(before, after), is(lookingBackOn(phase, table, was, dayOf(table, cells))));
      before = after;
    }
  }

  @Property(tries = 6)
  void theOrderOfRowsChangesNothing(@ForAll Phase phase, @ForAll long seed) {
    Random random = new Random(seed);
    Map<Table<?>, List<Object[]>> rows = rows(phase, random);
    Map<String, String> before = fingerprints(phase, rows);
    rows.values().forEach(some -> Collections.shuffle(some, random));
    assertThat(fingerprints(phase, rows), is(before));
  }
}
