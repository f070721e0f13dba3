package dev.tipoff.io.nba;

import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.TeamCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The table of players that a team's page shows, found by its heading "Player". */
final class RosterTable {
  private static final String PLAYER = "player";
  private static final Pattern PROFILE = Pattern.compile("/player/(\\d+)(?:/|$)");

  private final Element table;
  private final List<String> headings;

  private RosterTable(Element table, List<String> headings) {
    this.table = table;
    this.headings = headings;
  }

  static Optional<RosterTable> find(Document page) {
    for (Element table : page.select("table")) {
      List<String> headings = new ArrayList<>();
      table.select("thead th").forEach(head -> headings.add(head.text().toLowerCase(Locale.ROOT)));
      if (headings.contains(PLAYER)) {
        return Optional.of(new RosterTable(table, headings));
      }
    }
    return Optional.empty();
  }

  /** Adds each player; a row without a player's name is a failure. */
  void read(TeamCode team, Body body, ParsedRows rows) {
    int number = 0;
    for (Element row : table.select("tbody tr")) {
      String name = cell(row, PLAYER);
      if (name == null) {
        rows.fail(
            FailureCode.BAD_ENTRY, "/table/" + number, "a row without a player", row.outerHtml());
      } else {
        rows.add(
            FeedTables.ROSTERS,
            NbaPlayerIndex.listing(body)
                .setPlayerId(profile(row))
                .setPlayerName(name)
                .setTeam(team)
                .setJersey(cell(row, "#"))
                .setPosition(cell(row, "pos"))
                .build());
      }
      number++;
    }
  }

  private @Nullable String cell(Element row, String heading) {
    int column = headings.indexOf(heading);
    List<Element> cells = row.select("> td, > th");
    if (column < 0 || column >= cells.size()) {
      return null;
    }
    String text = cells.get(column).text();
    return text.isBlank() ? null : text.strip();
  }

  /** The player's id in the link to his page; empty without one. */
  private static String profile(Element row) {
    for (Element link : row.select("a[href]")) {
      Matcher profile = PROFILE.matcher(link.attr("href"));
      if (profile.find()) {
        return String.valueOf(profile.group(1));
      }
    }
    return "";
  }
}
