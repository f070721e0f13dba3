package dev.tipoff.io.espn;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads ESPN's page of a team with its roster, {@code
 * /apis/site/v2/sports/basketball/nba/teams/{id}?enable=roster}, into {@link FeedTables#ROSTERS}
 * and {@link FeedTables#INJURIES}. A body of another team than the parameter {@code team} names is
 * refused. An injury that cannot be read is a failure; its player is on the roster all the same.
 */
public final class EspnRoster implements BodyParser {
  private static final Set<String> TEAM = Set.of("abbreviation", "athletes");

  private static final Set<String> TEAM_SOMETIMES =
      Set.of(
          "id",
          "uid",
          "slug",
          "location",
          "name",
          "displayName",
          "shortDisplayName",
          "color",
          "alternateColor",
          "isActive",
          "logos",
          "record",
          "groups",
          "links",
          "franchise",
          "nextEvent",
          "standingSummary",
          "coaches",
          "nickname");

  private static final Set<String> PLAYER = Set.of("id", "fullName", "injuries", "active");

  private static final Set<String> PLAYER_SOMETIMES =
      Set.of(
          "age",
          "alternateIds",
          "birthPlace",
          "citizenship",
          "college",
          "collegeAthlete",
          "contract",
          "contracts",
          "dateOfBirth",
          "debutYear",
          "displayHeight",
          "displayName",
          "displayWeight",
          "draft",
          "eventLog",
          "experience",
          "firstName",
          "guid",
          "headshot",
          "height",
          "jersey",
          "lastName",
          "linked",
          "links",
          "position",
          "shortName",
          "slug",
          "status",
          "teams",
          "type",
          "uid",
          "weight",
          "middleName",
          "nickname",
          "birthCountry",
          "citizenshipCountry",
          "hand");

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    BodyNode root = JsonBody.object(body);
    SourceError.refuse(root, "team");
    root.expect(rows, Set.of("team"), Set.of());
    BodyNode node = root.object("team");
    node.expect(rows, TEAM, TEAM_SOMETIMES);
    TeamCode team = node.team("abbreviation");
    String asked = body.parameters().get("team");
    if (asked != null && !asked.equals(team.name())) {
      throw new BadBodyException("the roster is of " + team + ", but " + asked + " was asked for");
    }
    rows.each(
        node.objects("athletes"),
        player -> {
          player.expect(rows, PLAYER, PLAYER_SOMETIMES);
          String id = player.id("id");
          String name = player.text("fullName");
          rows.add(
              FeedTables.ROSTERS,
              RosterListing.builder()
                  .setSource(body.source())
                  .setFiledDate(body.filedUnder())
                  .setPlayerId(id)
                  .setPlayerName(name)
                  .setTeam(team)
                  .setJersey(player.textOrNone("jersey"))
                  .setPosition(position(player))
                  .setActive(player.flagOrNone("active"))
                  .setReceivedTime(body.receivedTime())
                  .build());
          if (player.has("injuries")) {
            rows.each(
                player.objects("injuries"),
                injury ->
                    rows.add(
                        FeedTables.INJURIES,
                        EspnInjury.read(injury, body, rows)
                            .setTeam(team)
                            .setPlayerId(id)
                            .setPlayerName(name)
                            .build()));
          }
        });
  }

  private static @Nullable String position(BodyNode player) throws BadBodyException {
    return player.has("position") ? player.object("position").textOrNone("abbreviation") : null;
  }
}
