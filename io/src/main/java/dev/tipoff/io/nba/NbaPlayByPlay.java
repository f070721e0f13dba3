package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.FeedShot;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the field goal attempts of the NBA's play-by-play, {@code playbyplay_{game_id}.json}, into
 * {@link FeedTables#SHOTS}. The body does not say on what day the game is: it is the slate that was
 * asked for. If there is a parameter {@code game_id}, the body must be of that game.
 */
final class NbaPlayByPlay implements BodyParser {
  private static final Set<String> ACTION =
      Set.of(
          "actionNumber",
          "clock",
          "period",
          "actionType",
          "isFieldGoal",
          "personId",
          "x",
          "y",
          "side");

  private static final Set<String> ACTION_SOMETIMES =
      Set.of(
          "timeActual",
          "periodType",
          "teamId",
          "teamTricode",
          "subType",
          "descriptor",
          "qualifiers",
          "area",
          "areaDetail",
          "shotDistance",
          "possession",
          "scoreHome",
          "scoreAway",
          "edited",
          "orderNumber",
          "isTargetScoreLastPeriod",
          "xLegacy",
          "yLegacy",
          "shotResult",
          "description",
          "playerName",
          "playerNameI",
          "personIdsFilter",
          "pointsTotal",
          "assistPersonId",
          "assistPlayerNameInitial",
          "assistTotal",
          "blockPersonId",
          "blockPlayerName",
          "stealPersonId",
          "stealPlayerName",
          "officialId",
          "value",
          "shotActionNumber",
          "reboundTotal",
          "reboundDefensiveTotal",
          "reboundOffensiveTotal",
          "turnoverTotal",
          "foulDrawnPersonId",
          "foulDrawnPlayerName",
          "foulPersonalTotal",
          "foulTechnicalTotal",
          "jumpBallLostPersonId",
          "jumpBallLostPlayerName",
          "jumpBallRecoverdPersonId",
          "jumpBallRecoveredName",
          "jumpBallWonPersonId",
          "jumpBallWonPlayerName");

  private static final Pattern CLOCK = Pattern.compile("PT(\\d{1,2})M(\\d{2}(?:\\.\\d{1,3})?)S");
  private static final int MINUTE = 60;

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode answer = JsonBody.object(body);
    SourceError.refuse(answer, "game");
    BodyNode game = answer.object("game");
    game.expect(rows, Set.of("gameId", "actions"), Set.of());
    String asked = body.parameters().get("game_id");
    if (asked != null && !asked.equals(game.text("gameId"))) {
      throw new BadBodyException(
          "at /game/gameId: asked for " + asked + ", found " + game.text("gameId"));
    }
    Optional<NbaGameId> id = NbaGameId.read(game, "gameId", rows);
    if (id.isEmpty()) {
      return;
    }
    rows.each(
        game.objects("actions"),
        action -> {
          action.expect(rows, ACTION, ACTION_SOMETIMES);
          int value = value(action);
          if (value > 0) {
            rows.add(FeedTables.SHOTS, shot(action, value, id.get().text(), body, rows));
          } else {
            rows.ignore("no field goal attempt");
          }
        });
  }

  /** The points that the attempt is worth; 0 if the action is no field goal attempt. */
  private static int value(BodyNode action) throws BadBodyException {
    String type = action.text("actionType");
    return switch (type) {
      case "2pt" -> 2;
      case "3pt" -> 3;
      default -> {
        if (Integer.valueOf(1).equals(action.integerOrNone("isFieldGoal"))) {
          throw new BadBodyException(
              "at " + action.path() + "/actionType: '" + type + "' is no known field goal");
        }
        yield 0;
      }
    };
  }

  private static FeedShot shot(
      BodyNode action, int value, String gameId, Body body, ParsedRows rows)
      throws BadBodyException {
    ShotPlace place = ShotPlace.read(action, value == 3, rows);
    boolean made = isMade(action);
    String initialled = action.textOrNone("playerNameI");
    return FeedShot.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setEventId(gameId)
        .setGameId(gameId)
        .setGameDate(body.filedUnder())
        .setEventNumber(action.integer("actionNumber"))
        .setPeriod(action.integer("period"))
        .setClockSeconds(clock(action))
        .setPlayerId(action.id("personId"))
        .setPlayerName(initialled == null ? action.text("playerName") : initialled)
        .setTeam(action.team("teamTricode"))
        .setMade(made)
        .setValue(value)
        .setZone(place.zone())
        .setDistance(place.distance())
        .setCourtX(place.x())
        .setCourtY(place.y())
        .setAssistedBy(made ? assistedBy(action) : null)
        .setReceivedTime(body.receivedTime())
        .build();
  }

  private static boolean isMade(BodyNode action) throws BadBodyException {
    String result = action.text("shotResult");
    if (!result.equals("Made") && !result.equals("Missed")) {
      throw new BadBodyException(
          "at " + action.path() + "/shotResult: '" + result + "' is neither Made nor Missed");
    }
    return result.equals("Made");
  }

  private static @Nullable String assistedBy(BodyNode action) throws BadBodyException {
    Integer passer = action.integerOrNone("assistPersonId");
    return passer == null || passer == 0 ? null : passer.toString();
  }

  private static double clock(BodyNode action) throws BadBodyException {
    Matcher clock = CLOCK.matcher(action.text("clock"));
    if (!clock.matches()) {
      throw new BadBodyException(
          "at " + action.path() + "/clock: '" + action.text("clock") + "' is no time left");
    }
    return Integer.parseInt(String.valueOf(clock.group(1))) * MINUTE
        + Double.parseDouble(String.valueOf(clock.group(2)));
  }
}
