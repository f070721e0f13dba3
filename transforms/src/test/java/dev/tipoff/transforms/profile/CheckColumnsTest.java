package dev.tipoff.transforms.profile;

import static dev.tipoff.transforms.Invented.DAY;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.Assert;
import org.junit.Rule;
import org.junit.Test;

/** {@link CheckColumns} and {@link DeclaredColumns}. */
public class CheckColumnsTest {
  private static final ColumnRule STRICT =
      new ColumnRule() {
        @Override
        public boolean mayBeEmpty(String column) {
          return column.startsWith("maybe");
        }

        @Override
        public boolean mayBeConstant(String column) {
          return column.startsWith("maybe");
        }
      };

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static ColumnProfile.Builder column(String name, int rows, int nulls, int distinct) {
    return ColumnProfile.builder()
        .setGameDate(DAY)
        .setSeason("2030-31")
        .setTableName("nba_some.table")
        .setColumnName(name)
        .setRowCount(rows)
        .setNullCount(nulls)
        .setNullShare((double) nulls / rows)
        .setDistinctCount(distinct)
        .setOnlyValue(distinct == 1 ? "7.5" : null);
  }

  private static ColumnProfile empty(String name, int rows) {
    return column(name, rows, rows, 0).build();
  }

  private static ColumnProfile constant(String name, int rows, int nulls) {
    return column(name, rows, nulls, 1).build();
  }

  private PCollection<Failure> check(ColumnProfile... profiles) {
    return pipeline.apply(Create.of(List.of(profiles))).apply(CheckColumns.of(STRICT));
  }

  private static PCollection<String> text(PCollection<Failure> failures) {
    return failures.apply(
        MapElements.into(TypeDescriptors.strings())
            .via(failure -> failure.getCode() + " " + failure.getMessage()));
  }

  @Test
  public void emptyAndConstantColumnsSayWhichWhereAndHow() {
    PAssert.that(
            text(
                check(
                    empty("pace", 25),
                    constant("home", 27, 2),
                    column("points", 27, 0, 2).build(),
                    empty("maybe_spread", 25),
                    constant("maybe_rest", 25, 0))))
        .containsInAnyOrder(
            "EMPTY_COLUMN nba_some.table.pace of 2031-01-10 is empty in all 25 rows",
            "CONSTANT_COLUMN nba_some.table.home of 2031-01-10 is '7.5' in all 25 rows that have a"
                + " value, of 27");
    pipeline.run();
  }

  @Test
  public void aLaterRunWritesTheFailureOfAColumnAnew() {
    PAssert.that(check(constant("home", 25, 0)))
        .satisfies(
            found -> {
              Failure failure = found.iterator().next();
              assertThat(failure.getFailureKey(), is("nba_some.table.home|2031-01-10"));
              assertThat(failure.getGameDate(), is(DAY));
              assertThat(
                  failure.getFailureId(),
                  is(
                      Failure.ofKey(
                              failure.getStep(),
                              failure.getCode(),
                              failure.getFailureKey(),
                              "another number of rows",
                              "",
                              DAY)
                          .getFailureId()));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void fewerThanTwentyRowsSayNothing() {
    PAssert.that(text(check(empty("a", 19), constant("b", 19, 0), constant("c", 40, 21)))).empty();
    pipeline.run();
  }

  @Test
  public void twentyRowsSayIt() {
    PAssert.that(
            check(empty("a", 20), constant("b", 20, 0), constant("c", 40, 20))
                .apply(MapElements.into(TypeDescriptors.strings()).via(Failure::getFailureKey)))
        .containsInAnyOrder(
            "nba_some.table.a|2031-01-10",
            "nba_some.table.b|2031-01-10",
            "nba_some.table.c|2031-01-10");
    pipeline.run();
  }

  @Test
  public void oneGameOrTwoAgreeByNature() {
    GameDay next = DAY.plusDays(1);
    PAssert.that(
            text(
                check(
                    column("game_id", 50, 0, 2).build(),
                    constant("total", 50, 0),
                    column("game_id", 75, 0, 3).setGameDate(next).build(),
                    column("total", 75, 0, 1).setGameDate(next).build())))
        .containsInAnyOrder(
            "CONSTANT_COLUMN nba_some.table.total of 2031-01-11 is '7.5' in all 75 rows that have a"
                + " value, of 75");
    pipeline.run();
  }

  @Test
  public void earlyInASeasonNobodyHasAPastToDifferBy() {
    ColumnProfile.Builder played = column("games_season", 99, 0, 4);
    PAssert.that(
            text(
                check(
                    played.setMean(4.9).build(),
                    empty("pace", 99),
                    played.setMean(5.0).setTableName("nba_some.other").build(),
                    column("pace", 99, 99, 0).setTableName("nba_some.other").build())))
        .containsInAnyOrder(
            "EMPTY_COLUMN nba_some.other.pace of 2031-01-10 is empty in all 99 rows");
    pipeline.run();
  }

  @Test
  public void theDeclarationSaysWhatMayBeEmptyAndConstant() {
    DeclaredColumns declared = DeclaredColumns.of(Tables.PLAYER_GAMES);
    List<String> empty = List.of("plus_minus", "starter");
    assertThat(
        Tables.PLAYER_GAMES.columns().stream()
            .map(column -> column.name())
            .filter(declared::mayBeEmpty)
            .toList(),
        is(empty));
    assertThat(
        Tables.PLAYER_GAMES.columns().stream()
            .map(column -> column.name())
            .filter(declared::mayBeConstant)
            .toList(),
        contains("game_date"));
    DeclaredColumns more = declared.allowingConstant("season").allowingEmpty("team");
    assertThat(more.mayBeConstant("season"), is(true));
    assertThat(more.mayBeConstant("game_date"), is(true));
    assertThat(more.mayBeConstant("team"), is(false));
    assertThat(more.mayBeEmpty("team"), is(true));
    assertThat(more.mayBeEmpty("season"), is(false));
    IllegalArgumentException refused =
        Assert.assertThrows(
            IllegalArgumentException.class, () -> declared.allowingConstant("nothing"));
    assertThat(refused.getMessage(), is("nba_raw.player_games has no column nothing"));
  }
}
