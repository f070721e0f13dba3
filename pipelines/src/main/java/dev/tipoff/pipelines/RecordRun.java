package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.fingerprint.ComposeFingerprints;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.fingerprint.SkipKey;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.ledger.RunInput;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.joda.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the run ledger, once everything is written, what each slate was made from and then that
 * the run is completed, with the rows of each table; or that its inputs were missing.
 */
final class RecordRun {
  private static final Logger LOG = LoggerFactory.getLogger(RecordRun.class);

  private RecordRun() {}

  /**
   * Records the run of the services, if they have one.
   *
   * @param fingerprints the rows of the phase's fingerprint statement
   * @param stored what every write of the graph says it has written
   */
  static void of(
      Phase phase,
      SlateRange slates,
      PCollection<FingerprintRow> fingerprints,
      List<PCollection<StoredPartition>> stored,
      Services services) {
    PCollection<SlateFingerprints> ofSlates =
        fingerprints
            .apply("ComposeFingerprints", ComposeFingerprints.of(slates, phase.sources()))
            .apply("LogFingerprints", ParDo.of(new LogFn(phase)))
            .apply("UnwindowFingerprints", Window.into(new GlobalWindows()));
    services.run().ifPresent(run -> record(run, phase, ofSlates, stored, services.warehouse()));
  }

  private static void record(
      Run run,
      Phase phase,
      PCollection<SlateFingerprints> ofSlates,
      List<PCollection<StoredPartition>> stored,
      Warehouse warehouse) {
    List<PCollection<?>> written = new ArrayList<>(stored);
    written.add(
        StoreFailures.orStop(
            "UnstoredInputs",
            ofSlates
                .apply("Inputs", ParDo.of(new InputsFn(run)))
                .setCoder(Tables.RUN_INPUTS.coder())
                .apply("AfterWrites", Wait.on(new ArrayList<PCollection<?>>(stored)))
                .apply("StoreInputs", warehouse.upsert(Tables.RUN_INPUTS))));
    PCollectionView<List<SlateFingerprints>> slatesView =
        ofSlates.apply("FingerprintsOfRun", View.asList());
    PCollectionView<List<StoredPartition>> partitions =
        PCollectionList.of(stored)
            .apply("AllWrites", Flatten.pCollections())
            .apply("Partitions", View.asList());
    StoreFailures.orStop(
        "UnstoredEvent",
        ofSlates
            .getPipeline()
            .apply("Run", Create.of(run.started()).withCoder(Tables.PIPELINE_RUNS.coder()))
            .apply("AfterInputs", Wait.on(written))
            .apply(
                "Complete",
                ParDo.of(new CompleteFn(phase, slatesView, partitions))
                    .withSideInputs(slatesView, partitions))
            .setCoder(Tables.PIPELINE_RUNS.coder())
            .apply("StoreEvent", warehouse.upsert(Tables.PIPELINE_RUNS)));
  }

  private static final class LogFn extends DoFn<SlateFingerprints, SlateFingerprints> {
    private static final long serialVersionUID = 1L;

    private final Phase phase;

    LogFn(Phase phase) {
      this.phase = phase;
    }

    @ProcessElement
    public void log(@Element SlateFingerprints slate, OutputReceiver<SlateFingerprints> output) {
      slate
          .sources()
          .forEach(
              (source, fingerprint) -> {
                Metrics.counter("fingerprint-rows", source).inc(fingerprint.rows());
                LOG.info(
                    "phase={} slate={} source={} rows={} hash={}",
                    phase.id(),
                    slate.slate(),
                    source,
                    fingerprint.rows(),
                    Long.toHexString(fingerprint.hash()));
              });
      output.output(slate);
    }
  }

  private static final class InputsFn extends DoFn<SlateFingerprints, RunInput> {
    private static final long serialVersionUID = 1L;

    private final String runId;
    private final String pipeline;
    private final Map<String, String> settings;

    InputsFn(Run run) {
      this.runId = run.started().getRunId();
      this.pipeline = run.started().getPipeline();
      this.settings = new TreeMap<>(run.settings());
    }

    @ProcessElement
    public void inputs(@Element SlateFingerprints slate, OutputReceiver<RunInput> output) {
      SkipKey.of(slate, settings)
          .inputs()
          .forEach(
              (input, value) ->
                  output.output(RunInput.create(runId, pipeline, slate.slate(), input, value)));
    }
  }

  private static final class CompleteFn extends DoFn<RunEvent, RunEvent> {
    private static final long serialVersionUID = 1L;

    private final Phase phase;
    private final PCollectionView<List<SlateFingerprints>> slates;
    private final PCollectionView<List<StoredPartition>> partitions;

    CompleteFn(
        Phase phase,
        PCollectionView<List<SlateFingerprints>> slates,
        PCollectionView<List<StoredPartition>> partitions) {
      this.phase = phase;
      this.slates = slates;
      this.partitions = partitions;
    }

    @ProcessElement
    public void complete(ProcessContext process) {
      SortedMap<String, Long> rows = new TreeMap<>();
      for (StoredPartition partition : process.sideInput(partitions)) {
        rows.merge(partition.getTable(), partition.getRows(), Long::sum);
      }
      boolean ready = phase.isReady(process.sideInput(slates));
      process.output(
          process
              .element()
              .then(ready ? Event.COMPLETED : Event.NOT_READY, Instant.now())
              .setReason(ready ? "" : "a source that it cannot do without has no rows")
              .setTableRows(
                  rows.entrySet().stream()
                      .map(entry -> entry.getKey() + "=" + entry.getValue())
                      .collect(Collectors.joining(";")))
              .setRowsWritten(rows.values().stream().mapToLong(Long::longValue).sum())
              .build());
    }
  }
}
