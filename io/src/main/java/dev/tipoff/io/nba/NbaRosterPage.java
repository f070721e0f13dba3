package dev.tipoff.io.nba;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a team's page on nba.com into {@link FeedTables#ROSTERS}: the data that the page is made
 * of, or else the table that it shows. The parameter {@code team} names the team by code or full
 * name; a player of another team is a failure.
 */
final class NbaRosterPage implements BodyParser {
  private static final String DATA = "script#__NEXT_DATA__";
  private static final String ROSTER = "/props/pageProps/team/roster";

  private static final Set<String> PLAYER =
      Set.of("TeamID", "PLAYER", "PLAYER_ID", "NUM", "POSITION");

  private static final Set<String> PLAYER_SOMETIMES =
      Set.of(
          "SEASON",
          "LeagueID",
          "NICKNAME",
          "PLAYER_SLUG",
          "HEIGHT",
          "WEIGHT",
          "BIRTH_DATE",
          "AGE",
          "EXP",
          "SCHOOL",
          "HOW_ACQUIRED");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    TeamCode team = team(body);
    Document page = Jsoup.parse(body.text());
    Optional<BodyNode> data = data(page);
    if (data.isPresent()) {
      rows.each(data.get().objects("roster"), player -> add(player, team, body, rows));
      return;
    }
    RosterTable table =
        RosterTable.find(page)
            .orElseThrow(() -> new BadBodyException("the page has no roster, as data or table"));
    table.read(team, body, rows);
  }

  private static TeamCode team(Body body) throws BadBodyException {
    try {
      return TeamCode.parse(String.valueOf(body.parameters().get("team")));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("the parameter team: " + e.getMessage());
    }
  }

  /** What holds the roster in the page's data. */
  private static Optional<BodyNode> data(Document page) throws BadBodyException {
    Element script = page.selectFirst(DATA);
    if (script == null || script.data().isBlank()) {
      return Optional.empty();
    }
    JsonNode data = JsonBody.tree(script.data());
    if (data.at(ROSTER).isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        BodyNode.object(data.at(ROSTER.substring(0, ROSTER.lastIndexOf('/'))), "/team"));
  }

  private static void add(BodyNode player, TeamCode team, Body body, ParsedRows rows)
      throws BadBodyException {
    player.expect(rows, PLAYER, PLAYER_SOMETIMES);
    if (player.has("TeamID") && NbaFields.team(player, "TeamID") != team) {
      throw new BadBodyException(
          "at " + player.path() + "/TeamID: asked for " + team + ", found another team");
    }
    rows.add(
        FeedTables.ROSTERS,
        NbaPlayerIndex.listing(body)
            .setPlayerId(player.id("PLAYER_ID"))
            .setPlayerName(player.text("PLAYER"))
            .setTeam(team)
            .setJersey(player.textOrNone("NUM"))
            .setPosition(player.textOrNone("POSITION"))
            .build());
  }
}
