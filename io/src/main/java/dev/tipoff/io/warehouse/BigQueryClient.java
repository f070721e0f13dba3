package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;

/**
 * The few calls to BigQuery that are not reads or writes of rows by a pipeline. Each has a deadline
 * and throws {@link WarehouseException} when it fails for good.
 */
interface BigQueryClient extends AutoCloseable {
  /** Runs a GoogleSQL statement to its end; its rows by column, cells as text. */
  List<TableRow> query(String sql);

  /** A table's declaration, if it exists. */
  Optional<Table> table(TableReference table);

  /** Empties one partition, named by its decorator. */
  void erase(TableReference partition);

  @Override
  void close();

  /** Opens a client where it is needed, a worker for instance. */
  interface Source extends Serializable {
    BigQueryClient open(BigQueryOptions options);
  }
}
