package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.Assume.assumeTrue;

import dev.tipoff.transforms.grading.Outcome;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What grade stores, computed again by {@link SqlGrades} from the definitions of docs/data.md:
 * every column of prediction_accuracy, closing_line, closing_probability_over and clv included, to
 * 1e-9, and from those grades every column of system_daily_performance. Only the usual spread of
 * results, which moves a closing chance to another line, is taken from the code.
 */
public class GradesBySqlTest {
  private static final SlateRange JANUARY = slates("2025-01-01", "2025-01-31");

  /** Days whose lines were seen moving, so that some closed elsewhere. */
  private static final SlateRange MARCH = slates("2024-03-01", "2024-03-05");

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private static SlateRange slates(String from, String to) {
    return SlateRange.of(GameDay.parse(from), GameDay.parse(to));
  }

  @Test
  public void gradesOfAnInventedNightAreWhatSqlMakesOfIt() throws SQLException, IOException {
    TestWarehouse warehouse = TestWarehouse.in(temp.newFolder().toPath());
    warehouse.execute(SqlGrades.script("invented_slate"));
    warehouse.grade(slates("2031-01-09", "2031-01-10"));
    assertSqlMakesTheSame(warehouse);
  }

  /** January has whole lines, so that bets can land on them; nobody saw its lines move. */
  @Test
  public void gradesOfARealMonthAreWhatSqlMakesOfIt() throws SQLException, IOException {
    assumeTrue("no real data here", RealHistory.isHere());
    TestWarehouse warehouse = TestWarehouse.in(temp.newFolder().toPath());
    RealHistory.load(
        warehouse,
        temp.newFolder().toPath(),
        List.of(
            SlateRange.of(JANUARY.from().plusDays(-20), JANUARY.to()),
            SlateRange.of(MARCH.from().plusDays(-20), MARCH.to())));
    warehouse.analytics(JANUARY);
    warehouse.analytics(MARCH);
    warehouse.execute(SqlGrades.script("publish_form"));
    warehouse.grade(JANUARY);
    warehouse.grade(MARCH);
    assertSqlMakesTheSame(warehouse);
  }

  private static void assertSqlMakesTheSame(TestWarehouse warehouse)
      throws SQLException, IOException {
    try (SqlGrades sql = SqlGrades.of(warehouse.file())) {
      assertThat(sql.outcomes(), is(EnumSet.allOf(Outcome.class)));
      assertThat("bets that closed at another line", sql.closedElsewhere(), is(greaterThan(5L)));
      List<String> differences = sql.differences();
      assertThat(String.join("\n", differences), differences, empty());
    }
  }
}
