package dev.tipoff.io.odds;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads The Odds API v4's players of a team, {@code
 * /sports/{sport}/participants/{participantId}/players}, into {@link FeedTables#ROSTERS}. The body
 * does not name its team: the parameter {@code team} does, by code or full name, and without it the
 * team is absent.
 */
public final class OddsApiPlayers implements BodyParser {
  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    OddsApiList list = OddsApiList.read(body, "players", rows);
    TeamCode team = team(body);
    rows.each(
        list.entries(),
        player -> {
          player.expect(rows, Set.of("id", "full_name"), Set.of());
          rows.add(
              FeedTables.ROSTERS,
              RosterListing.builder()
                  .setSource(body.source())
                  .setFiledDate(body.filedUnder())
                  .setPlayerId(player.text("id"))
                  .setPlayerName(player.text("full_name"))
                  .setTeam(team)
                  .setReceivedTime(body.receivedTime())
                  .build());
        });
  }

  private static @Nullable TeamCode team(Body body) throws BadBodyException {
    String team = body.parameters().get("team");
    if (team == null) {
      return null;
    }
    try {
      return TeamCode.parse(team);
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("the parameter team: " + e.getMessage());
    }
  }
}
