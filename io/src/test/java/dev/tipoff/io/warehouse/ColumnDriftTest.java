package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.tipoff.transforms.catalogue.QualityTables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.profile.ColumnDrift;
import dev.tipoff.transforms.profile.ColumnProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The statement that holds columns against the slates before, on both engines. */
public class ColumnDriftTest {
  private static final GameDay DAY = InventedRows.DAY;
  private static final GameDay OPENING = GameDay.parse("2030-10-22");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static ColumnProfile profile(
      GameDay day, String column, @Nullable Double mean, double nullShare) {
    return ColumnProfile.builder()
        .setGameDate(day)
        .setSeason(Season.of(day).label())
        .setTableName("nba_some.table")
        .setColumnName(column)
        .setRowCount(100)
        .setNullCount((int) (100 * nullShare))
        .setNullShare(nullShare)
        .setDistinctCount(7)
        .setMean(mean)
        .build();
  }

  private static ColumnDrift drift(
      GameDay day,
      String column,
      int slates,
      int means,
      @Nullable Double mean,
      @Nullable Double meanBefore,
      @Nullable Double shift,
      double nullShare,
      @Nullable Double nullShareBefore) {
    return ColumnDrift.create(
        day,
        "nba_some.table",
        column,
        100,
        slates,
        means,
        mean,
        meanBefore,
        shift,
        nullShare,
        nullShareBefore);
  }

  private void assertDrift(List<ColumnProfile> profiles, SlateRange slates, ColumnDrift... drifts)
      throws IOException {
    WarehouseFile file = WarehouseFile.in(folder);
    file.replace(QualityTables.COLUMN_PROFILES, profiles);
    LocalBigQuery bigQuery = LocalBigQuery.withTables();
    bigQuery.store(QualityTables.COLUMN_PROFILES, profiles);
    try (WarehouseAdmin one = file.warehouse().admin();
        WarehouseAdmin other = bigQuery.warehouse(InventedRows.AS_OF).admin()) {
      assertThat(one.rows(Queries.columnDrift(slates)), containsInAnyOrder(drifts));
      assertThat(other.rows(Queries.columnDrift(slates)), containsInAnyOrder(drifts));
    }
  }

  /** Means of 2, 4 and 6 are 4 with a standard deviation of 2. */
  @Test
  public void aSlateIsHeldAgainstThoseBeforeInItsSeason() throws IOException {
    List<ColumnProfile> profiles = new ArrayList<>();
    profiles.add(profile(GameDay.parse("2030-06-20"), "pace", 99.0, 1.0));
    profiles.add(profile(OPENING, "pace", 2.0, 0.0));
    profiles.add(profile(OPENING.plusDays(1), "pace", null, 1.0));
    profiles.add(profile(OPENING.plusDays(3), "pace", 4.0, 0.0));
    profiles.add(profile(OPENING.plusDays(4), "pace", 6.0, 0.0));
    profiles.add(profile(DAY, "pace", 9.0, 0.5));
    profiles.add(profile(DAY, "home", 0.5, 0.0));
    profiles.add(profile(DAY.plusDays(1), "pace", 50.0, 0.25));
    profiles.add(profile(DAY.plusDays(2), "pace", 60.0, 0.25));
    assertDrift(
        profiles,
        SlateRange.of(DAY),
        drift(DAY, "pace", 4, 3, 9.0, 4.0, 2.5, 0.5, 0.25),
        drift(DAY, "home", 0, 0, 0.5, null, null, 0.0, null));
  }

  @Test
  public void everySlateOfARangeIsHeldAgainstItsOwnThirty() throws IOException {
    List<ColumnProfile> profiles = new ArrayList<>();
    profiles.add(profile(DAY.plusDays(-40), "pace", 1_000.0, 1.0));
    profiles.add(profile(DAY.plusDays(-39), "home", 1.0, 0.0));
    for (int ago = 30; ago > 0; ago--) {
      profiles.add(profile(DAY.plusDays(-ago), "pace", 3.0, 0.0));
    }
    profiles.add(profile(DAY, "pace", 33.0, 0.0));
    profiles.add(profile(DAY.plusDays(1), "pace", 3.0, 0.0));
    assertDrift(
        profiles,
        SlateRange.of(DAY, DAY.plusDays(1)),
        drift(DAY, "pace", 30, 30, 33.0, 3.0, null, 0.0, 0.0),
        drift(DAY.plusDays(1), "pace", 30, 30, 3.0, 4.0, -0.182574, 0.0, 0.0));
  }

  @Test
  public void aSeasonStartsAnewInARangeOfTwo() throws IOException {
    GameDay june = GameDay.parse("2030-06-20");
    assertDrift(
        List.of(
            profile(june.plusDays(-1), "pace", 3.0, 0.0),
            profile(june, "pace", 5.0, 0.0),
            profile(DAY, "pace", 7.0, 0.0)),
        SlateRange.of(june, DAY),
        drift(june, "pace", 1, 1, 5.0, 3.0, null, 0.0, 0.0),
        drift(DAY, "pace", 0, 0, 7.0, null, null, 0.0, null));
  }
}
