package dev.tipoff.transforms.fingerprint;

import dev.tipoff.transforms.fingerprint.FingerprintRow.Branch;
import dev.tipoff.transforms.model.GameDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one slate is made from: the fingerprint of every source over the slate's look-back, and
 * beside it what the last run of the slate was made from. A source without rows is there with
 * {@link Fingerprint#NONE}.
 */
public final class SlateFingerprints {
  private @Nullable GameDay slate;
  private final SortedMap<String, Fingerprint> sources = new TreeMap<>();
  private final SortedMap<String, String> lastRun = new TreeMap<>();

  SlateFingerprints() {}

  /** The slate. */
  public GameDay slate() {
    return Objects.requireNonNull(slate, "no row was added");
  }

  public SortedMap<String, Fingerprint> sources() {
    return Collections.unmodifiableSortedMap(sources);
  }

  /** Each input of the last run of the slate; empty if that run was not completed. */
  public SortedMap<String, String> lastRun() {
    return Collections.unmodifiableSortedMap(lastRun);
  }

  /** Adds what a branch says of this slate; a row of {@link Branch#PUBLISHED} says nothing. */
  void add(FingerprintRow row) {
    slate = row.getGameDate();
    switch (row.getBranch()) {
      case SOURCE ->
          sources.merge(
              row.getSource(),
              new Fingerprint(row.getRowCount(), row.getRowHashes()),
              Fingerprint::plus);
      case LAST_RUN -> lastRun.put(row.getSource(), String.valueOf(row.getRecorded()));
      case PUBLISHED -> {}
    }
  }

  /** Rows from which {@link #add} makes an equal one. */
  List<FingerprintRow> rows() {
    List<FingerprintRow> rows = new ArrayList<>();
    if (slate != null) {
      GameDay day = slate;
      sources.forEach(
          (source, fingerprint) ->
              rows.add(FingerprintRow.source(source, day, fingerprint.rows(), fingerprint.hash())));
      lastRun.forEach(
          (input, value) ->
              rows.add(FingerprintRow.create(Branch.LAST_RUN, input, day, 0, 0, value)));
    }
    return rows;
  }

  static SlateFingerprints of(Iterable<FingerprintRow> rows) {
    SlateFingerprints fingerprints = new SlateFingerprints();
    rows.forEach(fingerprints::add);
    return fingerprints;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SlateFingerprints that
        && Objects.equals(slate, that.slate)
        && sources.equals(that.sources)
        && lastRun.equals(that.lastRun);
  }

  @Override
  public int hashCode() {
    return Objects.hash(slate, sources, lastRun);
  }

  @Override
  public String toString() {
    return slate + " " + sources + (lastRun.isEmpty() ? "" : " last " + Map.copyOf(lastRun));
  }
}
