package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.tables.RowShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.duckdb.DuckDBConnection;

/** One select on the embedded warehouse. */
final class DuckDbRead<T> extends PTransform<PBegin, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  /** Namespace of the counters of rows read, by table or query. */
  static final String ROWS_READ = "rows-read";

  private final DuckDbFile file;
  private final String label;
  private final Class<T> rowClass;
  private final RowShape<T> shape;
  private final String source;

  /**
   * @param label table or query, for the counter
   * @param source what follows FROM
   */
  DuckDbRead(DuckDbFile file, String label, Class<T> rowClass, RowShape<T> shape, String source) {
    this.file = file;
    this.label = label;
    this.rowClass = rowClass;
    this.shape = shape;
    this.source = source;
  }

  @Override
  public PCollection<T> expand(PBegin begin) {
    return begin
        .apply("Statement", Create.of(DuckDbCells.select(shape.columns(), source)))
        .apply("Select", ParDo.of(new SelectFn<>(file, label, shape)))
        .setCoder(RowShape.coder(rowClass));
  }

  /** Selects by statements. */
  static final class SelectFn<T> extends DoFn<String, T> {
    private static final long serialVersionUID = 1L;

    private final DuckDbFile file;
    private final RowShape<T> shape;
    private final Counter reads = Metrics.counter("warehouse", "reads");
    private final Counter rowsRead;

    SelectFn(DuckDbFile file, String label, RowShape<T> shape) {
      this.file = file;
      this.rowsRead = Metrics.counter(ROWS_READ, label);
      this.shape = shape;
    }

    @ProcessElement
    public void select(@Element String statement, OutputReceiver<T> output) throws SQLException {
      reads.inc();
      try (DuckDBConnection connection = file.connect();
          Statement select = connection.createStatement();
          ResultSet rows = select.executeQuery(statement)) {
        while (rows.next()) {
          output.output(shape.row(DuckDbCells.read(shape.columns(), rows)));
          rowsRead.inc();
        }
      }
    }
  }
}
