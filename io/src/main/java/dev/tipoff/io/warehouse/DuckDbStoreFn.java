package dev.tipoff.io.warehouse;

import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.Striped;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Stores a month's rows in one transaction, all or none. */
final class DuckDbStoreFn<T> extends DoFn<KV<String, Iterable<byte[]>>, StoredPartition> {
  private static final long serialVersionUID = 1L;

  /**
   * A month of a table of a file is stored by one thread at a time. Of two transactions that
   * replace the same rows neither sees those of the other, so that both would stay.
   */
  private static final Striped<Lock> MONTHS = Striped.lock(1024);

  private final DuckDbFile file;
  private final Table<T> table;
  private final @Nullable SlateRange expected;
  private final Counter rowsStored;

  /** Rows that were stored already and stay as they are. */
  private final Counter rowsKept;

  DuckDbStoreFn(DuckDbFile file, Table<T> table, @Nullable SlateRange expected) {
    this.file = file;
    this.table = table;
    this.expected = expected;
    this.rowsStored = Metrics.counter("rows-stored", table.name());
    this.rowsKept = Metrics.counter("rows-kept", table.name());
  }

  @ProcessElement
  public void store(
      @Element KV<String, Iterable<byte[]>> month, OutputReceiver<StoredPartition> output)
      throws SQLException {
    Map<String, StoredRow> rows = byKey(PackMonthsFn.rows(month.getValue()));
    SortedMap<String, Long> counts = new TreeMap<>();
    Map<String, @Nullable GameDay> days = new HashMap<>();
    Map<@Nullable GameDay, Long> ofDays = new HashMap<>();
    for (StoredRow row : rows.values()) {
      ofDays.merge(row.day(), 1L, Long::sum);
    }
    ofDays.forEach(
        (day, count) -> {
          counts.put(String.valueOf(day), count);
          days.put(String.valueOf(day), day);
        });
    for (GameDay day : expectedIn(Objects.requireNonNull(month.getKey()))) {
      counts.putIfAbsent(day.toString(), 0L);
      days.put(day.toString(), day);
    }
    Lock lock = MONTHS.get(List.of(file.path(), table.name(), month.getKey()));
    lock.lock();
    try (DuckDBConnection connection = file.connect()) {
      connection.setAutoCommit(false);
      if (table.kind() == Table.Kind.COMPUTED) {
        replace(connection, rows, counts.keySet());
      } else {
        counts.replaceAll((day, count) -> 0L);
        counts.putAll(upsert(connection, rows, table.keepsFirst()));
      }
      connection.commit();
    } finally {
      lock.unlock();
    }
    long stored = counts.values().stream().mapToLong(Long::longValue).sum();
    rowsStored.inc(stored);
    rowsKept.inc(rows.size() - stored);
    counts.forEach(
        (day, count) -> output.output(StoredPartition.of(table.name(), days.get(day), count)));
  }

  /** Stores events of new keys inside a transaction of the caller's. */
  void insert(DuckDBConnection connection, Iterable<T> events) throws SQLException {
    upsert(connection, byKey(Iterables.transform(events, row -> StoredRow.of(table, row))), true);
  }

  private Map<String, StoredRow> byKey(Iterable<StoredRow> found) {
    Map<String, StoredRow> rows = new HashMap<>();
    for (StoredRow row : found) {
      rows.merge(row.key(), row, this::oneOf);
    }
    return rows;
  }

  /** Of two rows with one key: a copy if they are equal, else a defect or the greater hash. */
  private StoredRow oneOf(StoredRow one, StoredRow other) {
    if (one.hash() != other.hash() && table.kind() == Table.Kind.COMPUTED) {
      throw new IllegalStateException(
          table + " would hold two different rows with the key " + one.key());
    }
    return Comparator.comparingLong(StoredRow::hash).compare(one, other) >= 0 ? one : other;
  }

  private List<GameDay> expectedIn(String month) {
    return expected == null
        ? List.of()
        : expected.days().stream().filter(day -> PackMonthsFn.month(day).equals(month)).toList();
  }

  private void replace(
      DuckDBConnection connection, Map<String, StoredRow> rows, Iterable<String> days)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (table.partition() == null) {
        statement.execute("DELETE FROM " + table);
      } else {
        StringBuilder list = new StringBuilder();
        for (String day : days) {
          list.append(list.length() == 0 ? "" : ", ").append("DATE '").append(day).append('\'');
        }
        statement.execute(
            "DELETE FROM " + table + " WHERE " + table.partition() + " IN (" + list + ")");
      }
    }
    append(connection, table.dataset(), table.name().substring(table.dataset().length() + 1), rows);
  }

  /** Stores the last of the rows of each key in one transaction. */
  void store(List<StoredRow> rows) throws SQLException {
    Lock lock = MONTHS.get(List.of(file.path(), table.name(), ""));
    lock.lock();
    try (DuckDBConnection connection = file.connect()) {
      connection.setAutoCommit(false);
      long stored =
          upsert(connection, byKey(rows), table.keepsFirst()).values().stream()
              .mapToLong(Long::longValue)
              .sum();
      connection.commit();
      rowsStored.inc(stored);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many rows of each day were written. */
  private Map<String, Long> upsert(
      DuckDBConnection connection, Map<String, StoredRow> rows, boolean keepsFirst)
      throws SQLException {
    String sameKey =
        table.key().stream()
            .map(column -> "stored." + column + " = incoming." + column)
            .collect(Collectors.joining(" AND "));
    Map<String, Long> written = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE incoming AS FROM " + table + " LIMIT 0");
      append(connection, "temp.main", "incoming", rows);
      statement.execute(
          keepsFirst
              ? "DELETE FROM incoming USING " + table + " AS stored WHERE " + sameKey
              : "DELETE FROM " + table + " AS stored USING incoming WHERE " + sameKey);
      statement.execute("INSERT INTO " + table + " FROM incoming");
      String day = table.partition() == null ? "NULL" : table.partition();
      try (ResultSet counts =
          statement.executeQuery(
              "SELECT CAST(" + day + " AS VARCHAR), COUNT(*) FROM incoming GROUP BY 1")) {
        while (counts.next()) {
          written.put(String.valueOf(counts.getString(1)), counts.getLong(2));
        }
      }
      statement.execute("DROP TABLE incoming");
    }
    return written;
  }

  private static void append(
      DuckDBConnection connection, String schema, String name, Map<String, StoredRow> rows)
      throws SQLException {
    List<StoredRow> inOrder =
        rows.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    try (DuckDBAppender appender =
        schema.startsWith("temp.")
            ? connection.createAppender("temp", "main", name)
            : connection.createAppender(schema, name)) {
      for (StoredRow row : inOrder) {
        row.append(appender);
      }
      // Closing would write the rest too, but keeps the error to itself.
      appender.flush();
    }
  }
}
