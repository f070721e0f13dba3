package dev.tipoff.pipelines.launch;

import dev.tipoff.io.warehouse.BigQueryWarehouse;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.options.WarehouseOptions;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.joda.time.Instant;

/** The warehouse that {@code --warehouse} names. */
public final class NamedWarehouse {
  static final String BIGQUERY = "bigquery:";
  private static final String DUCKDB = "duckdb:";
  private static final Pattern SECONDS = Pattern.compile("(\\d+)s?");

  private NamedWarehouse() {}

  /**
   * The warehouse that the option names.
   *
   * @throws IllegalArgumentException if it names no engine
   */
  public static Warehouse of(WarehouseOptions options) {
    String name = options.getWarehouse();
    if (name.startsWith(BIGQUERY) && name.length() > BIGQUERY.length()) {
      return bigQuery(name.substring(BIGQUERY.length()), options);
    }
    if (!name.startsWith(DUCKDB) || name.length() == DUCKDB.length()) {
      throw new IllegalArgumentException(
          "--warehouse="
              + name
              + " names no warehouse; use --warehouse=duckdb:FILE or --warehouse=bigquery:PROJECT");
    }
    if (options.getRunner() != DirectRunner.class) {
      throw new IllegalArgumentException(
          "an embedded warehouse is one process's; run it with --runner=DirectRunner");
    }
    Matcher seconds = SECONDS.matcher(options.getLockWait());
    if (!seconds.matches()) {
      throw new IllegalArgumentException(
          "--lockWait=" + options.getLockWait() + " is no number of seconds such as 60s");
    }
    return DuckDbWarehouse.at(
        name.substring(DUCKDB.length()), Duration.ofSeconds(Long.parseLong(seconds.group(1))));
  }

  private static Warehouse bigQuery(String project, WarehouseOptions options) {
    String temp = options.getTempLocation();
    if (temp == null || !temp.startsWith("gs://")) {
      throw new IllegalArgumentException(
          "BigQuery loads from and exports to Cloud Storage; name a folder there with"
              + " --tempLocation=gs://BUCKET/FOLDER");
    }
    return BigQueryWarehouse.of(
        project,
        options.getDatasetPrefix(),
        options.getLocation(),
        options.getTempDataset(),
        Instant.now(),
        options.as(BigQueryOptions.class));
  }

  /** Opens the warehouse for the life of a command and makes its tables. */
  public static WarehouseAdmin open(Warehouse warehouse) {
    WarehouseAdmin admin = warehouse.admin();
    try {
      admin.prepare();
      return admin;
    } catch (RuntimeException e) {
      admin.close();
      throw e;
    }
  }
}
