package dev.tipoff.transforms.tables;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.GAME;
import static dev.tipoff.transforms.Invented.ZED;
import static dev.tipoff.transforms.Invented.consensus;
import static dev.tipoff.transforms.Invented.context;
import static dev.tipoff.transforms.Invented.offer;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.odds.PropLine;
import dev.tipoff.transforms.tables.Column.Type;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link RowShape}, {@link Table} and {@link Tables}. */
public class RowShapeTest {
  private static final ScheduledGame SCHEDULED =
      ScheduledGame.builder()
          .setSeason("2030-31")
          .setSeasonType(SeasonType.CUP_FINAL)
          .setGameId(GAME)
          .setGameDate(DAY)
          .setHome(TeamCode.BOS)
          .setAway(TeamCode.MIA)
          .setHomePoints(101)
          .setAwayPoints(null)
          .build();

  private static <T> void travels(Class<T> type, T row) {
    RowShape<T> shape = RowShape.of(type);
    @Nullable Object[] cells = shape.cells(row);
    assertThat(cells.length, is(shape.columns().size()));
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      Column column = shape.columns().get(i);
      if (cell == null) {
        assertThat(column.name(), column.nullable(), is(true));
      } else {
        assertThat(
            column.name(),
            cell.getClass(),
            is(
                (Object)
                    switch (column.type()) {
                      case STRING -> String.class;
                      case INT64 -> Long.class;
                      case FLOAT64 -> Double.class;
                      case NUMERIC -> java.math.BigDecimal.class;
                      case BOOL -> Boolean.class;
                      case DATE -> LocalDate.class;
                      case TIMESTAMP -> Instant.class;
                    }));
      }
    }
    assertThat(shape.row(cells), is(row));
  }

  @Test
  public void rowsComeBackFromTheirCells() {
    travels(PlayerGame.class, played(GAME, DAY).setPoints(31).setStarter(true).build());
    travels(PlayerGame.class, played(GAME, DAY).setMinutes(31.5).build());
    travels(GameContext.class, context(GAME, DAY).build());
    travels(ScheduledGame.class, SCHEDULED);
    travels(PropLine.class, offer("alphabet", 22.5, -115, 105));
    travels(
        FeatureVector.class,
        FeatureVector.of(DAY, GAME, ZED, Map.of(Feature.POINTS_MEAN_LAST_5, 21.4)));
    travels(
        Failure.class, Failure.of("Step", FailureCode.BAD_ROW, "key", "message", "payload", null));
    travels(
        Failure.class, Failure.of("Step", FailureCode.BAD_ROW, "key", "message", "payload", DAY));
  }

  private static List<Column> undescribed(List<Column> columns) {
    return columns.stream().map(column -> column.withDescription("")).toList();
  }

  @Test
  public void everyColumnOfEveryTableIsDescribed() {
    for (Table<?> table : Tables.all()) {
      for (Column column : table.columns()) {
        assertThat(
            table + "." + column.name(), column.description(), matchesPattern("[A-Z0-9].+[^. ]"));
      }
    }
  }

  @Test
  public void columnsAreInOrderOfTheirNames() {
    RowShape<ScheduledGame> shape = RowShape.of(ScheduledGame.class);
    assertThat(
        undescribed(shape.columns()),
        is(
            List.of(
                Column.of("away", Type.STRING, false),
                Column.of("away_points", Type.INT64, true),
                Column.of("game_date", Type.DATE, false),
                Column.of("game_id", Type.STRING, false),
                Column.of("home", Type.STRING, false),
                Column.of("home_points", Type.INT64, true),
                Column.of("season", Type.STRING, false),
                Column.of("season_type", Type.STRING, false))));
    assertThat(
        shape.cells(SCHEDULED),
        arrayContaining(
            (Object) "MIA",
            null,
            LocalDate.of(2031, 1, 10),
            GAME,
            "BOS",
            101L,
            "2030-31",
            "CUP_FINAL"));
  }

  @Test
  public void aValueTypeIsAPlainColumn() {
    List<Column> columns = undescribed(RowShape.of(PropLine.class).columns());
    assertThat(columns, hasItem(Column.of("line", Type.FLOAT64, false)));
    assertThat(columns, hasItem(Column.of("over_odds", Type.INT64, false)));
    assertThat(columns, hasItem(Column.of("player", Type.STRING, false)));
    assertThat(columns, hasItem(Column.of("tip_time", Type.TIMESTAMP, false)));
    assertThat(columns, hasItem(Column.of("main", Type.BOOL, true)));
  }

  @Test
  public void whatColumnsCannotHoldIsRefused() {
    ConsensusLine line = consensus(offer("alphabet", 22.5, -115, 105)).build();
    assertThat(line.getOffers().size(), is(1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RowShape.of(ConsensusLine.class));
    assertThat(e.getMessage(), containsString("offers"));
    assertThrows(IllegalArgumentException.class, () -> RowShape.of(Object.class));
  }

  @Test
  public void everyTableHasAKeyAndItsPartitionAmongItsColumns() {
    Set<String> names = new HashSet<>();
    for (Table<?> table : Tables.all()) {
      assertThat(table.name(), names.add(table.name()), is(true));
      List<String> columns = table.columns().stream().map(Column::name).toList();
      assertThat(table.name(), table.key().isEmpty(), is(false));
      assertThat(table.name(), columns.containsAll(table.key()), is(true));
      assertThat(table.name(), columns.containsAll(table.clustering()), is(true));
      String partition = table.partition();
      if (partition != null) {
        assertThat(undescribed(table.columns()), hasItem(Column.of(partition, Type.DATE, false)));
      }
    }
    assertThat(names.size(), is(49));
  }

  @Test
  public void aTableKnowsTheKeyAndTheSlateOfARow() {
    assertThat(Tables.PLAYER_GAMES.keyOf(played(GAME, DAY).build()), is("0023000500|900001"));
    assertThat(
        Tables.PLAYER_GAMES.keyOf(played("a|b", DAY).setPlayer(PlayerKey.of("c\\")).build()),
        is("a\\|b|c\\\\"));
    assertThat(Tables.PLAYER_GAMES.partitionOf(played(GAME, DAY).build()), is(DAY));
    assertThat(Tables.PLAYER_GAMES.dataset(), is("nba_raw"));
    assertThat(Tables.PREDICTIONS.keepsFirst(), is(true));
    assertThat(Tables.PREDICTIONS.kind(), is(Table.Kind.EVENT));
    assertThrows(
        IllegalStateException.class,
        () ->
            Tables.FAILURES.partitionOf(
                Failure.of("Step", FailureCode.BAD_ROW, "key", "message", "payload", DAY)));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Tables.SCHEDULE.keyedBy("nothing"));
    assertThat(e.getMessage(), containsString("nba_raw.schedule has no column nothing"));
  }
}
