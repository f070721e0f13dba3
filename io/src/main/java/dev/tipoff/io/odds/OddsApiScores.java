package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.TeamCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads The Odds API v4's scores, {@code /sports/{sport}/scores}, into {@link FeedTables#GAMES}:
 * without scores a game is SCHEDULED, with them LIVE, and FINAL once it is completed. No parameter
 * of the body is read.
 */
public final class OddsApiScores implements BodyParser {
  private static final Set<String> FIELDS =
      OddsApiGame.fieldsAnd("completed", "scores", "last_update");

  private static final Pattern POINTS = Pattern.compile("\\d{1,3}");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        OddsApiList.read(body, "data", rows).entries(),
        event -> {
          event.expect(rows, FIELDS, Set.of());
          if (!OddsApiGame.isIgnored(event, rows)) {
            rows.add(FeedTables.GAMES, game(event, body, rows));
          }
        });
  }

  private static FeedGame game(BodyNode event, Body body, ParsedRows rows) throws BadBodyException {
    OddsApiGame game = OddsApiGame.read(event);
    Boolean completed = event.flagOrNone("completed");
    if (completed == null) {
      throw new BadBodyException("at " + event.path() + ": nothing says whether it is completed");
    }
    FeedGame.Builder row = game.game(body);
    if (!event.has("scores")) {
      if (completed) {
        throw new BadBodyException("at " + event.path() + ": completed, but without scores");
      }
      return row.setStatus(GameStatus.SCHEDULED).build();
    }
    Map<TeamCode, Integer> points = points(event, rows);
    if (points.size() != 2 || !points.keySet().containsAll(Set.of(game.home(), game.away()))) {
      throw new BadBodyException(
          "at " + event.path() + "/scores: the scores are not of the two teams: " + points);
    }
    return row.setStatus(completed ? GameStatus.FINAL : GameStatus.LIVE)
        .setHomePoints(points.get(game.home()))
        .setAwayPoints(points.get(game.away()))
        .build();
  }

  private static Map<TeamCode, Integer> points(BodyNode event, ParsedRows rows)
      throws BadBodyException {
    Map<TeamCode, Integer> points = new EnumMap<>(TeamCode.class);
    for (BodyNode score : event.objects("scores")) {
      score.expect(rows, Set.of("name", "score"), Set.of());
      String text = score.text("score");
      if (!POINTS.matcher(text).matches()) {
        throw new BadBodyException("at " + score.path() + "/score: '" + text + "' is no score");
      }
      points.put(score.team("name"), Integer.valueOf(text));
    }
    return points;
  }
}
