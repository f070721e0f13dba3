package dev.tipoff.transforms.fingerprint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.tipoff.transforms.fingerprint.FingerprintRow.Branch;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Objects;

/**
 * What each slate of a run is made from. Its rows may come in any order; a source's day counts for
 * exactly the slates whose look-back holds it, and a source without any row is there with none.
 */
public final class RunFingerprints {
  private final ImmutableList<FingerprintRow> rows;
  private final ImmutableSortedMap<GameDay, SlateFingerprints> slates;

  private RunFingerprints(
      ImmutableList<FingerprintRow> rows, ImmutableSortedMap<GameDay, SlateFingerprints> slates) {
    this.rows = rows;
    this.slates = slates;
  }

  /**
   * Composes the rows of the fingerprint statement.
   *
   * @param slates the slates to compose for
   * @param sources every source that they are made from, with the days of it that count
   * @throws IllegalArgumentException if a row is of a source that is not declared
   */
  public static RunFingerprints compose(
      SlateRange slates, ImmutableMap<String, LookBack> sources, Iterable<FingerprintRow> rows) {
    ImmutableSortedMap.Builder<GameDay, SlateFingerprints> composed =
        ImmutableSortedMap.naturalOrder();
    for (GameDay slate : slates.days()) {
      composed.put(slate, new SlateFingerprints(slate, sources));
    }
    RunFingerprints all = new RunFingerprints(ImmutableList.copyOf(rows), composed.build());
    for (FingerprintRow row : all.rows) {
      LookBack lookBack =
          row.getBranch() == Branch.SOURCE ? sources.get(row.getSource()) : LookBack.SLATE;
      if (lookBack == null) {
        throw new IllegalArgumentException(
            "the fingerprint statement has a source that the phase does not declare: "
                + row.getSource());
      }
      all.slates.forEach(
          (slate, fingerprints) -> {
            if (lookBack.holds(slate, row.getGameDate())) {
              fingerprints.add(row);
            }
          });
    }
    return all;
  }

  /** What it is composed from. */
  ImmutableList<FingerprintRow> rows() {
    return rows;
  }

  /** Every slate of the run, in order. */
  public ImmutableSortedMap<GameDay, SlateFingerprints> slates() {
    return slates;
  }

  /**
   * One slate.
   *
   * @throws NullPointerException if the slate is not one of the run's
   */
  public SlateFingerprints slate(GameDay slate) {
    return Objects.requireNonNull(slates.get(slate), slate + " is no slate of this run");
  }
}
