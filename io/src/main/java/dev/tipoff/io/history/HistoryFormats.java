package dev.tipoff.io.history;

import com.google.common.base.Splitter;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.ScheduledGame;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.odds.GameLine;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.List;

/** The history files that {@code import} reads. */
public final class HistoryFormats {
  private static final int MOST = 200;
  private static final int MOST_POINTS = 250;

  public static final CsvFormat<PlayerGame> PLAYER_GAMES =
      CsvFormat.of(
          Tables.PLAYER_GAMES,
          columns(
              "season,season_type,game_id,date,player,player_id,team,opponent,home,starter,minutes,"
                  + "points,rebounds,assists,steals,blocks,turnovers,fgm,fga,fg3m,fg3a,ftm,fta,"
                  + "plus_minus"),
          HistoryFormats::playerGame);

  public static final CsvFormat<PlayerDnp> PLAYER_DNP =
      CsvFormat.of(
          Tables.PLAYER_DNP,
          columns("season,season_type,game_id,date,player,player_id,team,opponent,home,comment"),
          HistoryFormats::playerDnp);

  public static final CsvFormat<ScheduledGame> SCHEDULE =
      CsvFormat.of(
          Tables.SCHEDULE,
          columns("season,season_type,game_id,date,home,away,home_points,away_points"),
          HistoryFormats::scheduledGame);

  public static final CsvFormat<GameLine> GAME_LINES =
      CsvFormat.of(
          Tables.GAME_LINES,
          columns(
              "date,home,away,home_spread,total,home_ml,away_ml,commence_time,event_id,source,"
                  + "game_id"),
          HistoryFormats::gameLine);

  public static final CsvFormat<RawPropLine> POINTS_LINES =
      CsvFormat.of(
          Tables.POINTS_LINES,
          columns(
              "date,player,player_id,home,away,bookmaker,line,over_odds,under_odds,is_main,"
                  + "snapshot_time,commence_time,event_id,source"),
          HistoryFormats::pointsLine);

  /** Moves of the lines of feed {@code dh}, whose event id is the NBA's game id. */
  public static final CsvFormat<RawPropLine> POINTS_LINE_MOVES =
      CsvFormat.of(
          Tables.POINTS_LINE_MOVES,
          columns(
              "date,player,player_id,home,away,bookmaker,line,over_odds,under_odds,snapshot_time,"
                  + "commence_time,game_id"),
          HistoryFormats::lineMove);

  public static final CsvFormat<RawPropLine> PRA_LINES =
      CsvFormat.of(
          Tables.PRA_LINES,
          columns(
              "date,player,player_id,home,away,bookmaker,line,over_odds,under_odds,last_update,"
                  + "event_id"),
          HistoryFormats::praLine);

  private HistoryFormats() {}

  private static List<String> columns(String list) {
    return Splitter.on(',').splitToList(list);
  }

  private static PlayerGame playerGame(CsvRow row) {
    PlayerGame game =
        PlayerGame.builder()
            .setSeason(season(row))
            .setSeasonType(SeasonType.parse(row.text("season_type")))
            .setGameId(row.text("game_id"))
            .setGameDate(row.day("date"))
            .setPlayerName(row.text("player"))
            .setPlayer(row.player("player_id"))
            .setTeam(row.team("team"))
            .setOpponent(row.team("opponent"))
            .setHome(row.flag("home"))
            .setStarter(row.optionalFlag("starter"))
            .setMinutes(row.number("minutes", 0, 80))
            .setPoints(row.whole("points", 0, MOST))
            .setRebounds(row.whole("rebounds", 0, MOST))
            .setAssists(row.whole("assists", 0, MOST))
            .setSteals(row.whole("steals", 0, MOST))
            .setBlocks(row.whole("blocks", 0, MOST))
            .setTurnovers(row.whole("turnovers", 0, MOST))
            .setFieldGoalsMade(row.whole("fgm", 0, MOST))
            .setFieldGoalsAttempted(row.whole("fga", 0, MOST))
            .setThreesMade(row.whole("fg3m", 0, MOST))
            .setThreesAttempted(row.whole("fg3a", 0, MOST))
            .setFreeThrowsMade(row.whole("ftm", 0, MOST))
            .setFreeThrowsAttempted(row.whole("fta", 0, MOST))
            .setPlusMinus(row.whole("plus_minus", -MOST, MOST))
            .build();
    check(game.getTeam() != game.getOpponent(), "team and opponent are both " + game.getTeam());
    int points = 2 * game.getFieldGoalsMade() + game.getThreesMade() + game.getFreeThrowsMade();
    check(
        points == game.getPoints(),
        "points is " + game.getPoints() + ", but the shots made add up to " + points);
    check(
        game.getFieldGoalsMade() <= game.getFieldGoalsAttempted()
            && game.getThreesMade() <= game.getThreesAttempted()
            && game.getThreesMade() <= game.getFieldGoalsMade()
            && game.getFreeThrowsMade() <= game.getFreeThrowsAttempted(),
        "more shots were made than taken");
    return game;
  }

