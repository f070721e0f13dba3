package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Tables and their rows in memory, with BigQuery's partitions and primary keys. */
final class LocalTables {
  private final Map<String, Stored> tables = new LinkedHashMap<>();

  private final Set<Object> refused = new HashSet<>();

  /** Whoever splits a table asks for its size. */
  private static final long BYTES_OF_ROW = 100;

  /** A table's declaration, its rows and, of upserted ones, the sequence of each key. */
  private static final class Stored {
    final Table table;
    List<Map<String, Object>> rows = new ArrayList<>();
    final Map<List<Object>, BigInteger> sequences = new HashMap<>();

    Stored(Table table) {
      this.table = table;
    }
  }

  synchronized void create(Table table) throws IOException {
    String name = name(table.getTableReference());
    if (tables.putIfAbsent(name, new Stored(table)) != null) {
      throw new IOException("Already Exists: Table " + name);
    }
  }

  synchronized @Nullable Table find(TableReference reference) {
    Stored stored = tables.get(name(reference));
    return stored == null ? null : stored.table.setNumBytes(BYTES_OF_ROW * stored.rows.size());
  }

  Table get(TableReference reference) throws IOException {
    Table table = find(reference);
    if (table == null) {
      throw new FileNotFoundException("Not found: Table " + name(reference));
    }
    return table;
  }

  synchronized List<Map<String, Object>> rows(TableReference reference) throws IOException {
    get(reference);
    return List.copyOf(tables.get(name(reference)).rows);
  }

  synchronized void drop(TableReference reference) {
    tables.remove(name(reference));
  }

  /** Empties the partition of a decorator. */
  synchronized void erase(TableReference partition) throws IOException {
    load(partition, List.of(), true);
  }

  /** Adds rows, or puts them in the place of the table's or the decorator's partition's rows. */
  synchronized void load(
      TableReference reference, List<Map<String, Object>> added, boolean truncate)
      throws IOException {
    Table table = get(reference);
    String column =
        table.getTimePartitioning() == null ? null : table.getTimePartitioning().getField();
    LocalDate day = day(reference);
    if (day != null) {
      for (Map<String, Object> row : added) {
        if (!day.equals(row.get(column))) {
          throw new IOException(
              "Some rows belong to different partitions rather than destination partition "
                  + reference.getTableId());
        }
      }
    }
    Stored stored = tables.get(name(reference));
    List<Map<String, Object>> rows = new ArrayList<>();
    if (!truncate) {
      rows.addAll(stored.rows);
    } else if (day != null) {
      stored.rows.stream().filter(row -> !day.equals(row.get(column))).forEach(rows::add);
    }
    rows.addAll(added);
    stored.rows = rows;
  }

  /** From now on rows with this cell are refused. */
  synchronized void refuse(Object cell) {
    refused.add(cell);
  }

  /** Stores a row unless its key is there with a greater sequence. */
  synchronized void upsert(TableReference reference, Map<String, Object> row, String sequence)
      throws IOException {
    Table table = get(reference);
    for (Object cell : row.values()) {
      if (cell != null && refused.contains(cell)) {
        throw new IOException("refused: " + cell);
      }
    }
    if (table.getTableConstraints() == null) {
      throw new IOException("CDC needs a primary key on " + name(reference));
    }
    Stored stored = tables.get(name(reference));
    List<String> columns = table.getTableConstraints().getPrimaryKey().getColumns();
    List<Object> key = key(columns, row);
    BigInteger given = new BigInteger(sequence, 16);
    BigInteger known = stored.sequences.get(key);
    if (known != null && known.compareTo(given) > 0) {
      return;
    }
    stored.sequences.put(key, given);
    stored.rows.removeIf(old -> key(columns, old).equals(key));
    stored.rows.add(row);
  }

  private static List<Object> key(List<String> columns, Map<String, Object> row) {
    List<Object> key = new ArrayList<>();
    columns.forEach(column -> key.add(row.get(column)));
    return key;
  }

  private static @Nullable LocalDate day(TableReference reference) {
    String id = reference.getTableId();
    int decorator = id.indexOf('$');
    return decorator < 0
        ? null
        : LocalDate.parse(id.substring(decorator + 1), DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** Project, dataset and table, without decorator. */
  static String name(TableReference reference) {
    String id = reference.getTableId();
    int decorator = id.indexOf('$');
    return Objects.requireNonNull(reference.getProjectId())
        + "."
        + reference.getDatasetId()
        + "."
        + (decorator < 0 ? id : id.substring(0, decorator));
  }
}
