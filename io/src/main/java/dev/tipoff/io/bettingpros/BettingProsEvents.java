package dev.tipoff.io.bettingpros;

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
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Reads BettingPros' events, {@code /v3/events}, into {@link FeedTables#GAMES}. No parameter of the
 * body is read. Points are those of the whole game; lineups, records and broadcasts are not read.
 * Games of the preseason are ignored.
 */
public final class BettingProsEvents implements BodyParser {
  private static final Set<String> BODY = Set.of("events");
  private static final Set<String> BODY_SOMETIMES = Set.of("_parameters", "ts", "utc");
  private static final Set<String> EVENT =
      Set.of("id", "scheduled", "season_type", "status", "home", "visitor");
  private static final Set<String> EVENT_SOMETIMES =
      Set.of(
          "sr_id",
          "sport",
          "season",
          "event_name",
          "link",
          "series_summary",
          "popularity",
          "lineups",
          "venue",
          "participants",
          "broadcasts",
          "results",
          "is_free",
          "officials",
          "park_factors",
          "weather");

  /** The words of Sportradar, which BettingPros passes on. */
  private static final ImmutableMap<String, GameStatus> STATUSES =
      ImmutableMap.<String, GameStatus>builder()
          .put("created", GameStatus.SCHEDULED)
          .put("scheduled", GameStatus.SCHEDULED)
          .put("time-tbd", GameStatus.SCHEDULED)
          .put("if-necessary", GameStatus.SCHEDULED)
          .put("delayed", GameStatus.SCHEDULED)
          .put("inprogress", GameStatus.LIVE)
          .put("halftime", GameStatus.LIVE)
          .put("complete", GameStatus.FINAL)
          .put("closed", GameStatus.FINAL)
          .put("postponed", GameStatus.POSTPONED)
          .put("cancelled", GameStatus.CANCELED)
          .put("canceled", GameStatus.CANCELED)
          .put("unnecessary", GameStatus.CANCELED)
          .buildOrThrow();

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode root = JsonBody.object(body);
    SourceError.refuse(root, "events");
    root.expect(rows, BODY, BODY_SOMETIMES);
    rows.each(
        root.objects("events"),
        event -> {
          event.expect(rows, EVENT, EVENT_SOMETIMES);
          if (event.text("season_type").equals("PRE")) {
            rows.ignore("season_type PRE");
          } else {
            rows.add(FeedTables.GAMES, game(event, body, rows));
          }
        });
  }

  private static FeedGame game(BodyNode event, Body body, ParsedRows rows) throws BadBodyException {
    String word = event.text("status");
    GameStatus status = STATUSES.get(word);
    if (status == null) {
      throw new BadBodyException(
          "at " + event.path() + "/status: '" + word + "' is no status that is known");
    }
    Instant scheduled = UtcText.read(event, "scheduled");
    TeamCode home = event.team("home");
    TeamCode away = event.team("visitor");
    FeedGame.Builder game =
        FeedGame.builder()
            .setSource(body.source())
            .setFiledDate(body.filedUnder())
            .setEventId(event.id("id"))
            .setGameId("")
            .setGameDate(GameDay.ofTip(scheduled))
            .setSeasonType(seasonType(event, rows))
            .setHome(home)
            .setAway(away)
            .setTipTime(word.equals("time-tbd") ? null : scheduled)
            .setStatus(status)
            .setArena(event.has("venue") ? event.object("venue").textOrNone("name") : null)
            .setReceivedTime(body.receivedTime());
    if (status == GameStatus.LIVE || status == GameStatus.FINAL) {
      Map<TeamCode, Integer> points = points(event);
      if (status == GameStatus.FINAL && !points.keySet().equals(Set.of(home, away))) {
        throw new BadBodyException(
            "at " + event.path() + "/results: over, but the scores are not of the two teams");
      }
      game.setHomePoints(points.get(home)).setAwayPoints(points.get(away));
    }
    return game.build();
  }

  private static @Nullable SeasonType seasonType(BodyNode event, ParsedRows rows)
      throws BadBodyException {
    String type = event.text("season_type");
    return switch (type) {
      case "REG" -> SeasonType.REGULAR;
      case "PST" -> SeasonType.PLAYOFFS;
      default -> {
        rows.drift("/events/[]/season_type", "'" + type + "' is new");
        yield null;
      }
    };
  }

  private static Map<TeamCode, Integer> points(BodyNode event) throws BadBodyException {
    Map<TeamCode, Integer> points = new EnumMap<>(TeamCode.class);
    if (event.has("results") && event.object("results").has("outcomes")) {
      for (BodyNode outcome : event.object("results").objects("outcomes")) {
        if (outcome.text("label").equals("event")) {
          for (BodyNode score : outcome.objects("scores")) {
            points.put(score.team("participant"), score.integer("score"));
          }
        }
      }
    }
    return points;
  }
}
