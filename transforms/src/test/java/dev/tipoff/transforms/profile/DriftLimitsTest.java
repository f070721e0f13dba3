package dev.tipoff.transforms.profile;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import java.util.List;
import org.junit.Test;

public class DriftLimitsTest {
  private static List<String> mean(int rows, int means, double mean, double before, Double shift) {
    return DriftLimits.exceeded(
        ColumnDrift.create(
            DAY, "nba_some.table", "pace", rows, 30, means, mean, before, shift, 0.0, 0.0));
  }

  private static List<String> nulls(int rows, int slates, double share, Double before) {
    return DriftLimits.exceeded(
        ColumnDrift.create(
            DAY, "nba_some.table", "pace", rows, slates, 0, null, null, null, share, before));
  }

  @Test
  public void aMeanMayMoveFourStandardDeviations() {
    assertThat(mean(60, 10, 9, 1, 4.0), empty());
    assertThat(mean(60, 10, -7, 1, -4.0), empty());
    assertThat(
        mean(60, 10, 9.1, 1, 4.05),
        contains("a mean of 9.100 against 1.000, 4.1 standard deviations away"));
    assertThat(
        mean(60, 10, -7.1, 1, -4.05),
        contains("a mean of -7.100 against 1.000, 4.1 standard deviations away"));
  }

  @Test
  public void aMeanThatNeverMovedMayNotMove() {
    assertThat(mean(60, 10, 0.5, 0.5 + 1e-12, null), empty());
    assertThat(mean(60, 10, 0.5, 0.5 + 1e-12, -90.0), empty());
    assertThat(mean(60, 10, 0, 1, null), contains("a mean of 0.000, which always was 1.000"));
  }

  @Test
  public void theShareWithoutAValueMayMoveAQuarter() {
    assertThat(nulls(60, 10, 0.25, 0.0), empty());
    assertThat(nulls(60, 10, 0.5, 0.75), empty());
    assertThat(nulls(60, 10, 0.26, 0.0), contains("no value in 26 % of the rows against 0 %"));
    assertThat(nulls(60, 10, 0.0, 0.26), contains("no value in 0 % of the rows against 26 %"));
  }

  @Test
  public void fewRowsOrSlatesSayNothing() {
    assertThat(mean(59, 10, 9, 1, 40.0), empty());
    assertThat(mean(60, 9, 9, 1, 40.0), empty());
    assertThat(nulls(59, 10, 1.0, 0.0), empty());
    assertThat(nulls(60, 9, 1.0, 0.0), empty());
    assertThat(nulls(60, 0, 1.0, null), empty());
  }
}
