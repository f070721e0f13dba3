package dev.tipoff.io.espn;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Reads ESPN's scoreboard, {@code /apis/site/v2/sports/basketball/nba/scoreboard}, into {@link
 * FeedTables#GAMES}. No parameter of the body is read. Games of the preseason and of all-stars are
 * ignored.
 */
public final class EspnScoreboard implements BodyParser {
  private static final Set<String> EVENT = Set.of("id", "date", "season", "competitions", "status");

  private static final Set<String> EVENT_SOMETIMES =
      Set.of("uid", "name", "shortName", "links", "weather");

  private static final Set<String> GAME = Set.of("competitors", "timeValid");

  private static final Set<String> GAME_SOMETIMES =
      Set.of(
          "id",
          "uid",
          "date",
          "startDate",
          "attendance",
          "type",
          "neutralSite",
          "venue",
          "notes",
          "conferenceCompetition",
          "playByPlayAvailable",
          "recent",
          "status",
          "broadcasts",
          "broadcast",
          "geoBroadcasts",
          "format",
          "highlights",
          "headlines",
          "tickets",
          "leaders",
          "odds",
          "situation",
          "series",
          "wasSuspended",
          "tournamentId");

  private static final Set<String> SIDE = Set.of("homeAway", "team", "score");

  private static final Set<String> SIDE_SOMETIMES =
      Set.of(
          "id",
          "uid",
          "type",
          "order",
          "winner",
          "linescores",
          "statistics",
          "leaders",
          "records",
          "curatedRank",
          "probables");

  private static final String PRESEASON = "1";

  /** The parts of a season by the numbers that ESPN gives them. */
  private static final ImmutableMap<String, SeasonType> SEASON_TYPES =
      ImmutableMap.of("2", SeasonType.REGULAR, "3", SeasonType.PLAYOFFS, "5", SeasonType.PLAYIN);

  private static final Pattern CUP_FINAL =
      Pattern.compile(".*\\b(Cup|In-Season Tournament)\\b.*\\b(Championship|Final)\\b.*");

  private static final Pattern SCORE = Pattern.compile("\\d{1,3}");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode root = JsonBody.object(body);
    SourceError.refuse(root, "events");
    root.expect(rows, Set.of("events"), Set.of("leagues", "season", "day", "provider"));
    rows.each(
        root.objects("events"),
        event -> {
          event.expect(rows, EVENT, EVENT_SOMETIMES);
          String part = event.object("season").id("type");
          List<BodyNode> games = event.objects("competitions");
          if (games.size() != 1) {
            throw new BadBodyException(
                "at " + event.path() + "/competitions: " + games.size() + " and not one");
          }
          BodyNode game = games.get(0);
          game.expect(rows, GAME, GAME_SOMETIMES);
          if (part.equals(PRESEASON)) {
            rows.ignore("preseason");
          } else if (isOfAllStars(game)) {
            rows.ignore("all-stars");
          } else {
            rows.add(FeedTables.GAMES, game(event, game, part, body, rows));
          }
        });
  }

  private static FeedGame game(
      BodyNode event, BodyNode game, String part, Body body, ParsedRows rows)
      throws BadBodyException {
    BodyNode home = side(game, "home", rows);
    BodyNode away = side(game, "away", rows);
    Instant time = event.requiredTime("date");
    boolean known = !Boolean.FALSE.equals(game.flagOrNone("timeValid"));
    GameStatus status = EspnGameStatus.read(event.object("status").object("type"), "description");
    return FeedGame.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(event.id("id"))
        .setGameId("")
        .setGameDate(GameDay.ofTip(time))
        .setSeasonType(seasonType(event, game, part))
        .setHome(team(home))
        .setAway(team(away))
        .setTipTime(known ? time : null)
        .setStatus(status)
        .setHomePoints(points(home, status))
        .setAwayPoints(points(away, status))
        .setArena(game.has("venue") ? game.object("venue").textOrNone("fullName") : null)
        .setReceivedTime(body.receivedTime())
        .build();
  }

  private static boolean isOfAllStars(BodyNode game) throws BadBodyException {
    return game.has("type") && "ALLSTAR".equals(game.object("type").textOrNone("abbreviation"));
  }

  private static SeasonType seasonType(BodyNode event, BodyNode game, String part)
      throws BadBodyException {
    SeasonType type = SEASON_TYPES.get(part);
    if (type == null) {
      throw new BadBodyException(
          "at " + event.path() + "/season/type: " + part + " is no known part of a season");
    }
    if (type == SeasonType.REGULAR && game.has("notes")) {
      for (BodyNode note : game.objects("notes")) {
        String headline = note.textOrNone("headline");
        if (headline != null && CUP_FINAL.matcher(headline).matches()) {
          return SeasonType.CUP_FINAL;
        }
      }
    }
    return type;
  }

  private static BodyNode side(BodyNode game, String which, ParsedRows rows)
      throws BadBodyException {
    BodyNode found = null;
    List<BodyNode> sides = game.objects("competitors");
    for (BodyNode side : sides) {
      if (side.text("homeAway").equals(which)) {
        side.expect(rows, SIDE, SIDE_SOMETIMES);
        found = side;
      }
    }
    if (found == null || sides.size() != 2) {
      throw new BadBodyException(
          "at " + game.path() + "/competitors: not one at home and one away");
    }
    return found;
  }

  private static TeamCode team(BodyNode side) throws BadBodyException {
    return side.object("team").team("abbreviation");
  }

  private static @Nullable Integer points(BodyNode side, GameStatus status)
      throws BadBodyException {
    if (status != GameStatus.LIVE && status != GameStatus.FINAL) {
      return null;
    }
    String score = side.text("score");
    if (!SCORE.matcher(score).matches()) {
      throw new BadBodyException("at " + side.path() + "/score: '" + score + "' is no score");
    }
    return Integer.valueOf(score);
  }
}
