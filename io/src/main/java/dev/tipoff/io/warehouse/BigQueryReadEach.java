package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryDynamicReadDescriptor;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * A query job on BigQuery for each range of slates, whose result is read directly: an export is
 * made for batches, and a stream has no end at which its files could be removed.
 */
final class BigQueryReadEach<T> extends PTransform<PCollection<SlateRange>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final BigQueryAccess access;
  private final String label;
  private final Class<T> rowClass;
  private final SerializableFunction<SlateRange, String> sql;

  /**
   * @param label table or query, for the counter
   */
  BigQueryReadEach(
      BigQueryAccess access,
      String label,
      Class<T> rowClass,
      SerializableFunction<SlateRange, String> sql) {
    this.access = access;
    this.label = label;
    this.rowClass = rowClass;
    this.sql = sql;
  }

  @Override
  public PCollection<T> expand(PCollection<SlateRange> ranges) {
    RowShape<T> shape = RowShape.of(rowClass);
    SerializableFunction<SlateRange, String> statement = sql;
    BigQueryIO.DynamicRead<T> read =
        BigQueryIO.readDynamically(
                record -> shape.row(BigQueryCells.cells(shape.columns(), record.getRecord())),
                RowShape.coder(rowClass))
            .withQueryLocation(access.location())
            .withQueryTempProject(access.names().project())
            .withQueryTempDataset(access.tempDataset());
    return ranges
        .apply(
            "Statement",
            MapElements.into(TypeDescriptor.of(BigQueryDynamicReadDescriptor.class))
                .via(
                    slates ->
                        BigQueryDynamicReadDescriptor.query(
                            statement.apply(slates), /* flattenResults= */ false, false)))
        .setCoder(SerializableCoder.of(BigQueryDynamicReadDescriptor.class))
        .apply("Query", access.services().map(read::withTestServices).orElse(read))
        .apply("Rows", ParDo.of(new BigQueryRead.CountRowsFn<T>(label)))
        .setCoder(RowShape.coder(rowClass));
  }
}
