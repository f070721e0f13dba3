package dev.tipoff.io.basketballreference;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the table of players of a team's page at Basketball-Reference, {@code
 * /teams/{team}/{year}.html}, into {@link FeedTables#ROSTERS}. The site hides some tables in
 * comments for its scripts to show; there they are found too. The parameter {@code team} names the
 * team. The table has everybody who played for it in the season, so that nobody's being there now
 * is said. A mark of a two-way contract is no part of a name.
 */
public final class SeasonRoster implements BodyParser {
  private static final Set<String> COLUMNS =
      Set.of(
          "number",
          "player",
          "pos",
          "height",
          "weight",
          "birth_date",
          "birth_country",
          "flag",
          "years_experience",
          "college");

  private static final Set<String> READ = Set.of("number", "player", "pos");
  private static final Pattern PLAYER_PAGE = Pattern.compile("/players/\\w/(\\w+)\\.html");
  private static final Pattern TWO_WAY = Pattern.compile("\\s*\\(TW\\)\\s*$");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    TeamCode team = team(body);
    Element table = table(Jsoup.parse(body.text()));
    Set<String> columns = new TreeSet<>();
    int players = 0;
    for (Element row : table.select("tbody > tr:not(.thead)")) {
      row.select("[data-stat]").forEach(cell -> columns.add(cell.attr("data-stat")));
      String where = "/roster/" + players++;
      String name = TWO_WAY.matcher(cell(row, "player")).replaceFirst("");
      String id = playerId(row);
      if (name.isEmpty() || id == null) {
        rows.fail(
            FailureCode.BAD_ENTRY,
            where,
            "at " + where + ": expected a player with a name and a page of his own",
            row.outerHtml());
        continue;
      }
      rows.add(
          FeedTables.ROSTERS,
          RosterListing.builder()
              .setSource(body.source())
              .setFiledDate(body.filedUnder())
              .setPlayerId(id)
              .setPlayerName(name)
              .setTeam(team)
              .setJersey(orNone(cell(row, "number")))
              .setPosition(orNone(cell(row, "pos")))
              .setActive(null)
              .setReceivedTime(body.receivedTime())
              .build());
    }
    if (players == 0) {
      throw new BadBodyException("the table of the roster has no players");
    }
    expect(columns, rows);
  }

  private static void expect(Set<String> columns, ParsedRows rows) {
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        rows.drift("/roster/[]/" + column, "the column is new");
      }
    }
    Set<String> gone = new TreeSet<>(READ);
    gone.removeAll(columns);
    gone.forEach(column -> rows.drift("/roster/[]/" + column, "the column is gone"));
  }

  private static Element table(Document page) throws BadBodyException {
    Element table = page.selectFirst("table#roster");
    if (table == null) {
      table =
          page.nodeStream(Comment.class)
              .map(Comment::getData)
              .filter(hidden -> hidden.contains("roster"))
              .map(hidden -> Jsoup.parse(hidden).selectFirst("table#roster"))
              .filter(found -> found != null)
              .findFirst()
              .orElse(null);
    }
    if (table == null) {
      throw new BadBodyException("the page '" + page.title() + "' has no table of a roster");
    }
    return table;
  }

  private static String cell(Element row, String column) {
    Element cell = row.selectFirst("[data-stat=" + column + "]");
    return cell == null ? "" : cell.text().strip();
  }

  /** The site's id of the player, {@code luczate01} for instance; absent if nothing tells it. */
  private static @Nullable String playerId(Element row) {
    Element cell = row.selectFirst("[data-stat=player]");
    if (cell == null) {
      return null;
    }
    if (!cell.attr("data-append-csv").isBlank()) {
      return cell.attr("data-append-csv").strip();
    }
    Element link = cell.selectFirst("a[href]");
    Matcher page = PLAYER_PAGE.matcher(link == null ? "" : link.attr("href"));
    return page.find() ? page.group(1) : null;
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }

  private static TeamCode team(Body body) throws BadBodyException {
    try {
      return TeamCode.parse(String.valueOf(body.parameters().get("team")));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("the parameter team: " + e.getMessage());
    }
  }
}
