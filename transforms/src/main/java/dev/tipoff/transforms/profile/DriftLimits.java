package dev.tipoff.transforms.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a column may move from the slates before without anybody looking at it. Judged are slates
 * with at least 60 rows, three games or so, since the mean of a few players is another one every
 * night; and columns that at least 10 slates before had.
 */
public final class DriftLimits {
  /** Of the means of the slates before. */
  private static final double STANDARD_DEVIATIONS = 4;

  private static final double NULL_SHARE = 0.25;
  private static final int ROWS = 60;
  private static final int SLATES = 10;

  /** Engines round sums in ways of their own. */
  private static final double ROUNDING = 1e-9;

  private DriftLimits() {}

  /** What has moved too far, in words; nothing if all is as it was. */
  public static List<String> exceeded(ColumnDrift drift) {
    if (drift.getRowCount() < ROWS) {
      return List.of();
    }
    return Stream.of(mean(drift), nullShare(drift)).flatMap(Optional::stream).toList();
  }

  private static Optional<String> mean(ColumnDrift drift) {
    Double mean = drift.getMean();
    Double before = drift.getMeanBefore();
    Double shift = drift.getMeanShift();
    if (mean == null || before == null || drift.getMeansBefore() < SLATES) {
      return Optional.empty();
    }
    if (Math.abs(mean - before) <= ROUNDING * Math.max(1, Math.abs(before))) {
      return Optional.empty();
    }
    if (shift == null) {
      return Optional.of(
          String.format(Locale.ROOT, "a mean of %.4g, which always was %.4g", mean, before));
    }
    return Math.abs(shift) <= STANDARD_DEVIATIONS
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "a mean of %.4g against %.4g, %.1f standard deviations away",
                mean,
                before,
                Math.abs(shift)));
  }

  private static Optional<String> nullShare(ColumnDrift drift) {
    Double before = drift.getNullShareBefore();
    return before == null
            || drift.getSlatesBefore() < SLATES
            || Math.abs(drift.getNullShare() - before) <= NULL_SHARE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "no value in %.0f %% of the rows against %.0f %%",
                100 * drift.getNullShare(),
                100 * before));
  }
}
