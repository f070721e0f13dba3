package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.tables.RowShape;
import dev.tipoff.transforms.tables.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;

/**
 * Upserts what comes in a second, or so many events, in one transaction, which costs more than a
 * thousand rows.
 */
final class DuckDbUpsertEach<T> extends PTransform<PCollection<T>, PCollection<Failure>> {
  private static final long serialVersionUID = 1L;

  private static final int MOST = 5000;
  private static final Duration PATIENCE = Duration.standardSeconds(1);

  private final DuckDbFile file;
  private final Table<T> table;

  DuckDbUpsertEach(DuckDbFile file, Table<T> table) {
    this.file = file;
    this.table = table;
  }

  @Override
  public PCollection<Failure> expand(PCollection<T> rows) {
    WithFailures.Result<PCollection<T>, Failure> storable =
        rows.apply("Storable", new StorableRows<>(table));
    storable
        .output()
        .apply("Encode", ParDo.of(new EncodeFn<>(table.coder())))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of()))
        .apply(
            "Batches",
            GroupIntoBatches.<String, byte[]>ofSize(MOST).withMaxBufferingDuration(PATIENCE))
        .apply("Store", ParDo.of(new StoreFn<>(file, table)));
    return storable.failures().setCoder(RowShape.coder(Failure.class));
  }

  /** DirectRunner copies what is gathered with each bundle, bytes many times faster than rows. */
  private static final class EncodeFn<T> extends DoFn<T, KV<String, byte[]>> {
    private static final long serialVersionUID = 1L;

    private final Coder<T> coder;

    EncodeFn(Coder<T> coder) {
      this.coder = coder;
    }

    @ProcessElement
    public void encode(@Element T row, OutputReceiver<KV<String, byte[]>> output)
        throws CoderException {
      output.output(KV.of("", CoderUtils.encodeToByteArray(coder, row)));
    }
  }

  private static final class StoreFn<T> extends DoFn<KV<String, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    private final DuckDbStoreFn<T> store;
    private final Table<T> table;

    StoreFn(DuckDbFile file, Table<T> table) {
      this.store = new DuckDbStoreFn<>(file, table, null);
      this.table = table;
    }

    @ProcessElement
    public void store(@Element KV<String, Iterable<byte[]>> batch)
        throws SQLException, CoderException {
      List<StoredRow> rows = new ArrayList<>();
      for (byte[] row : batch.getValue()) {
        rows.add(StoredRow.of(table, CoderUtils.decodeFromByteArray(table.coder(), row)));
      }
      store.store(rows);
    }
  }
}
