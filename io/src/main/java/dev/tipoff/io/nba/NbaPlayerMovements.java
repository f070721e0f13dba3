package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.PlayerMovement;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.roster.PlayerName;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads the NBA's list of signings, waivers and trades into {@link FeedTables#MOVEMENTS}. The list
 * goes back for years: transactions before the first of July ahead of the season are ignored, and
 * so are those of draft picks and money. No parameter of the body is read.
 */
final class NbaPlayerMovements implements BodyParser {
  private static final int JULY = 7;

  private static final Set<String> FIELDS =
      Set.of(
          "Transaction_Type",
          "TRANSACTION_DATE",
          "TRANSACTION_DESCRIPTION",
          "TEAM_ID",
          "PLAYER_ID",
          "PLAYER_SLUG",
          "GroupSort");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    GameDay first = GameDay.of(LocalDate.of(Season.of(body.filedUnder()).startYear(), JULY, 1));
    JsonBody.elements(
        body,
        "/NBA_Player_Movement/rows",
        rows,
        row -> {
          row.expect(rows, FIELDS, Set.of("TEAM_SLUG", "Additional_Sort"));
          GameDay day = NbaFields.day(row, "TRANSACTION_DATE");
          Integer player = row.integerOrNone("PLAYER_ID");
          if (day.isBefore(first)) {
            rows.ignore("an earlier season");
          } else if (player == null || player == 0) {
            rows.ignore("no player");
          } else {
            rows.add(FeedTables.MOVEMENTS, movement(row, day, player, body));
          }
        });
  }

  private static PlayerMovement movement(BodyNode row, GameDay day, int player, Body body)
      throws BadBodyException {
    String description = row.text("TRANSACTION_DESCRIPTION");
    String group = row.textOrNone("GroupSort");
    return PlayerMovement.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setTransactionDate(day)
        .setTransactionType(row.text("Transaction_Type"))
        .setPlayerId(String.valueOf(player))
        .setPlayerName(name(row.text("PLAYER_SLUG"), description))
        .setTeam(row.has("TEAM_ID") ? NbaFields.team(row, "TEAM_ID") : null)
        .setDescription(description)
        .setGroupId(group == null ? "" : group)
        .setReceivedTime(body.receivedTime())
        .build();
  }

  /**
   * The words of the description that make up the slug: {@code walter-clayton-jr} is spelt "Walter
   * Clayton Jr." there. The slug itself if there are none.
   */
  private static String name(String slug, String description) {
    String player = PlayerName.normalise(slug);
    List<String> words = Arrays.asList(description.strip().split("\\s+"));
    for (int start = 0; start < words.size(); start++) {
      String joined = "";
      for (int end = start; end < words.size() && joined.length() < player.length(); end++) {
        joined += PlayerName.normalise(words.get(end));
        if (joined.equals(player)) {
          return withoutStop(String.join(" ", words.subList(start, end + 1)));
        }
      }
    }
    return slug;
  }

  /** Without a stop at the end, unless it is the one of "Jr." */
  private static String withoutStop(String name) {
    boolean stop = name.endsWith(".") && !name.endsWith("Jr.") && !name.endsWith("Sr.");
    return stop ? name.substring(0, name.length() - 1) : name;
  }
}
