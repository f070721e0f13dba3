package dev.tipoff.io.balldontlie;

import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RosterListing;
import java.util.Set;

/**
 * Reads balldontlie's active players, {@code /v1/players/active}, into {@link FeedTables#ROSTERS}.
 */
public final class BdlActivePlayers implements BodyParser {
  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        BdlList.read(body, rows),
        entry -> {
          BdlPlayer player = BdlPlayer.read(entry, rows, Set.of("team", "team_id"));
          rows.add(
              FeedTables.ROSTERS,
              RosterListing.builder()
                  .setSource(body.source())
                  .setFiledDate(body.filedUnder())
                  .setPlayerId(player.id())
                  .setPlayerName(player.name())
                  .setTeam(
                      entry.has("team")
                          ? BdlTeam.read(entry.object("team"), rows, Set.of())
                          : BdlTeam.byIdOrNone(entry, "team_id"))
                  .setJersey(entry.textOrNone("jersey_number"))
                  .setPosition(entry.textOrNone("position"))
                  .setActive(true)
                  .setReceivedTime(body.receivedTime())
                  .build());
        });
  }
}
