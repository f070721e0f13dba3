package dev.tipoff.transforms.profile;

import static dev.tipoff.transforms.Invented.DAY;
import static dev.tipoff.transforms.Invented.MOE;
import static dev.tipoff.transforms.Invented.played;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.tables.Column;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Rule;
import org.junit.Test;

public class ProfileColumnsTest {
  private static final GameDay NEXT = DAY.plusDays(1);

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private PCollection<ColumnProfile> profile(PlayerGame... rows) {
    return pipeline
        .apply(Create.of(List.of(rows)).withCoder(Tables.PLAYER_GAMES.coder()))
        .apply(ProfileColumns.of(Tables.PLAYER_GAMES));
  }

  @Test
  public void aSlateHasARowAColumnAndIsOnItsOwn() {
    PAssert.that(
            profile(
                played("1", DAY).setPoints(10).build(),
                played("1", DAY).setPlayer(MOE).setPoints(20).build(),
                played("2", NEXT).setPoints(31).setPlusMinus(null).build()))
        .satisfies(
            found -> {
              List<ColumnProfile> profiles = ImmutableList.copyOf(found);
              List<String> columns =
                  Tables.PLAYER_GAMES.columns().stream().map(Column::name).toList();
              for (GameDay day : List.of(DAY, NEXT)) {
                assertThat(
                    profiles.stream()
                        .filter(profile -> profile.getGameDate().equals(day))
                        .map(ColumnProfile::getColumnName)
                        .toList(),
                    containsInAnyOrder(columns.toArray()));
              }
              assertThat(profiles.size(), is(2 * columns.size()));
              assertThat(
                  profiles.stream()
                      .filter(profile -> profile.getColumnName().equals("points"))
                      .toList(),
                  containsInAnyOrder(
                      points(DAY, 2)
                          .setDistinctCount(2)
                          .setMinValue(10.0)
                          .setMaxValue(20.0)
                          .setMean(15.0)
                          .setSd(Math.sqrt(50))
                          .build(),
                      points(NEXT, 1)
                          .setDistinctCount(1)
                          .setOnlyValue("31")
                          .setMinValue(31.0)
                          .setMaxValue(31.0)
                          .setMean(31.0)
                          .build()));
              return null;
            });
    pipeline.run();
  }

  private static ColumnProfile.Builder points(GameDay day, int rows) {
    return ColumnProfile.builder()
        .setGameDate(day)
        .setSeason("2030-31")
        .setTableName("nba_raw.player_games")
        .setColumnName("points")
        .setRowCount(rows)
        .setNullCount(0)
        .setNullShare(0);
  }

  @Test
  public void withoutRowsThereIsNothing() {
    PAssert.that(profile()).empty();
    pipeline.run();
  }
}
