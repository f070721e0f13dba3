package dev.tipoff.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Slates of many leagues at once. */
public class LimitsTest {
  private static final GameDay OPENING = GameDay.parse("2025-10-21");
  private static final SlateRange TONIGHT = SlateRange.of(GameDay.parse("2025-11-14"));
  private static final Instant AS_OF = Instant.parse("2025-11-14T22:00:00Z");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A copy is predicted as the player that it is a copy of, or the time it takes says nothing. */
  @Test
  public void everyLeagueIsPredictedAlike() throws IOException, SQLException {
    Path files = folder.getRoot().toPath();
    LeagueSimulator league = LeagueSimulator.of(5);
    league.writeHistory(files, OPENING.date(), TONIGHT.to().date());
    league.writeOdds(files.resolve("archive"), TONIGHT.to().date());
    TestWarehouse warehouse = TestWarehouse.in(files);
    warehouse.importAll(files);
    warehouse.loadRaw(TONIGHT, files.resolve("archive"));
    warehouse.analytics(TONIGHT);
    warehouse.precompute(TONIGHT);
    warehouse.predict(TONIGHT, AS_OF);
    String predictions = " FROM nba_predictions.player_prop_predictions";
    long alone = warehouse.number("SELECT COUNT(*)" + predictions);
    assertThat(alone, is(greaterThan(100L)));
    long lined =
        warehouse.number(
            "SELECT COUNT(DISTINCT player) FROM nba_analytics.player_prop_lines WHERE game_date ="
                + " DATE '"
                + TONIGHT.to()
                + "'");

    warehouse.execute("DELETE" + predictions);
    assertThat(Limits.leagues(warehouse.file(), TONIGHT.to().date(), 3), is(3 * lined));
    warehouse.predict(TONIGHT, AS_OF);
    assertThat(warehouse.number("SELECT COUNT(*)" + predictions), is(3 * alone));
    assertThat(
        warehouse.number(
            "SELECT COUNT(*) FROM (SELECT DISTINCT SPLIT_PART(player, '-', 1), system_id, market,"
                + " mean, probability_over, stake"
                + predictions
                + ")"),
        is(alone));
  }
}
