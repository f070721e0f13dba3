package dev.tipoff.pipelines.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

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

  @Description("Logs what happens on standard error")
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);
}
