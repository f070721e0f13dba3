package dev.tipoff.io.documents;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RefereeAssignment;
import dev.tipoff.transforms.model.GameDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Reads the league's assignments of officials, {@code /wp-json/api/v1/get-game-officials}, into
 * {@link FeedTables#REFEREES}. No parameter of the body is read. Roles are those of the columns
 * that the league's page has for the four places; a place that is not filled has no row. The other
 * leagues of the body and the officials of the replay centre are ignored.
 */
public final class NbaRefereeAssignments implements BodyParser {
  private static final ImmutableList<String> ROLES =
      ImmutableList.of("Crew Chief", "Referee", "Umpire", "Alternate");

  private static final Set<String> LEAGUES = Set.of("gl", "wnba");
  private static final Set<String> TABLE = Set.of("columns");

  private static final ImmutableSet<String> GAME =
      ImmutableSet.of("game_id", "game_date", "home_team_abbr", "away_team_abbr");

  private static final ImmutableSet<String> SOMETIMES =
      ImmutableSet.<String>builder()
          .add("season", "game_code", "home_team_id", "home_team", "away_team_id", "away_team")
          .addAll(places("official%d"))
          .addAll(places("official%d_code"))
          .addAll(places("official%d_JNum"))
          .build();

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  private static final int GAME_ID = 10;

  private static ImmutableList<String> places(String field) {
    ImmutableList.Builder<String> fields = ImmutableList.builder();
    for (int place = 1; place <= ROLES.size(); place++) {
      fields.add(String.format(field, place));
    }
    return fields.build();
  }

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode root = JsonBody.object(body);
    SourceError.refuse(root, "nba");
    root.expect(rows, Set.of("nba"), LEAGUES);
    BodyNode league = root.object("nba");
    league.expect(rows, Set.of("Table"), Set.of("Table1"));
    BodyNode table = league.object("Table");
    table.expect(rows, Set.of("rows"), TABLE);
    rows.each(
        table.objects("rows"),
        game -> {
          game.expect(rows, GAME, SOMETIMES);
          officials(game, body, rows);
        });
  }

  private static void officials(BodyNode game, Body body, ParsedRows rows) throws BadBodyException {
    String gameId = Strings.padStart(game.id("game_id"), GAME_ID, '0');
    RefereeAssignment.Builder row =
        RefereeAssignment.builder()
            .setSource(body.source())
            .setFiledDate(body.filedUnder())
            .setGameDate(day(game))
            .setEventId(gameId)
            .setGameId(gameId)
            .setHome(game.team("home_team_abbr"))
            .setAway(game.team("away_team_abbr"))
            .setReceivedTime(body.receivedTime());
    boolean named = false;
    for (int place = 1; place <= ROLES.size(); place++) {
      String name = game.textOrNone("official" + place);
      if (name != null) {
        String code = "official" + place + "_code";
        rows.add(
            FeedTables.REFEREES,
            row.setOfficialId(game.has(code) ? game.id(code) : "")
                .setOfficialName(name.strip())
                .setRole(ROLES.get(place - 1))
                .build());
        named = true;
      }
    }
    if (!named) {
      rows.ignore("game without officials yet");
    }
  }

  private static GameDay day(BodyNode game) throws BadBodyException {
    String date = game.text("game_date");
    try {
      return GameDay.of(LocalDate.parse(date, DATE));
    } catch (DateTimeException e) {
      throw new BadBodyException(
          "at " + game.path() + "/game_date: '" + date + "' is no date like 01/10/2031");
    }
  }
}
