package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryUtils;

/** Files as extract jobs write them. */
final class LocalAvro {
  private static final int NUMERIC_SCALE = 9;

  private LocalAvro() {}

  static void write(
      TableSchema table, List<Map<String, Object>> rows, boolean logicalTypes, Path file)
      throws IOException {
    Schema schema = BigQueryUtils.toGenericAvroSchema(table, logicalTypes);
    Files.createDirectories(file.getParent());
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile());
      for (Map<String, Object> row : rows) {
        writer.append(record(table, schema, row, logicalTypes));
      }
    }
  }

  static GenericRecord record(
      TableSchema table, Schema schema, Map<String, Object> row, boolean logicalTypes) {
    GenericRecord record = new GenericData.Record(schema);
    for (TableFieldSchema field : table.getFields()) {
      record.put(field.getName(), cell(row.get(field.getName()), logicalTypes));
    }
    return record;
  }

  private static Object cell(Object cell, boolean logicalTypes) {
    if (cell instanceof List<?> cells) {
      return cells.stream().map(one -> cell(one, logicalTypes)).toList();
    }
    if (cell instanceof Instant instant) {
      return LocalCells.micros(instant);
    }
    if (cell instanceof LocalDate date) {
      return logicalTypes ? (Object) (int) date.toEpochDay() : date.toString();
    }
    if (cell instanceof BigDecimal number) {
      return ByteBuffer.wrap(number.setScale(NUMERIC_SCALE).unscaledValue().toByteArray());
    }
    return cell;
  }
}
