package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.tables.Table;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.joda.time.Instant;

/** A warehouse in a local BigQuery of its own. */
final class WarehouseInBigQuery extends TestedWarehouse {
  private final LocalBigQuery bigQuery =
      LocalBigQuery.with(
          Stream.concat(Tables.all().stream(), Stream.of(EveryType.COMPUTED, EveryType.EVENTS))
              .toList());
  private final File temp;

  WarehouseInBigQuery(File temp) {
    this.temp = temp;
  }

  LocalBigQuery bigQuery() {
    return bigQuery;
  }

  @Override
  Warehouse warehouse(Instant launched) {
    return bigQuery.warehouse(launched);
  }

  @Override
  String project() {
    return bigQuery.project();
  }

  @Override
  File temp() {
    return temp;
  }

  @Override
  <T> List<T> rows(Table<T> table) {
    try {
      return bigQuery.tables().rows(bigQuery.names().reference(table)).stream()
          .map(LocalCells::toJson)
          .map(row -> table.shape().row(BigQueryCells.cells(table.columns(), row)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
