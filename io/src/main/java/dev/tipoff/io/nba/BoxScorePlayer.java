package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.Appearance;
import dev.tipoff.transforms.feed.FeedPlayerGame;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Locale;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A player's row of a box score: who has minutes played, and the comment says why others did not.
 */
final class BoxScorePlayer {
  private static final String START = "START_POSITION";

  private BoxScorePlayer() {}

  static void add(BodyNode row, BoxScoreGame game, Body body, ParsedRows rows)
      throws BadBodyException {
    Optional<NbaGameId> id = NbaGameId.read(row, "GAME_ID", rows);
    if (id.isEmpty()) {
      return;
    }
    TeamCode team = game.team(row);
    String comment = row.textOrNone("COMMENT");
    boolean played = BoxFigures.minutes(row) != null;
    FeedPlayerGame.Builder line =
        BoxFigures.player(row, id.get(), body)
            .setGameDate(body.filedUnder())
            .setTeam(team)
            .setOpponent(game.opponent(team))
            .setAtHome(team == game.home())
            .setGameStatus(game.status())
            .setAppearance(played ? Appearance.PLAYED : absence(comment))
            .setReason(played || comment == null ? null : comment.strip())
            .setStarter(row.json().has(START) ? row.textOrNone(START) != null : null);
    if (played) {
      BoxFigures.fill(line, row);
    }
    rows.add(FeedTables.PLAYER_GAMES, line.build());
  }

  /** "DND" did not dress, "NWT" was not with the team; the others sat on the bench. */
  private static Appearance absence(@Nullable String comment) {
    String start = comment == null ? "" : comment.strip().toUpperCase(Locale.ROOT);
    return start.startsWith("DND") || start.startsWith("NWT")
        ? Appearance.INACTIVE
        : Appearance.DID_NOT_PLAY;
  }
}
