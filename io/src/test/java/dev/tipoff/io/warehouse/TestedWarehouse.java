package dev.tipoff.io.warehouse;

import com.google.common.collect.Iterables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Instant;
import org.junit.rules.TemporaryFolder;

/** A warehouse of either engine, filled by pipelines of one step and looked at beside them. */
abstract class TestedWarehouse {
  /** The engines that keep the same contract. */
  enum Engine {
    DUCKDB {
      @Override
      TestedWarehouse in(TemporaryFolder folder) {
        return WarehouseFile.in(folder);
      }
    },
    BIGQUERY {
      @Override
      TestedWarehouse in(TemporaryFolder folder) {
        return new WarehouseInBigQuery(folder.getRoot());
      }
    };

    /** An empty warehouse with all tables. */
    abstract TestedWarehouse in(TemporaryFolder folder);
  }

  private int runs;

  abstract Warehouse warehouse(Instant launched);

  /** The stored rows, in no order, past the warehouse's own reads. */
  abstract <T> List<T> rows(Table<T> table);

  /** The project that pays. */
  abstract String project();

  /** Where pipelines put what they need for a while. */
  abstract File temp();

  /** As of a run a minute after the last. */
  Warehouse nextRun() {
    runs++;
    return warehouse(InventedRows.AS_OF.plus(60_000L * runs));
  }

  <T> void replace(Table<T> table, List<T> rows) {
    run(table, rows, nextRun().replace(table));
  }

  <T> void replace(Table<T> table, SlateRange expected, List<T> rows) {
    run(table, rows, nextRun().replace(table, expected));
  }

  <T> void upsert(Table<T> table, List<T> rows) {
    run(table, rows, nextRun().upsert(table));
  }

  /** As {@link #replace} or {@link #upsert}, with rows that cannot be stored, by their key. */
  <T> void write(Table<T> table, List<T> rows, String... failed) {
    Pipeline pipeline = Pipeline.create(options());
    PCollection<Failure> failures =
        pipeline
            .apply(create(table, rows))
            .apply(
                table.kind() == Table.Kind.COMPUTED
                    ? nextRun().replace(table)
                    : nextRun().upsert(table))
            .failures();
    PAssert.that(
            failures.apply(
                MapElements.into(TypeDescriptors.strings())
                    .via(failure -> failure.getCode() + " " + failure.getFailureKey())))
        .containsInAnyOrder(failed);
    pipeline.run().waitUntilFinish();
  }

  private <T> void run(
      Table<T> table,
      List<T> rows,
      PTransform<PCollection<T>, WithFailures.Result<PCollection<StoredPartition>, Failure>>
          write) {
    Pipeline pipeline = Pipeline.create(options());
    PAssert.that(pipeline.apply(create(table, rows)).apply(write).failures()).empty();
    pipeline.run().waitUntilFinish();
  }

  PipelineOptions options() {
    return prepare(TestPipeline.testingPipelineOptions());
  }

  PipelineOptions prepare(PipelineOptions options) {
    options.setTempLocation(temp().getPath());
    options.as(BigQueryOptions.class).setBigQueryProject(project());
    // BigQueryIO waits a second for every load job, however soon it is done.
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setTargetParallelism(16);
    // Checked where rows are computed; here the checks take longer than the work.
    direct.setEnforceImmutability(false);
    direct.setEnforceEncodability(false);
    return options;
  }

  static <T> Create.Values<T> create(Table<T> table, List<T> rows) {
    try {
      return Create.of(rows)
          .withCoder(SchemaRegistry.createDefault().getSchemaCoder(table.rowClass()));
    } catch (NoSuchSchemaException e) {
      throw new IllegalArgumentException(e);
    }
  }

  WarehouseAdmin.Digest digest(Table<?> table) {
    try (WarehouseAdmin admin = warehouse(InventedRows.AS_OF).admin()) {
      return admin.digest(table, Optional.empty());
    }
  }

  static long counter(PipelineResult result, String namespace, String name) {
    return Iterables.getOnlyElement(
            result
                .metrics()
                .queryMetrics(
                    MetricsFilter.builder()
                        .addNameFilter(MetricNameFilter.named(namespace, name))
                        .build())
                .getCounters())
        .getAttempted();
  }
}
