package dev.tipoff.pipelines.watch;

import dev.tipoff.io.alerts.AlertBudget;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.pipelines.RecordRun;
import dev.tipoff.pipelines.Services;
import dev.tipoff.pipelines.options.WatchOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code watch} as a job of a service: one step, which asks the warehouse from its worker. */
public final class WatchPipeline {
  private WatchPipeline() {}

  /**
   * Builds the graph. What is to be watched else is in the pipeline's {@link WatchOptions}.
   *
   * @param now what it takes as the present
   */
  public static void build(Pipeline pipeline, SlateRange slates, Instant now, Services services) {
    PCollection<StoredPartition> failures =
        pipeline
            .apply("Once", Create.of(Watch.PIPELINE))
            .apply("Watch", ParDo.of(new WatchFn(slates, now, services.warehouse())))
            .setCoder(RowShape.coder(StoredPartition.class));
    RecordRun.withoutInputs(Watch.PIPELINE, List.of(failures), List.of(), services);
  }

  private static final class WatchFn extends DoFn<String, StoredPartition> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WatchFn.class);

    private final SlateRange slates;
    private final Instant now;
    private final Warehouse warehouse;
    private final AlertBudget.Source budgets;

    WatchFn(SlateRange slates, Instant now, Warehouse warehouse) {
      this.slates = slates;
      this.now = now;
      this.warehouse = warehouse;
      this.budgets = warehouse.alertBudget();
    }

    @ProcessElement
    public void watch(ProcessContext process) {
      WatchOptions options = process.getPipelineOptions().as(WatchOptions.class);
      try (WarehouseAdmin admin = warehouse.admin(options)) {
        Watch watch = new Watch(options, slates, admin, now);
        List<Failure> wrong = watch.failures(budgets);
        wrong.forEach(failure -> LOG.warn("{}: {}", failure.getCode(), failure.getMessage()));
        watch.drifted().forEach(column -> LOG.info("drifted: {}", column));
        process.output(StoredPartition.of(Tables.FAILURES.name(), null, wrong.size()));
      }
    }
  }
}
