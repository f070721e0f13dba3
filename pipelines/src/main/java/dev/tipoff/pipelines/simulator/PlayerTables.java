package dev.tipoff.pipelines.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files about players: player_games.csv.gz and player_dnp.csv.gz. */
final class PlayerTables implements Closeable {
  private static final String GAMES =
      "season,season_type,game_id,date,player,player_id,team,opponent,home,starter,minutes,points,"
          + "rebounds,assists,steals,blocks,turnovers,fgm,fga,fg3m,fg3a,ftm,fta,plus_minus";
  private static final String ABSENT =
      "season,season_type,game_id,date,player,player_id,team,opponent,home,comment";
  private static final String COACHS_DECISION = "DNP - Coach's Decision";

  private final Season season;
  private final GzippedTable games;
  private final GzippedTable absent;

  private PlayerTables(Season season, GzippedTable games, GzippedTable absent) {
    this.season = season;
    this.games = games;
    this.absent = absent;
  }

  static PlayerTables create(Path dir, Season season) throws IOException {
    GzippedTable games = GzippedTable.create(dir.resolve("player_games.csv.gz"), GAMES);
    return new PlayerTables(
        season, games, GzippedTable.create(dir.resolve("player_dnp.csv.gz"), ABSENT));
  }

  void add(SimulatedGame played) throws IOException {
    ScheduledGame game = played.game();
    add(game, game.home(), game.away(), game.homeGame(), played.home());
    add(game, game.away(), game.home(), game.awayGame(), played.away());
  }

  private void add(
      ScheduledGame game,
      Franchise team,
      Franchise opponent,
      int gameOfTeam,
      List<BoxScoreLine> lines)
      throws IOException {
    int home = team == game.home() ? 1 : 0;
    Set<Long> played = new HashSet<>();
    for (BoxScoreLine line : lines) {
      played.add(line.player().id());
      addLine(game, opponent, home, line);
    }
    for (Player player : season.league().roster(team).players()) {
      if (!played.contains(player.id())) {
        absent.row(
            Season.NAME,
            Season.TYPE,
            game.gameId(),
            game.date(),
            player.name(),
            player.id(),
            team,
            opponent,
            home,
            season
                .availability()
                .absence(player, gameOfTeam)
                .map(Availability.Absence::comment)
                .orElse(COACHS_DECISION));
      }
    }
  }

  private void addLine(ScheduledGame game, Franchise opponent, int home, BoxScoreLine line)
      throws IOException {
    games.row(
        Season.NAME,
        Season.TYPE,
        game.gameId(),
        game.date(),
        line.player().name(),
        line.player().id(),
        line.player().team(),
        opponent,
        home,
        line.starter() ? 1 : 0,
        String.format(Locale.ROOT, "%d.%d", line.minutes() / 10, line.minutes() % 10),
        line.points(),
        line.rebounds(),
        line.assists(),
        line.steals(),
        line.blocks(),
        line.turnovers(),
        line.fieldGoals(),
        line.attempts(),
        line.threes(),
        line.threeAttempts(),
        line.freeThrows(),
        line.freeThrowAttempts(),
        line.plusMinus());
  }

  @Override
  public void close() throws IOException {
    games.close();
    absent.close();
  }
}
