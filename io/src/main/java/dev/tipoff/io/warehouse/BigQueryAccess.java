package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.Optional;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Where a warehouse is in BigQuery and how it is reached. */
@AutoValue
abstract class BigQueryAccess implements Serializable {
  abstract BigQueryNames names();

  /** The location of all datasets, {@code US} for instance. */
  abstract String location();

  /** The dataset that keeps the results of queries until they are read. */
  abstract String tempDataset();

  /** When the run was launched: of two writes of an event the order. */
  abstract Instant launched();

  abstract BigQueryClient.Source client();

  abstract @Nullable BigQueryServices testServices();

  /** Stand-ins for the services, in tests. */
  Optional<BigQueryServices> services() {
    return Optional.ofNullable(testServices());
  }

  static BigQueryAccess of(
      BigQueryNames names,
      String location,
      String tempDataset,
      Instant launched,
      BigQueryClient.Source client,
      @Nullable BigQueryServices testServices) {
    return new AutoValue_BigQueryAccess(
        names, location, tempDataset, launched, client, testServices);
  }
}
