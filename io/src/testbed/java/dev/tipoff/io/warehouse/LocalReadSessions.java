package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.cloud.bigquery.storage.v1.AvroRows;
import com.google.cloud.bigquery.storage.v1.AvroSchema;
import com.google.cloud.bigquery.storage.v1.CreateReadSessionRequest;
import com.google.cloud.bigquery.storage.v1.DataFormat;
import com.google.cloud.bigquery.storage.v1.ReadRowsRequest;
import com.google.cloud.bigquery.storage.v1.ReadRowsResponse;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import com.google.cloud.bigquery.storage.v1.ReadStream;
import com.google.cloud.bigquery.storage.v1.SplitReadStreamRequest;
import com.google.cloud.bigquery.storage.v1.SplitReadStreamResponse;
import com.google.cloud.bigquery.storage.v1.StreamStats;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.BigQueryServerStream;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.StorageClient;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryUtils;

/** Direct reads of local tables: a session of one stream, whose rows come at once. */
final class LocalReadSessions implements StorageClient {
  private static final String STREAM = "/sessions/1/streams/1";

  private final LocalTables tables;

  LocalReadSessions(LocalTables tables) {
    this.tables = tables;
  }

  private static Schema schema(Table table) {
    return BigQueryUtils.toGenericAvroSchema(table.getSchema(), true);
  }

  /** Of {@code projects/P/datasets/D/tables/T} and what follows. */
  private Table table(String path) {
    String[] parts = path.split("/");
    try {
      return tables.get(
          new TableReference().setProjectId(parts[1]).setDatasetId(parts[3]).setTableId(parts[5]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ReadSession createReadSession(CreateReadSessionRequest request) {
    Table table = table(request.getReadSession().getTable());
    return ReadSession.newBuilder()
        .setName(request.getReadSession().getTable())
        .setTable(request.getReadSession().getTable())
        .setDataFormat(DataFormat.AVRO)
        .setAvroSchema(AvroSchema.newBuilder().setSchema(schema(table).toString()))
        .addStreams(ReadStream.newBuilder().setName(request.getReadSession().getTable() + STREAM))
        .build();
  }

  @Override
  public BigQueryServerStream<ReadRowsResponse> readRows(ReadRowsRequest request) {
    Table table = table(request.getReadStream());
    try {
      List<Map<String, Object>> rows = tables.rows(table.getTableReference());
      return new OneAnswer(
          ReadRowsResponse.newBuilder()
              .setRowCount(rows.size())
              .setStats(
                  StreamStats.newBuilder()
                      .setProgress(
                          StreamStats.Progress.newBuilder()
                              .setAtResponseStart(0)
                              .setAtResponseEnd(1)))
              .setAvroRows(
                  AvroRows.newBuilder()
                      .setRowCount(rows.size())
                      .setSerializedBinaryRows(binary(table, rows)))
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteString binary(Table table, List<Map<String, Object>> rows)
      throws IOException {
    Schema schema = schema(table);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(schema);
    for (Map<String, Object> row : rows) {
      writer.write(LocalAvro.record(table.getSchema(), schema, row, true), encoder);
    }
    encoder.flush();
    return ByteString.copyFrom(bytes.toByteArray());
  }

  /** A stream that has one answer and then ends. */
  private record OneAnswer(ReadRowsResponse answer)
      implements BigQueryServerStream<ReadRowsResponse> {
    @Override
    public Iterator<ReadRowsResponse> iterator() {
      return List.of(answer).iterator();
    }

    @Override
    public void cancel() {}
  }

  @Override
  public BigQueryServerStream<ReadRowsResponse> readRows(
      ReadRowsRequest request, String fullTableId) {
    return readRows(request);
  }

  @Override
  public SplitReadStreamResponse splitReadStream(SplitReadStreamRequest request) {
    return SplitReadStreamResponse.getDefaultInstance();
  }

  @Override
  public SplitReadStreamResponse splitReadStream(
      SplitReadStreamRequest request, String fullTableId) {
    return splitReadStream(request);
  }

  @Override
  public void close() {}
}
