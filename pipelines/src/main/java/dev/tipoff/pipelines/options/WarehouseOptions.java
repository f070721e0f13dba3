package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Where rows are stored. */
public interface WarehouseOptions extends PipelineOptions {
  @Description("Where rows are stored: duckdb:FILE, an embedded warehouse in one file")
  @Default.String("duckdb:tipoff.duckdb")
  String getWarehouse();

  void setWarehouse(String warehouse);

  @Description("How long to wait while another process uses the embedded warehouse, such as 60s")
  @Default.String("60s")
  String getLockWait();

  void setLockWait(String lockWait);

  @Description(
      "When a run is cancelled and has failed, such as 90s, 30m or 2h (default: 2h for import and"
          + " backtest, else 30m)")
  @Nullable String getRunDeadline();

  void setRunDeadline(@Nullable String runDeadline);

  @Description("Logs what happens on standard error")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);
}
