package dev.tipoff.pipelines.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.io.sources.SlateParameters;
import dev.tipoff.pipelines.simulator.MarketView.Moment;
import dev.tipoff.transforms.model.TeamCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the providers of a made-up league answer at a time, in the shapes of the real ones. */
final class ProviderBodies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration GAME = Duration.ofMinutes(150);
  private static final Duration LAST_BEFORE_TIP = Duration.ofMinutes(90);
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final List<String> LOG =
      List.of(
          "SEASON_ID",
          "PLAYER_ID",
          "PLAYER_NAME",
          "TEAM_ID",
          "TEAM_ABBREVIATION",
          "TEAM_NAME",
          "GAME_ID",
          "GAME_DATE",
          "MATCHUP",
          "WL",
          "MIN",
          "FGM",
          "FGA",
          "FG_PCT",
          "FG3M",
          "FG3A",
          "FG3_PCT",
          "FTM",
          "FTA",
          "FT_PCT",
          "OREB",
          "DREB",
          "REB",
          "AST",
          "STL",
          "BLK",
          "TOV",
          "PF",
          "PTS",
          "PLUS_MINUS",
          "FANTASY_PTS",
          "VIDEO_AVAILABLE");

  private final Season season;
  private final Instant now;

  ProviderBodies(Season season, Instant now) {
    this.season = season;
    this.now = now;
  }

  /** The events of The Odds API that have not ended and tip off within a time. */
  byte[] events(Instant from, Instant to) throws JsonProcessingException {
    ArrayNode events = JSON.createArrayNode();
    for (ScheduledGame game : season.schedule().games()) {
      boolean within = !game.tip().isBefore(from) && !game.tip().isAfter(to);
      if (within && game.tip().plus(GAME).isAfter(now)) {
        event(events.addObject(), game);
      }
    }
    return JSON.writeValueAsBytes(events);
  }

  /** The odds of an event: player props, or the lines of the game. */
  Optional<byte[]> odds(String eventId, Set<String> markets) throws JsonProcessingException {
    for (ScheduledGame game : season.schedule().games()) {
      if (game.eventId().equals(eventId) && game.tip().plus(GAME).isAfter(now)) {
        Instant last = game.tip().minus(LAST_BEFORE_TIP);
        Moment moment = now.isBefore(last) ? Moment.AFTERNOON : Moment.BEFORE_TIP;
        Instant updated = (now.isBefore(game.tip()) ? now : game.tip()).minusSeconds(90);
        return Optional.of(
            markets.contains("spreads")
                ? gameLines(game, updated)
                : OddsBody.of(new OddsBoard(season, game, moment), updated));
      }
    }
    return Optional.empty();
  }

  private byte[] gameLines(ScheduledGame game, Instant updated) throws JsonProcessingException {
    GameLine line =
        GameLine.of(season.matchup(game, true), Dice.of(season.seed(), "line", game.number()));
    ObjectNode body = event(JSON.createObjectNode(), game);
    ArrayNode books = body.putArray("bookmakers");
    for (Bookmaker book : Bookmaker.values()) {
      ObjectNode entry = books.addObject();
      entry.put("key", book.key());
      entry.put("title", book.title());
      entry.put("last_update", updated.toString());
      ArrayNode markets = entry.putArray("markets");
      ArrayNode winner = market(markets, "h2h", updated);
      outcome(winner, game.home().fullName(), line.homeMoneyline());
      outcome(winner, game.away().fullName(), line.awayMoneyline());
      ArrayNode spread = market(markets, "spreads", updated);
      outcome(spread, game.home().fullName(), -110).put("point", line.homeSpread());
      outcome(spread, game.away().fullName(), -110).put("point", -line.homeSpread());
      ArrayNode total = market(markets, "totals", updated);
      outcome(total, "Over", -110).put("point", line.total());
      outcome(total, "Under", -110).put("point", line.total());
    }
    return JSON.writeValueAsBytes(body);
  }

  private static ArrayNode market(ArrayNode markets, String key, Instant updated) {
    ObjectNode market = markets.addObject();
    market.put("key", key);
    market.put("last_update", updated.toString());
    return market.putArray("outcomes");
  }

  private static ObjectNode outcome(ArrayNode outcomes, String name, int price) {
    return outcomes.addObject().put("name", name).put("price", price);
  }

  private static ObjectNode event(ObjectNode event, ScheduledGame game) {
    return event
        .put("id", game.eventId())
        .put("sport_key", "basketball_nba")
        .put("sport_title", "NBA")
        .put("commence_time", game.tip().toString())
        .put("home_team", game.home().fullName())
        .put("away_team", game.away().fullName());
  }

  /** The scoreboard of stats.nba.com, version 3. */
  byte[] scoreboard(LocalDate day) throws JsonProcessingException {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("meta").put("version", 1).put("code", 200);
    ObjectNode board = body.putObject("scoreboard");
    board.put("gameDate", day.toString()).put("leagueId", "00");
    board.put("leagueName", "National Basketball Association");
    ArrayNode games = board.putArray("games");
    for (ScheduledGame game : season.schedule().between(day, day)) {
      boolean ended = isOver(game);
      ObjectNode entry = games.addObject();
      entry.put("gameId", game.gameId());
      entry.put("gameCode", day.format(COMPACT) + "/" + game.away() + game.home());
      entry.put("gameStatus", ended ? 3 : 1);
      entry.put("gameStatusText", ended ? "Final" : "Scheduled");
      entry.put("period", ended ? 4 : 0);
      entry.put("gameClock", "");
      entry.put("gameTimeUTC", game.tip().toString());
      entry.put(
          "gameEt",
          game.tip()
              .atZone(SeasonSchedule.NEW_YORK)
              .toLocalDateTime()
              .atOffset(ZoneOffset.UTC)
              .toString());
      entry.put("regulationPeriods", 4);
      SimulatedGame played = ended ? season.played(game) : null;
      team(entry.putObject("homeTeam"), game.home(), played == null ? List.of() : played.home());
      team(entry.putObject("awayTeam"), game.away(), played == null ? List.of() : played.away());
    }
    return JSON.writeValueAsBytes(body);
  }

  private static void team(ObjectNode team, Franchise club, List<BoxScoreLine> lines) {
    team.put("teamId", teamId(club));
    team.put("teamName", club.fullName().substring(club.fullName().lastIndexOf(' ') + 1));
    team.put("teamTricode", club.name());
    team.put("score", SimulatedGame.points(lines));
  }

  /** The game log of all players of a day, of stats.nba.com. */
  byte[] playerGameLog(LocalDate day) throws JsonProcessingException {
    ObjectNode body = JSON.createObjectNode();
    body.put("resource", "leaguegamelog");
    body.putObject("parameters").put("LeagueID", "00").put("DateFrom", day.toString());
    ObjectNode set = body.putArray("resultSets").addObject();
    set.put("name", "LeagueGameLog");
    ArrayNode headers = set.putArray("headers");
    LOG.forEach(headers::add);
    ArrayNode rows = set.putArray("rowSet");
    for (ScheduledGame game : season.schedule().between(day, day)) {
      if (isOver(game)) {
        SimulatedGame played = season.played(game);
        boolean homeWon = SimulatedGame.points(played.home()) > SimulatedGame.points(played.away());
        String home = game.home() + " vs. " + game.away();
        String away = game.away() + " @ " + game.home();
        played.home().forEach(line -> log(rows.addArray(), game, line, home, homeWon));
        played.away().forEach(line -> log(rows.addArray(), game, line, away, !homeWon));
      }
    }
    return JSON.writeValueAsBytes(body);
  }

  private static void log(
      ArrayNode row, ScheduledGame game, BoxScoreLine line, String matchup, boolean won) {
    Franchise club = line.player().team();
    row.add("22025").add(line.player().id()).add(line.player().name());
    row.add(teamId(club)).add(club.name()).add(club.fullName());
    row.add(game.gameId()).add(game.date().toString()).add(matchup).add(won ? "W" : "L");
    row.add(Math.round(line.minutes() / 10f));
    shots(row, line.fieldGoals(), line.attempts());
    shots(row, line.threes(), line.threeAttempts());
    shots(row, line.freeThrows(), line.freeThrowAttempts());
    int offensive = line.rebounds() / 4;
    row.add(offensive).add(line.rebounds() - offensive).add(line.rebounds()).add(line.assists());
    row.add(line.steals()).add(line.blocks()).add(line.turnovers()).add(2).add(line.points());
    row.add(line.plusMinus()).add(0.0).add(1);
  }

  private static void shots(ArrayNode row, int made, int attempted) {
    row.add(made).add(attempted);
    if (attempted == 0) {
      row.addNull();
    } else {
      row.add(Math.round(1000.0 * made / attempted) / 1000.0);
    }
  }

  private boolean isOver(ScheduledGame game) {
    return game.tip().plus(GAME).isBefore(now);
  }

  private static long teamId(Franchise club) {
    return Long.parseLong(
        String.valueOf(SlateParameters.of(TeamCode.parse(club.name())).get("nba_team_id")));
  }
}
