package dev.tipoff.pipelines;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.transforms.fingerprint.RunFingerprints;
import dev.tipoff.transforms.fingerprint.SkipKey;
import dev.tipoff.transforms.fingerprint.SlateFingerprints;
import dev.tipoff.transforms.ledger.RunEvent;
import dev.tipoff.transforms.ledger.RunEvent.Event;
import dev.tipoff.transforms.model.GameDay;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Of each slate that has started, how it ended: COMPLETED, or NOT_READY without its inputs. */
final class CompleteFn extends DoFn<RunEvent, RunEvent> {
  private static final long serialVersionUID = 1L;

  private final @Nullable GameDay firstSlate;
  private final ImmutableSortedMap<String, String> settings;
  private final PCollectionView<List<StoredPartition>> written;
  private final @Nullable Phase phase;
  private final @Nullable PCollectionView<RunFingerprints> fingerprints;

  /**
   * @param written what every write of the run says it has written
   * @param inputs absent for a run that is made afresh whatever it is made from
   */
  CompleteFn(
      Run run, PCollectionView<List<StoredPartition>> written, @Nullable SlateInputs inputs) {
    this.firstSlate = run.started().get(0).getGameDate();
    this.settings = run.settings();
    this.written = written;
    this.phase = inputs == null ? null : inputs.phase();
    this.fingerprints = inputs == null ? null : inputs.fingerprints();
  }

  List<PCollectionView<?>> sideInputs() {
    ImmutableList.Builder<PCollectionView<?>> views = ImmutableList.builder();
    views.add(written);
    if (fingerprints != null) {
      views.add(fingerprints);
    }
    return views.build();
  }

  @ProcessElement
  public void complete(@Element RunEvent started, ProcessContext process) {
    SortedMap<String, Long> rows = rows(started, process.sideInput(written));
    RunEvent.Builder completed =
        started
            .then(Event.COMPLETED, Instant.now())
            .setTableRows(
                rows.entrySet().stream()
                    .map(table -> table.getKey() + "=" + table.getValue())
                    .collect(Collectors.joining(";")))
            .setRowsWritten(sum(rows.values()));
    if (phase != null && fingerprints != null && started.getGameDate() != null) {
      SlateFingerprints slate = process.sideInput(fingerprints).slate(started.getGameDate());
      List<String> missing = phase.missing(slate);
      if (missing.isEmpty()) {
        SkipKey key = SkipKey.of(slate, settings);
        completed.setInputs(key.text()).setSkipKey(key.hash());
      } else {
        completed =
            completed
                .build()
                .then(Event.NOT_READY, completed.build().getEventTime())
                .setReason(String.join(", ", missing) + " without rows");
      }
    }
    process.output(completed.build());
  }

  /** The slate's rows, and with the first slate those of tables that are not split by slates. */
  private SortedMap<String, Long> rows(RunEvent started, List<StoredPartition> partitions) {
    boolean first = Objects.equals(started.getGameDate(), firstSlate);
    SortedMap<String, Long> rows = new TreeMap<>();
    for (StoredPartition partition : partitions) {
      if (started.getGameDate() == null
          || started.getGameDate().equals(partition.getGameDate())
          || (first && partition.getGameDate() == null)) {
        rows.merge(partition.getTable(), partition.getRows(), Long::sum);
      }
    }
    return rows;
  }

  private static long sum(Collection<Long> rows) {
    return rows.stream().mapToLong(Long::longValue).sum();
  }
}
