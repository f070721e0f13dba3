package dev.tipoff.io.warehouse;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.api.services.bigquery.model.TableReference;
import com.google.cloud.bigquery.storage.v1.AppendRowsRequest.MissingValueInterpretation;
import com.google.cloud.bigquery.storage.v1.AppendRowsResponse;
import com.google.cloud.bigquery.storage.v1.BatchCommitWriteStreamsResponse;
import com.google.cloud.bigquery.storage.v1.Exceptions;
import com.google.cloud.bigquery.storage.v1.FinalizeWriteStreamResponse;
import com.google.cloud.bigquery.storage.v1.FlushRowsResponse;
import com.google.cloud.bigquery.storage.v1.ProtoRows;
import com.google.cloud.bigquery.storage.v1.TableSchema;
import com.google.cloud.bigquery.storage.v1.WriteStream;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.rpc.Code;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.StreamAppendClient;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.WriteStreamService;
import org.apache.beam.sdk.io.gcp.bigquery.TableRowToStorageApiProto;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The default streams of tables, with change data capture; other streams are not to be had. */
final class LocalWriteStreams implements WriteStreamService {
  private static final Pattern STREAM =
      Pattern.compile("projects/(.+)/datasets/(.+)/tables/([^/]+)(/.*)?");

  private final LocalTables tables;

  LocalWriteStreams(LocalTables tables) {
    this.tables = tables;
  }

  @Override
  public StreamAppendClient getStreamAppendClient(
      String stream,
      DescriptorProto descriptor,
      boolean pooled,
      MissingValueInterpretation missing)
      throws Exception {
    return new AppendClient(
        table(stream), TableRowToStorageApiProto.wrapDescriptorProto(descriptor));
  }

  private static TableReference table(String stream) {
    Matcher parts = STREAM.matcher(stream);
    if (!parts.matches()) {
      throw new IllegalArgumentException(stream);
    }
    return new TableReference()
        .setProjectId(parts.group(1))
        .setDatasetId(parts.group(2))
        .setTableId(parts.group(3));
  }

  private final class AppendClient implements StreamAppendClient {
    private final TableReference table;
    private final Descriptor descriptor;

    AppendClient(TableReference table, Descriptor descriptor) {
      this.table = table;
      this.descriptor = descriptor;
    }

    @Override
    public ApiFuture<AppendRowsResponse> appendRows(long offset, ProtoRows rows) throws Exception {
      Map<Integer, String> errors = new HashMap<>();
      for (int i = 0; i < rows.getSerializedRowsCount(); i++) {
        try {
          append(rows.getSerializedRows(i));
        } catch (IOException e) {
          errors.put(i, String.valueOf(e.getMessage()));
        }
      }
      return errors.isEmpty()
          ? ApiFutures.immediateFuture(AppendRowsResponse.getDefaultInstance())
          : ApiFutures.immediateFailedFuture(
              new Exceptions.AppendSerializationError(
                  Code.INVALID_ARGUMENT.getNumber(), "some rows are invalid", "default", errors));
    }

    private void append(ByteString bytes) throws IOException {
      DynamicMessage message = DynamicMessage.parseFrom(descriptor, bytes);
      tables.upsert(
          table,
          LocalCells.fromMessage(tables.get(table).getSchema(), message),
          String.valueOf(
              message.getField(descriptor.findFieldByName("_CHANGE_SEQUENCE_NUMBER"))));
    }

    @Override
    public @Nullable TableSchema getUpdatedSchema() {
      return null;
    }

    @Override
    public void pin() {}

    @Override
    public void unpin() {}

    @Override
    public void close() {}
  }

  @Override
  public TableSchema getWriteStreamSchema(String stream) {
    try {
      return TableRowToStorageApiProto.schemaToProtoTableSchema(
          tables.get(table(stream)).getSchema());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public WriteStream createWriteStream(String table, WriteStream.Type type) {
    throw new UnsupportedOperationException("rows go to default streams");
  }

  @Override
  public ApiFuture<FlushRowsResponse> flush(String stream, long offset) {
    throw new UnsupportedOperationException("rows go to default streams");
  }

  @Override
  public ApiFuture<FinalizeWriteStreamResponse> finalizeWriteStream(String stream) {
    throw new UnsupportedOperationException("rows go to default streams");
  }

  @Override
  public ApiFuture<BatchCommitWriteStreamsResponse> commitWriteStreams(
      String table, Iterable<String> streams) {
    throw new UnsupportedOperationException("rows go to default streams");
  }

  @Override
  public void close() {}
}
