package dev.tipoff.pipelines.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The files about games: schedule.csv.gz and game_lines.csv.gz. */
final class ScheduleTables implements Closeable {
  private static final String SCHEDULE =
      "season,season_type,game_id,date,home,away,home_points,away_points";
  private static final String LINES =
      "date,home,away,home_spread,total,home_ml,away_ml,commence_time,event_id,source,game_id";

  private final Season season;
  private final GzippedTable schedule;
  private final GzippedTable lines;

  private ScheduleTables(Season season, GzippedTable schedule, GzippedTable lines) {
    this.season = season;
    this.schedule = schedule;
    this.lines = lines;
  }

  static ScheduleTables create(Path dir, Season season) throws IOException {
    GzippedTable schedule = GzippedTable.create(dir.resolve("schedule.csv.gz"), SCHEDULE);
    return new ScheduleTables(
        season, schedule, GzippedTable.create(dir.resolve("game_lines.csv.gz"), LINES));
  }

  void addPlayed(SimulatedGame played) throws IOException {
    add(played.game(), SimulatedGame.points(played.home()), SimulatedGame.points(played.away()));
  }

  void addUpcoming(ScheduledGame game) throws IOException {
    add(game, "", "");
  }

  private void add(ScheduledGame game, Object homePoints, Object awayPoints) throws IOException {
    schedule.row(
        Season.NAME,
        Season.TYPE,
        game.gameId(),
        game.date(),
        game.home(),
        game.away(),
        homePoints,
        awayPoints);
    GameLine line =
        GameLine.of(season.matchup(game, true), Dice.of(season.seed(), "line", game.number()));
    lines.row(
        game.date(),
        game.home(),
        game.away(),
        line.homeSpread(),
        line.total(),
        line.homeMoneyline(),
        line.awayMoneyline(),
        game.tip(),
        game.eventId(),
        "sim",
        game.gameId());
  }

  @Override
  public void close() throws IOException {
    schedule.close();
    lines.close();
  }
}