  private static PlayerDnp playerDnp(CsvRow row) {
    return PlayerDnp.builder()
        .setSeason(season(row))
        .setSeasonType(SeasonType.parse(row.text("season_type")))
        .setGameId(row.text("game_id"))
        .setGameDate(row.day("date"))
        .setPlayerName(row.text("player"))
        .setPlayer(row.player("player_id"))
        .setTeam(row.team("team"))
        .setOpponent(row.team("opponent"))
        .setHome(row.flag("home"))
        .setComment(row.optionalText("comment"))
        .build();
  }

  private static ScheduledGame scheduledGame(CsvRow row) {
    ScheduledGame game =
        ScheduledGame.builder()
            .setSeason(season(row))
            .setSeasonType(SeasonType.parse(row.text("season_type")))
            .setGameId(row.text("game_id"))
            .setGameDate(row.day("date"))
            .setHome(row.team("home"))
            .setAway(row.team("away"))
            .setHomePoints(row.optionalWhole("home_points", 0, MOST_POINTS))
            .setAwayPoints(row.optionalWhole("away_points", 0, MOST_POINTS))
            .build();
    check(game.getHome() != game.getAway(), "home and away are both " + game.getHome());
    check(
        (game.getHomePoints() == null) == (game.getAwayPoints() == null),
        "only one of home_points and away_points is given");
    return game;
  }

  private static GameLine gameLine(CsvRow row) {
    return GameLine.builder()
        .setGameDate(row.day("date"))
        .setHome(row.team("home"))
        .setAway(row.team("away"))
        .setSource(row.text("source"))
        .setEventId(row.optionalText("event_id"))
        .setHomeSpread(row.optionalNumber("home_spread", -70, 70))
        .setTotal(row.optionalNumber("total", 100, 350))
        .setHomeMoneyline(row.optionalNumber("home_ml", -1_000_000, 1_000_000))
        .setAwayMoneyline(row.optionalNumber("away_ml", -1_000_000, 1_000_000))
        .setCommenceTime(row.optionalInstant("commence_time"))
        .setGameId(row.optionalText("game_id"))
        .build();
  }

  private static RawPropLine pointsLine(CsvRow row) {
    return propLine(row, row.text("source"), Market.POINTS, "event_id", "snapshot_time")
        .setMain(row.optionalFlag("is_main"))
        .setCommenceTime(row.optionalInstant("commence_time"))
        .build();
  }

  private static RawPropLine lineMove(CsvRow row) {
    return propLine(row, "dh", Market.POINTS, "game_id", "snapshot_time")
        .setCommenceTime(row.optionalInstant("commence_time"))
        .build();
  }

  private static RawPropLine praLine(CsvRow row) {
    return propLine(row, "pra", Market.PRA, "event_id", "last_update").build();
  }

  private static RawPropLine.Builder propLine(
      CsvRow row, String source, Market market, String event, String snapshot) {
    return RawPropLine.builder()
        .setSource(source)
        .setGameDate(row.day("date"))
        .setEventId(row.text(event))
        .setHome(row.team("home"))
        .setAway(row.team("away"))
        .setBookmaker(row.text("bookmaker"))
        .setMarket(market)
        .setPlayerName(row.text("player"))
        .setPlayer(row.optionalPlayer("player_id"))
        .setLine(row.line("line"))
        .setOverOdds(row.odds("over_odds"))
        .setUnderOdds(row.odds("under_odds"))
        .setSnapshotTime(row.instant(snapshot));
  }

  private static String season(CsvRow row) {
    String label = row.text("season");
    GameDay day = row.day("date");
    check(
        Season.of(day).label().equals(label),
        "season is '" + label + "', but " + day + " is in " + Season.of(day));
    return label;
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
