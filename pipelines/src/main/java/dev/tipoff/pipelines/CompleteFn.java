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

/**
 * Of what every write of the run says it has written, how each slate that has started ended:
 * COMPLETED, or NOT_READY without its inputs.
 */
final class CompleteFn extends DoFn<List<StoredPartition>, RunEvent> {
  private static final long serialVersionUID = 1L;

  private final @Nullable GameDay firstSlate;
  private final ImmutableSortedMap<String, String> settings;
  private final PCollectionView<List<RunEvent>> started;
  private final @Nullable Phase phase;
  private final @Nullable PCollectionView<RunFingerprints> fingerprints;

  /**
   * @param started the run's events of slates that have started
   * @param inputs absent for a run that is made afresh whatever it is made from
   */
  CompleteFn(Run run, PCollectionView<List<RunEvent>> started, @Nullable SlateInputs inputs) {
    this.firstSlate = run.started().get(0).getGameDate();
    this.settings = run.settings();
    this.started = started;
    this.phase = inputs == null ? null : inputs.phase();
    this.fingerprints = inputs == null ? null : inputs.fingerprints();
  }

  List<PCollectionView<?>> sideInputs() {
    ImmutableList.Builder<PCollectionView<?>> views = ImmutableList.builder();
    views.add(started);
    if (fingerprints != null) {
      views.add(fingerprints);
    }
    return views.build();
  }

  @ProcessElement
  public void complete(@Element List<StoredPartition> written, ProcessContext process) {
    RunFingerprints made = fingerprints == null ? null : process.sideInput(fingerprints);
    for (RunEvent slate : process.sideInput(started)) {
      process.output(ended(slate, written, made));
    }
  }

  private RunEvent ended(
      RunEvent slate, List<StoredPartition> written, @Nullable RunFingerprints fingerprints) {
    SortedMap<String, Long> rows = rows(slate, written);
    RunEvent.Builder completed =
        slate
            .then(Event.COMPLETED, Instant.now())
            .setTableRows(
                rows.entrySet().stream()
                    .map(table -> table.getKey() + "=" + table.getValue())
                    .collect(Collectors.joining(";")))
            .setRowsWritten(sum(rows.values()));
    if (phase != null && fingerprints != null && slate.getGameDate() != null) {
      SlateFingerprints inputs = fingerprints.slate(slate.getGameDate());
      List<String> missing = phase.missing(inputs);
      if (missing.isEmpty()) {
        SkipKey key = SkipKey.of(inputs, settings);
        completed.setInputs(key.text()).setSkipKey(key.hash());
      } else {
        completed =
            completed
                .build()
                .then(Event.NOT_READY, completed.build().getEventTime())
                .setReason(String.join(", ", missing) + " without rows");
      }
    }
    return completed.build();
  }

  /** The slate's rows, and with the first slate those of tables that are not split by slates. */
  private SortedMap<String, Long> rows(RunEvent slate, List<StoredPartition> partitions) {
    boolean first = Objects.equals(slate.getGameDate(), firstSlate);
    SortedMap<String, Long> rows = new TreeMap<>();
    for (StoredPartition partition : partitions) {
      if (slate.getGameDate() == null
          || slate.getGameDate().equals(partition.getGameDate())
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
