package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeaturesInALoop;
import dev.tipoff.transforms.features.KnownGames;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A process that makes a season's features with our own code in a plain loop and keeps them in
 * memory: nearly the least that they can take on a machine.
 */
final class LoopProcess {
  private LoopProcess() {}

  /** Takes the file of a warehouse and the first and the last slate. */
  public static void main(String[] arguments) throws SQLException {
    SlateRange slates = SlateRange.of(GameDay.parse(arguments[1]), GameDay.parse(arguments[2]));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
      List<Map<Feature, Double>> features =
          FeaturesInALoop.of(
              read(connection, Tables.PLAYER_GAME_CONTEXT, slates),
              read(connection, Tables.PLAYER_GAMES, slates.history(KnownGames.CAREER_SEASONS)));
      System.out.printf(
          "%d rows, %d values%n",
          features.size(), features.stream().mapToLong(Map::size).sum());
    }
  }

  private static <T> List<T> read(Connection connection, Table<T> table, SlateRange slates)
      throws SQLException {
    List<Column> columns = table.columns();
    List<T> read = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                String.format(
                    "SELECT %s FROM %s WHERE game_date BETWEEN DATE '%s' AND DATE '%s'",
                    columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                    table,
                    slates.from(),
                    slates.to()))) {
      while (rows.next()) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
          Object cell = rows.getObject(i + 1);
          cells[i] =
              cell instanceof Timestamp time
                  ? org.joda.time.Instant.ofEpochMilli(time.getTime())
                  : cell;
        }
        read.add(table.shape().row(cells));
      }
    }
    return read;
  }
}
