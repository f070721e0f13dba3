package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.RosterListing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The bodies in test-data/nba-com, by scenario, and what came of them in words. */
final class NbaBodies {
  /** The game that box scores and plays are asked for. */
  static final ImmutableMap<String, String> GAME =
      ImmutableMap.of("game_id", "0023000511", "home", "BOS", "away", "MIA");

  static final ImmutableMap<String, String> BOSTON = ImmutableMap.of("team", "BOS");

  private NbaBodies() {}

  static ParsedRows parse(BodyParser parser, String scenario) {
    return parse(parser, scenario, ImmutableMap.of());
  }

  static ParsedRows parse(
      BodyParser parser, String scenario, ImmutableMap<String, String> parameters) {
    return ParsedRows.of(parser, SourceFixtures.fixture("nba-com/" + scenario, parameters));
  }

  /** "0023000511 REGULAR 2031-01-10 MIA@BOS FINAL 104:112 tip arena". */
  static List<String> games(ParsedRows parsed) {
    return parsed.rows(FeedTables.GAMES).stream().map(NbaBodies::text).toList();
  }

  private static String text(FeedGame game) {
    return words(
        game.getGameId(),
        game.getSeasonType(),
        game.getGameDate(),
        game.getAway() + "@" + game.getHome(),
        game.getStatus(),
        game.getAwayPoints() + ":" + game.getHomePoints(),
        game.getTipTime(),
        game.getArena());
  }

  /** "900001 Teodor Łuczak BOS 1 G null". */
  static List<String> listings(ParsedRows parsed) {
    return parsed.rows(FeedTables.ROSTERS).stream().map(NbaBodies::text).toList();
  }

  private static String text(RosterListing player) {
    return words(
        player.getPlayerId(),
        player.getPlayerName(),
        player.getTeam(),
        player.getJersey(),
        player.getPosition(),
        player.getActive());
  }

  /** Who, where and whether he played; then his figures. */
  static List<String> lines(ParsedRows parsed) {
    return parsed.rows(FeedTables.PLAYER_GAMES).stream()
        .map(
            line ->
                words(
                    line.getGameId(),
                    line.getGameDate(),
                    line.getPlayerId(),
                    line.getPlayerName(),
                    line.getTeam(),
                    Boolean.TRUE.equals(line.getAtHome()) ? "vs" : "at",
                    line.getOpponent(),
                    line.getGameStatus(),
                    line.getAppearance(),
                    line.getReason(),
                    line.getStarter(),
                    figures(line)))
        .toList();
  }

  private static String figures(FeedPlayerGame line) {
    return words(
        line.getMinutes(),
        line.getFieldGoalsMade() + "/" + line.getFieldGoalsAttempted(),
        line.getThreesMade() + "/" + line.getThreesAttempted(),
        line.getFreeThrowsMade() + "/" + line.getFreeThrowsAttempted(),
        line.getOffensiveRebounds() + "+" + line.getDefensiveRebounds() + "=" + line.getRebounds(),
        line.getAssists(),
        line.getSteals(),
        line.getBlocks(),
        line.getTurnovers(),
        line.getFouls(),
        line.getPoints(),
        line.getPlusMinus());
  }

  static String words(@Nullable Object... values) {
    return Stream.of(values).map(String::valueOf).collect(Collectors.joining(" "));
  }
}
