package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedTeamGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Set;

/**
 * Reads the NBA's box score of a game, {@code boxscoretraditionalv2}, into {@link
 * FeedTables#PLAYER_GAMES}, also of those who did not play, and {@link FeedTables#TEAM_GAMES}.
 *
 * <p>The body says neither who is at home nor on what day it is: the parameters {@code game_id},
 * {@code home} and {@code away} name the game, and its day is the slate that was asked for. Whether
 * the game is over is told as {@link BoxScoreGame} does.
 */
final class NbaBoxScore implements BodyParser {
  private static final Set<String> SHARED =
      ImmutableSet.copyOf(
          Sets.union(BoxFigures.COLUMNS, ImmutableSet.of("GAME_ID", "TEAM_ABBREVIATION", "TO")));

  private static final Set<String> PLAYER =
      ImmutableSet.copyOf(
          Sets.union(
              SHARED,
              ImmutableSet.of(
                  "PLAYER_ID", "PLAYER_NAME", "START_POSITION", "COMMENT", "PLUS_MINUS")));

  private static final Set<String> SOMETIMES =
      ImmutableSet.copyOf(
          Sets.union(
              BoxFigures.SHARES,
              ImmutableSet.of("TEAM_ID", "TEAM_NAME", "TEAM_CITY", "NICKNAME", "PLUS_MINUS")));

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    ResultSets sets = ResultSets.read(body);
    List<BodyNode> players = sets.rows("PlayerStats", PLAYER, SOMETIMES, rows);
    List<BodyNode> teams = sets.rows("TeamStats", SHARED, SOMETIMES, rows);
    if (players.isEmpty() && teams.isEmpty()) {
      rows.ignore("no figures yet");
      return;
    }
    BoxScoreGame game = BoxScoreGame.of(body, teams);
    rows.each(teams, row -> addTeam(row, game, body, rows));
    rows.each(players, row -> BoxScorePlayer.add(row, game, body, rows));
  }

  private static void addTeam(BodyNode row, BoxScoreGame game, Body body, ParsedRows rows)
      throws BadBodyException {
    if (NbaGameId.read(row, "GAME_ID", rows).isEmpty()) {
      return;
    }
    TeamCode team = game.team(row);
    FeedTeamGame.Builder line =
        FeedTeamGame.builder()
            .setSource(body.source())
            .setFiledDate(body.filedUnder())
            .setEventId(game.id())
            .setGameId(game.id())
            .setGameDate(body.filedUnder())
            .setTeam(team)
            .setOpponent(game.opponent(team))
            .setAtHome(team == game.home())
            .setGameStatus(game.status())
            .setReceivedTime(body.receivedTime());
    BoxFigures.fill(line, row);
    rows.add(FeedTables.TEAM_GAMES, line.build());
  }
}
