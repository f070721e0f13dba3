package dev.tipoff.io.nba;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RosterListing;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the NBA's list of players, {@code playerindex}, into {@link FeedTables#ROSTERS}; players
 * without a team are there too. No parameter of the body is read.
 */
final class NbaPlayerIndex implements BodyParser {
  private static final String STATUS = "ROSTER_STATUS";

  private static final Set<String> COLUMNS =
      Set.of(
          "PERSON_ID",
          "PLAYER_LAST_NAME",
          "PLAYER_FIRST_NAME",
          "TEAM_ABBREVIATION",
          "JERSEY_NUMBER",
          "POSITION",
          STATUS);

  private static final Set<String> SOMETIMES =
      Set.of(
          "PLAYER_SLUG",
          "TEAM_ID",
          "TEAM_SLUG",
          "IS_DEFUNCT",
          "TEAM_CITY",
          "TEAM_NAME",
          "HEIGHT",
          "WEIGHT",
          "COLLEGE",
          "COUNTRY",
          "DRAFT_YEAR",
          "DRAFT_ROUND",
          "DRAFT_NUMBER",
          "PTS",
          "REB",
          "AST",
          "STATS_TIMEFRAME",
          "FROM_YEAR",
          "TO_YEAR");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        ResultSets.read(body).rows("PlayerIndex", COLUMNS, SOMETIMES, rows),
        row ->
            rows.add(
                FeedTables.ROSTERS,
                listing(body)
                    .setPlayerId(row.id("PERSON_ID"))
                    .setPlayerName(name(row))
                    .setTeam(
                        row.textOrNone("TEAM_ABBREVIATION") == null
                            ? null
                            : row.team("TEAM_ABBREVIATION"))
                    .setJersey(row.textOrNone("JERSEY_NUMBER"))
                    .setPosition(row.textOrNone("POSITION"))
                    .setActive(active(row))
                    .build()));
  }

  /** A listing without its player. */
  static RosterListing.Builder listing(Body body) {
    return RosterListing.builder()
        .setSource(body.source())
        .setFiledDate(body.filedUnder())
        .setReceivedTime(body.receivedTime());
  }

  /** First and last name; some have only one of them. */
  private static String name(BodyNode row) throws BadBodyException {
    String first = row.textOrNone("PLAYER_FIRST_NAME");
    String last = row.textOrNone("PLAYER_LAST_NAME");
    if (first == null && last == null) {
      throw new BadBodyException("at " + row.path() + ": a player without a name");
    }
    return Stream.of(first, last)
        .filter(part -> part != null)
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  private static @Nullable Boolean active(BodyNode row) throws BadBodyException {
    Integer status = row.integerOrNone(STATUS);
    return status == null ? null : status == 1;
  }
}
