package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tipoff.io.warehouse.WarehouseAdmin.Digest;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Equal digests mean equal tables, and every single change of a row changes its hash. */
public class RowHashTest {
  private static final Table<ScheduledGame> TABLE = Tables.SCHEDULE;

  @Provide
  Arbitrary<ScheduledGame> games() {
    Arbitrary<Integer> points = Arbitraries.integers().between(0, 200).injectNull(0.2);
    return Combinators.combine(
            Arbitraries.strings().ofMinLength(1).ofMaxLength(10),
            Arbitraries.longs().between(-100_000, 100_000),
            Arbitraries.of(SeasonType.class),
            Arbitraries.of(TeamCode.class),
            points,
            points)
        .as(
            (gameId, day, type, home, homePoints, awayPoints) ->
                ScheduledGame.builder()
                    .setSeason("2030-31")
                    .setSeasonType(type)
                    .setGameId(gameId)
                    .setGameDate(GameDay.ofEpochDay(day))
                    .setHome(home)
                    .setAway(TeamCode.WAS)
                    .setHomePoints(homePoints)
                    .setAwayPoints(awayPoints)
                    .build());
  }

  @Provide
  Arbitrary<List<ScheduledGame>> tables() {
    return games().list().ofMinSize(1).ofMaxSize(12);
  }

  private static long hash(ScheduledGame row) {
    return RowHash.of(TABLE.columns(), TABLE.shape().cells(row));
  }

  /** As the warehouse's digest. */
  private static Digest digest(List<ScheduledGame> rows) {
    return new Digest(
        rows.size(), rows.stream().mapToLong(RowHashTest::hash).reduce(0, (a, b) -> a ^ b));
  }

  @Property
  void rowsAreEqualIfAndOnlyIfTheirHashesAre(
      @ForAll("games") ScheduledGame one, @ForAll("games") ScheduledGame other) {
    assertThat(hash(one) == hash(other), is(one.equals(other)));
  }

  @Property
  void orderDoesNotMatter(@ForAll("tables") List<ScheduledGame> rows, @ForAll long seed) {
    List<ScheduledGame> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(digest(shuffled), is(digest(rows)));
  }

  @Property
  void oneChangedRowMatters(
      @ForAll("tables") List<ScheduledGame> rows,
      @ForAll("games") ScheduledGame changed,
      @ForAll int at) {
    List<ScheduledGame> other = new ArrayList<>(rows);
    ScheduledGame before = other.set(Math.floorMod(at, rows.size()), changed);
    Assume.that(!before.equals(changed));
    assertThat(digest(other), is(not(digest(rows))));
  }

  @Property
  void oneAddedOrLostRowMatters(
      @ForAll("tables") List<ScheduledGame> rows, @ForAll("games") ScheduledGame added) {
    List<ScheduledGame> more = new ArrayList<>(rows);
    more.add(added);
    assertThat(digest(more), is(not(digest(rows))));
  }

  /** Each cell of each invented row of each table, made absent or given back as another. */
  @Example
  void everyCellMatters() {
    for (Table<?> table : Tables.all()) {
      check(table);
    }
  }

  private static <T> void check(Table<T> table) {
    @SuppressWarnings("unchecked")
    List<T> rows = (List<T>) InventedRows.of(table.rowClass());
    for (T row : rows) {
      Object[] cells = table.shape().cells(row);
      long hash = RowHash.of(table.columns(), cells);
      for (int i = 0; i < cells.length; i++) {
        Object[] changed = Arrays.copyOf(cells, cells.length);
        changed[i] = cells[i] == null ? "" : null;
        String cell = table + "." + table.columns().get(i).name();
        assertThat(cell, RowHash.of(table.columns(), changed), is(not(hash)));
      }
    }
  }

  @Example
  void textCannotMoveFromOneCellToTheNext() {
    ScheduledGame one = InventedRows.scheduled().setGameId("1season2").setSeason("3").build();
    ScheduledGame other = InventedRows.scheduled().setGameId("1").setSeason("2season3").build();
    assertThat(hash(one), is(not(hash(other))));
  }

  /** A hash that changed would make every stored row look changed. */
  @Example
  void theHashIsTheSameInEveryVersion() {
    assertThat(Long.toHexString(hash(InventedRows.scheduled().build())), is("16e4ba65d1171c8c"));
    assertThat(
        Long.toHexString(
            hash(InventedRows.scheduled().setHomePoints(null).setAwayPoints(null).build())),
        is("566b7c04c2b5fe8a"));
  }

  @Example
  void zeroHasOneHash() {
    double[] zeros = {0.0, -0.0};
    long[] hashes =
        Arrays.stream(zeros)
            .mapToLong(
                zero ->
                    RowHash.of(
                        Tables.PREDICTIONS.columns(),
                        Tables.PREDICTIONS
                            .shape()
                            .cells(InventedRows.prediction().setMean(zero).build())))
            .toArray();
    assertThat(hashes[0], is(hashes[1]));
  }
}
