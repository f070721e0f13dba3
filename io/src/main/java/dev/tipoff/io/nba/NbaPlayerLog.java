package dev.tipoff.io.nba;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the NBA's game log of players, {@code leaguegamelog}, into {@link FeedTables#PLAYER_GAMES}:
 * of everybody who played, whole minutes. Nothing says who started. A game is FINAL once it is won
 * or lost. Preseason and all-star games are ignored. No parameter of the body is read.
 */
final class NbaPlayerLog implements BodyParser {
  private static final Set<String> COLUMNS =
      Sets.union(
              BoxFigures.COLUMNS,
              ImmutableSet.of(
                  "PLAYER_ID",
                  "PLAYER_NAME",
                  "TEAM_ABBREVIATION",
                  "GAME_ID",
                  "GAME_DATE",
                  "MATCHUP",
                  "WL",
                  "TOV",
                  "PLUS_MINUS"))
          .immutableCopy();

  private static final Set<String> SOMETIMES =
      Sets.union(
              BoxFigures.SHARES,
              ImmutableSet.of(
                  "SEASON_ID", "TEAM_ID", "TEAM_NAME", "FANTASY_PTS", "VIDEO_AVAILABLE"))
          .immutableCopy();

  private static final Pattern MATCHUP = Pattern.compile("(\\S+) (vs\\.|@) (\\S+)");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        ResultSets.read(body).rows("LeagueGameLog", COLUMNS, SOMETIMES, rows),
        row -> {
          Optional<NbaGameId> game = NbaGameId.read(row, "GAME_ID", rows);
          if (game.isPresent()) {
            rows.add(FeedTables.PLAYER_GAMES, line(row, game.get(), body));
          }
        });
  }

  private static FeedPlayerGame line(BodyNode row, NbaGameId game, Body body)
      throws BadBodyException {
    Matcher matchup = MATCHUP.matcher(row.text("MATCHUP"));
    TeamCode team = row.team("TEAM_ABBREVIATION");
    if (!matchup.matches() || team(row, matchup.group(1)) != team) {
      throw new BadBodyException(
          "at " + row.path() + "/MATCHUP: '" + row.text("MATCHUP") + "' is no game of " + team);
    }
    FeedPlayerGame.Builder line =
        BoxFigures.player(row, game, body)
            .setGameDate(NbaFields.day(row, "GAME_DATE"))
            .setTeam(team)
            .setOpponent(team(row, matchup.group(3)))
            .setAtHome("vs.".equals(matchup.group(2)))
            .setGameStatus(status(row))
            .setAppearance(Appearance.PLAYED);
    BoxFigures.fill(line, row);
    return line.build();
  }

  private static TeamCode team(BodyNode row, String code) throws BadBodyException {
    try {
      return TeamCode.parse(code);
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("at " + row.path() + "/MATCHUP: " + e.getMessage());
    }
  }

  private static GameStatus status(BodyNode row) throws BadBodyException {
    String result = row.textOrNone("WL");
    if (result == null) {
      return GameStatus.LIVE;
    }
    if (!result.equals("W") && !result.equals("L")) {
      throw new BadBodyException("at " + row.path() + "/WL: '" + result + "' is neither W nor L");
    }
    return GameStatus.FINAL;
  }
}
