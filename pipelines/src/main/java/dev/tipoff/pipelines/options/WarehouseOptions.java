package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where rows are stored. */
public interface WarehouseOptions extends AlertOptions, SecretsOptions {
  @Description(
      "Where rows are stored: duckdb:FILE, an embedded warehouse in one file, or bigquery:PROJECT")
  @Default.String("duckdb:tipoff.duckdb")
  @Parameter(
      label = "Warehouse",
      matches = "bigquery:[a-z][-a-z0-9]{4,28}[a-z0-9]|duckdb:.+",
      required = true)
  String getWarehouse();

  void setWarehouse(String warehouse);

  @Description("How long to wait while another process uses the embedded warehouse, such as 60s")
  @Default.String("60s")
  String getLockWait();

  void setLockWait(String lockWait);

  @Description(
      "When a run is cancelled and has failed, such as 90s, 30m or 2h (default: 2h for import,"
          + " train and backtest, else 30m)")
  @Parameter(label = "Deadline of the run", matches = "[1-9]\\d{0,5}[smh]")
  @Nullable String getRunDeadline();

  void setRunDeadline(@Nullable String runDeadline);

  @Description("Where the datasets of a BigQuery warehouse are")
  @Default.String("US")
  @Parameter(label = "Location of the datasets", matches = "[A-Za-z0-9-]+")
  String getLocation();

  void setLocation(String location);

  @Description("The dataset that keeps the results of BigQuery's queries until they are read")
  @Default.String("tipoff_temp")
  @Parameter(label = "Dataset of temporary tables", matches = "[A-Za-z0-9_]+")
  String getTempDataset();

  void setTempDataset(String tempDataset);

  @Description(
      "Stands before the name of every dataset in BigQuery, so that a replay has its own, such as"
          + " replay_")
  @Default.String("")
  @Parameter(label = "Prefix of the datasets", matches = "[a-z0-9_]*")
  String getDatasetPrefix();

  void setDatasetPrefix(String datasetPrefix);

  @Description("Logs what happens on standard error")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);
}
