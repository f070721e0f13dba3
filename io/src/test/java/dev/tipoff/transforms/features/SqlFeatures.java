package dev.tipoff.transforms.features;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Sets;
import com.google.common.collect.Table;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Features as SQL on DuckDB computes them from the history file itself, by the definitions of
 * docs/features.md: no class of ours has a part in it. One query per family; its columns are named
 * as the features are, and null is absent.
 */
final class SqlFeatures {
  private static final List<String> FAMILIES =
      List.of(
          "form",
          "minutes_and_shots",
          "career",
          "place_in_team",
          "workload",
          "absences",
          "teams",
          "rotation",
          "roles");

  private final List<Slate> slates = new ArrayList<>();
  private final Table<String, String, Double> values = HashBasedTable.create();
  private final Set<String> features = new TreeSet<>();

  /** A player and a game of the choice, and why it is in it. */
  record Slate(String key, String kind) {}

  private SqlFeatures() {}

  /**
   * Chooses the player-games and computes their features.
   *
   * @param history file of player games, gzipped or not
   */
  static SqlFeatures of(Path history) throws SQLException, IOException {
    SqlFeatures computed = new SqlFeatures();
    try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = memory.createStatement()) {
      statement.execute("SET VARIABLE history = '" + history.toString().replace("'", "''") + "'");
      statement.execute(sql("games"));
      statement.execute(sql("slates"));
      computed.choose(statement);
      for (String family : FAMILIES) {
        computed.add(statement, family);
      }
    }
    return computed;
  }

  private static String sql(String name) throws IOException {
    return Resources.toString(
        Resources.getResource(SqlFeatures.class, name + ".sql"), StandardCharsets.UTF_8);
  }

  private void choose(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT game_id, player_id, kind FROM slates")) {
      while (rows.next()) {
        slates.add(new Slate(key(rows.getString(1), rows.getString(2)), rows.getString(3)));
      }
    }
  }

  private void add(Statement statement, String family) throws SQLException, IOException {
    try (ResultSet rows = statement.executeQuery(sql(family))) {
      List<String> columns = new ArrayList<>();
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        columns.add(rows.getMetaData().getColumnName(column));
      }
      List<String> computed = columns.subList(2, columns.size());
      if (!Sets.intersection(features, Set.copyOf(computed)).isEmpty()) {
        throw new IllegalStateException(family + " computes a feature of another family again");
      }
      features.addAll(computed);
      while (rows.next()) {
        String key = key(rows.getString("game_id"), rows.getString("player_id"));
        for (String feature : computed) {
          double value = rows.getDouble(feature);
          if (!rows.wasNull()) {
            values.put(key, feature, value);
          }
        }
      }
    }
  }

  static String key(String gameId, String player) {
    return gameId + " " + player;
  }

  /** The player-games that were chosen. */
  List<Slate> slates() {
    return slates;
  }

  /** The features that the queries compute. */
  Set<String> features() {
    return features;
  }

  /** By player-game and feature; what is absent is not in it. */
  Table<String, String, Double> values() {
    return values;
  }
}
