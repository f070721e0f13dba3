package dev.tipoff.io.warehouse;

import com.google.api.services.bigquery.model.Dataset;
import com.google.api.services.bigquery.model.DatasetReference;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.DatasetService;
import org.apache.beam.sdk.io.gcp.bigquery.ErrorContainer;
import org.apache.beam.sdk.io.gcp.bigquery.InsertRetryPolicy;
import org.apache.beam.sdk.values.FailsafeValueInSingleWindow;
import org.apache.beam.sdk.values.ValueInSingleWindow;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Datasets and tables; every dataset is there. */
final class LocalDatasets implements DatasetService {
  private final LocalTables tables;

  LocalDatasets(LocalTables tables) {
    this.tables = tables;
  }

  @Override
  public @Nullable Table getTable(TableReference table) {
    return tables.find(table);
  }

  @Override
  public @Nullable Table getTable(TableReference table, List<String> fields) {
    return tables.find(table);
  }

  @Override
  public @Nullable Table getTable(
      TableReference table, List<String> fields, TableMetadataView view) {
    return tables.find(table);
  }

  @Override
  public void createTable(Table table) throws IOException {
    tables.create(table);
  }

  @Override
  public void deleteTable(TableReference table) {
    tables.drop(table);
  }

  @Override
  public boolean isTableEmpty(TableReference table) throws IOException {
    return tables.rows(table).isEmpty();
  }

  @Override
  public Dataset getDataset(String project, String dataset) {
    return new Dataset()
        .setLocation(LocalBigQuery.LOCATION)
        .setDatasetReference(
            new DatasetReference().setProjectId(project).setDatasetId(dataset));
  }

  @Override
  public void createDataset(
      String project,
      String dataset,
      @Nullable String location,
      @Nullable String description,
      @Nullable Long expiration) {}

  @Override
  public void deleteDataset(String project, String dataset) {}

  @Override
  public <T> long insertAll(
      TableReference table,
      List<FailsafeValueInSingleWindow<TableRow, TableRow>> rows,
      List<String> ids,
      InsertRetryPolicy retry,
      List<ValueInSingleWindow<T>> failed,
      ErrorContainer<T> errors,
      boolean skipInvalid,
      boolean ignoreUnknown,
      boolean ignoreIds,
      List<ValueInSingleWindow<TableRow>> successful) {
    throw new UnsupportedOperationException("rows are never streamed by insertAll");
  }

  @Override
  public Table patchTableDescription(TableReference table, @Nullable String description) {
    throw new UnsupportedOperationException("descriptions come from the DDL");
  }

  @Override
  public void close() {}
}
