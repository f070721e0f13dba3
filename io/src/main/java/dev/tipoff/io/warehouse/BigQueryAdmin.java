package dev.tipoff.io.warehouse;

import com.google.common.base.Preconditions;
import com.google.common.collect.Lists;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Tables, digests and a few rows in BigQuery. */
final class BigQueryAdmin implements WarehouseAdmin {
  private final BigQueryNames names;
  private final BigQueryClient client;

  BigQueryAdmin(BigQueryNames names, BigQueryClient client) {
    this.names = names;
    this.client = client;
  }

  /**
   * {@inheritDoc}
   *
   * <p>In BigQuery tables belong to whoever runs the project: they are only looked for here.
   */
  @Override
  public void createTables() {
    for (Table<?> table : Tables.all()) {
      if (client.table(names.reference(table)).isEmpty()) {
        throw new IllegalStateException(
            names.table(table.name()) + " is not there; tipoff schema --apply creates it");
      }
    }
  }

  @Override
  public Digest digest(Table<?> table, Optional<SlateRange> slates) {
    Preconditions.checkArgument(
        slates.isEmpty() || table.partition() != null, "%s is not split by slates", table);
    String where =
        slates
            .map(
                range ->
                    String.format(
                        " WHERE %s BETWEEN DATE '%s' AND DATE '%s'",
                        table.partition(), range.from(), range.to()))
            .orElse("");
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

  @Override
  public void close() {
    client.close();
  }
}
