package dev.tipoff.io.warehouse;

import com.google.common.collect.Lists;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowHash;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Tables, digests and a few rows in BigQuery. */
final class BigQueryAdmin implements WarehouseAdmin {
  private static final int SHOWN = 3;

  private final BigQueryNames names;
  private final String location;
  private final BigQueryClient client;

  BigQueryAdmin(BigQueryNames names, String location, BigQueryClient client) {
    this.names = names;
    this.location = location;
    this.client = client;
  }

  @Override
  public void createTables() {
    statements().forEach(client::query);
    check(drift());
  }

  @Override
  public void prepare() {}

  private static void check(List<String> drift) {
    if (!drift.isEmpty()) {
      throw new IllegalStateException(
          String.join("; ", drift.subList(0, Math.min(SHOWN, drift.size())))
              + (drift.size() > SHOWN ? " and " + (drift.size() - SHOWN) + " more" : "")
              + "; a table that is there is not changed: mend it, or choose another --datasetPrefix");
    }
  }

  /** {@inheritDoc} A project is always there: what it lacks is drift. */
  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public List<String> statements() {
    return BigQueryDdl.of(names, location).statements();
  }

  @Override
  public List<String> drift() {
    List<String> drift = new ArrayList<>();
    for (Table<?> table : Tables.all()) {
      Optional<com.google.api.services.bigquery.model.Table> stored =
          client.table(names.reference(table));
      drift.addAll(
          SchemaDrift.of(
              names.table(table.name()),
              BigQuerySchema.columns(BigQueryCells.schema(table)),
              stored.map(found -> BigQuerySchema.columns(found.getSchema())).orElse(List.of())));
      stored.ifPresent(found -> drift.addAll(BigQuerySchema.layoutDrift(table, found, names)));
    }
    if (client.table(names.view()).isEmpty()) {
      drift.add(names.table(Queries.CURRENT_PREDICTIONS) + " is missing");
    }
    return drift;
  }

  @Override
  public Digest digest(Table<?> table, Optional<SlateRange> slates) {
    String where =
        slates
            .map(range -> " WHERE " + SlateCondition.of(table, range))
            .orElse(
                // Most tables refuse a query without a condition on their partition.
                table.partition() == null
                    ? ""
                    : " WHERE " + table.partition() + " >= DATE '0001-01-01'");
    List<Column> columns = List.of(whole("row_count"), whole("row_hashes"));
    @Nullable Object[] cells =
        BigQueryCells.cells(
            columns,
            client
                .query(
                    "SELECT COUNT(*) AS row_count, COALESCE(BIT_XOR(row_hash), 0) AS row_hashes FROM "
                        + names.table(table.name())
                        + where)
                .get(0));
    return new Digest(
        (Long) Objects.requireNonNull(cells[0]), (Long) Objects.requireNonNull(cells[1]));
  }

  private static Column whole(String name) {
    return Column.of(name, Column.Type.INT64, false);
  }

  @Override
  public <T> List<T> rows(NamedQuery<T> query) {
    RowShape<T> shape = query.shape();
    return Lists.transform(
        client.query(query.render(names)),
        row -> shape.row(BigQueryCells.cells(shape.columns(), row)));
  }

  /**
   * {@inheritDoc}
   *
   * <p>One INSERT statement, which BigQuery runs once however often the call is tried.
   */
  @Override
  public <T> void store(Table<T> table, List<T> events) {
    table.checkKind(Table.Kind.EVENT);
    if (events.isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(column.name()));
    columns.add(BigQueryCells.ROW_HASH);
    List<String> rows = new ArrayList<>();
    for (T event : events) {
      @Nullable Object[] cells = table.shape().cells(event);
      List<String> values = new ArrayList<>();
      for (int i = 0; i < cells.length; i++) {
        values.add(literal(table.columns().get(i), cells[i]) + " AS " + columns.get(i));
      }
      values.add(RowHash.of(table.columns(), cells) + " AS " + BigQueryCells.ROW_HASH);
      rows.add("STRUCT(" + String.join(", ", values) + ")");
    }
    String name = names.table(table.name());
    client.query(
        String.format(
            "INSERT INTO %s (%s) SELECT %s FROM UNNEST([%s]) AS incoming WHERE NOT EXISTS"
                + " (SELECT 1 FROM %s AS stored WHERE %s)",
            name,
            String.join(", ", columns),
            String.join(", ", columns),
            String.join(", ", rows),
            name,
            table.key().stream()
                .map(column -> "stored." + column + " = incoming." + column)
                .collect(Collectors.joining(" AND "))));
  }

  private String literal(Column column, @Nullable Object cell) {
    return cell == null ? "CAST(NULL AS " + column.type().name() + ")" : SqlLiteral.of(cell, names);
  }

  @Override
  public void close() {
    client.close();
  }
}
