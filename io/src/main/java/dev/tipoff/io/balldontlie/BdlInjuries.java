package dev.tipoff.io.balldontlie;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Reads balldontlie's injuries, {@code /v1/player_injuries}, into {@link FeedTables#INJURIES}. They
 * are as of when they were received, and of no game in particular.
 */
public final class BdlInjuries implements BodyParser {
  private static final ImmutableMap<String, InjuryStatus> STATUSES =
      ImmutableMap.<String, InjuryStatus>builder()
          .put("out", InjuryStatus.OUT)
          .put("out for season", InjuryStatus.OUT)
          .put("doubtful", InjuryStatus.DOUBTFUL)
          .put("questionable", InjuryStatus.QUESTIONABLE)
          .put("probable", InjuryStatus.PROBABLE)
          .put("available", InjuryStatus.AVAILABLE)
          .put("day-to-day", InjuryStatus.DAY_TO_DAY)
          .buildOrThrow();

  @Override
  public void parse(Body body, ParsedRows rows) throws BadBodyException {
    rows.each(
        BdlList.read(body, rows),
        entry -> {
          entry.expect(rows, Set.of("player", "return_date", "description", "status"), Set.of());
          BodyNode player = entry.object("player");
          BdlPlayer who = BdlPlayer.read(player, rows, Set.of("team_id"));
          rows.add(
              FeedTables.INJURIES,
              InjuryListing.builder()
                  .setSource(body.source())
                  .setFiledDate(body.filedUnder())
                  .setGameDate(body.filedUnder())
                  .setReportTime(body.receivedTime())
                  .setTeam(BdlTeam.byIdOrNone(player, "team_id"))
                  .setPlayerId(who.id())
                  .setPlayerName(who.name())
                  .setStatus(status(entry))
                  .setStatusText(entry.text("status"))
                  .setReason(Objects.requireNonNullElse(entry.textOrNone("description"), ""))
                  .setReturnText(entry.textOrNone("return_date"))
                  .setReceivedTime(body.receivedTime())
                  .build());
        });
  }

  private static InjuryStatus status(BodyNode entry) throws BadBodyException {
    String text = entry.text("status");
    InjuryStatus status = STATUSES.get(text.strip().toLowerCase(Locale.ROOT));
    if (status == null) {
      throw new BadBodyException(
          "at " + entry.path() + "/status: '" + text + "' is no status of an injury");
    }
    return status;
  }
}
