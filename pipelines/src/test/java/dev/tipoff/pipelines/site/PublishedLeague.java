package dev.tipoff.pipelines.site;

import dev.tipoff.pipelines.TestWarehouse;
import dev.tipoff.pipelines.simulator.LeagueSimulator;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Path;
import org.joda.time.Instant;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/**
 * The site of a made-up league: one slate was predicted and graded, the next is predicted. One
 * system passes for one that knows the line, since bets are proposed of such only. One player's
 * name, and one book's, would be markup if anything took them for it.
 */
final class PublishedLeague extends ExternalResource {
  static final GameDay GRADED = GameDay.parse("2025-11-07");
  static final GameDay TONIGHT = GameDay.parse("2025-11-08");

  /** What would run if a page took a name for markup. */
  static final String NAME = "<script>alert(1)</script>";

  static final String BOOK = "O'Ne\"il & <b>Sons</b>";

  private static final GameDay OPENING = GameDay.parse("2025-10-21");

  private final TemporaryFolder folder = new TemporaryFolder();
  private Path site;
  private String player;
  private TestWarehouse league;

  @Override
  protected void before() throws IOException {
    folder.create();
    Path root = folder.getRoot().toPath();
    LeagueSimulator simulator = LeagueSimulator.of(7);
    simulator.writeHistory(root.resolve("history"), OPENING.date(), GRADED.date());
    simulator.writeUpcoming(root.resolve("upcoming"), TONIGHT.date());
    simulator.writeOdds(root.resolve("archive"), GRADED.date());
    simulator.writeOdds(root.resolve("archive"), TONIGHT.date());
    league = TestWarehouse.in(root.resolve("warehouse"));
    league.importAll(root.resolve("history"));
    league.importAll(root.resolve("upcoming"));
    league.analytics(SlateRange.of(OPENING, GRADED.plusDays(-1)));
    play(root, GRADED);
    league.grade(SlateRange.of(GRADED));
    play(root, TONIGHT);
    player =
        league
            .column(
                "SELECT player FROM nba_predictions.player_prop_predictions WHERE line IS NOT NULL"
                    + " GROUP BY player ORDER BY COUNT(DISTINCT game_date) DESC, COUNT(*) DESC,"
                    + " player LIMIT 1")
            .get(0);
    league.execute(
        "UPDATE nba_predictions.player_prop_predictions SET kind = 'MARKET_AWARE' WHERE system_id ="
            + " 'zone_matchup'");
    rename("nba_predictions.player_prop_predictions");
    rename("nba_predictions.prediction_accuracy");
    rename("nba_analytics.player_game_summary");
    rename("nba_analytics.player_prop_lines");
    site = root.resolve("site");
    league.publish(SlateRange.of(TONIGHT), site);
  }

  private void play(Path root, GameDay day) {
    SlateRange slate = SlateRange.of(day);
    league.loadRaw(slate, root.resolve("archive"));
    league.analytics(slate);
    league.precompute(slate);
    league.predict(slate, Instant.parse(day + "T22:00:00Z"));
  }

  private void rename(String table) {
    league.execute(
        "UPDATE %s SET player_name = '%s' WHERE player = '%s'".formatted(table, NAME, player));
    if (table.startsWith("nba_predictions")) {
      league.execute(
          "UPDATE %s SET bookmaker = '%s' WHERE player = '%s' AND bookmaker <> ''"
              .formatted(table, BOOK.replace("'", "''"), player));
    }
  }

  @Override
  protected void after() {
    folder.delete();
  }

  Path site() {
    return site;
  }

  /** Whose name is {@link #NAME}. */
  String player() {
    return player;
  }

  TestWarehouse league() {
    return league;
  }

  /** The site of a warehouse in which nothing has happened. */
  Path emptySite() throws IOException {
    Path root = folder.newFolder().toPath();
    TestWarehouse.in(root.resolve("warehouse"))
        .publish(SlateRange.of(TONIGHT), root.resolve("site"));
    return root.resolve("site");
  }
}
