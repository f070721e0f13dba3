package dev.tipoff.pipelines.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What is stored, as places to look for secrets in. */
final class StoredPlaces {
  private static final String GZIP = ".gz";

  private StoredPlaces() {}

  /** Every file below a folder: its path and bytes, and what is packed in it. */
  static Map<String, byte[]> files(String kind, Path folder) throws IOException {
    Map<String, byte[]> places = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        byte[] bytes = Files.readAllBytes(file);
        places.put(kind + " " + name, bytes);
        places.put("name of " + kind + " " + name, name.getBytes(StandardCharsets.UTF_8));
        if (name.endsWith(GZIP)) {
          places.put(
              kind + " " + name,
              new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        }
      }
    }
    return places;
  }

  /**
   * The values of every column of every table of a warehouse, which the engine packs in its file.
   */
  static Map<String, byte[]> rows(Path warehouse) throws SQLException {
    Map<String, ByteArrayOutputStream> columns = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + warehouse);
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              columns
                  .computeIfAbsent(
                      "rows of " + table + "." + rows.getMetaData().getColumnName(i),
                      column -> new ByteArrayOutputStream())
                  .writeBytes((rows.getString(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
          }
        }
      }
    }
    Map<String, byte[]> places = new TreeMap<>();
    columns.forEach((column, values) -> places.put(column, values.toByteArray()));
    return places;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery(
            "SELECT table_schema || '.' || table_name FROM information_schema.tables")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }
}
