package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.DateTimeZone;
import org.joda.time.LocalDate;

/**
 * Entries of the player registry from what the league's own feeds say, whose ids are the NBA's. A
 * list of a slate that was asked for more than a day after it is left out: it is in hindsight.
 */
public final class LeaguePlayers {
  private LeaguePlayers() {}

  /** Players on rosters and lists who have a team and are not said to be inactive. */
  public static FlatMapElements<RosterListing, RosterEntry> onRosters() {
    return FlatMapElements.into(TypeDescriptor.of(RosterEntry.class))
        .via(
            (RosterListing listing) ->
                Boolean.FALSE.equals(listing.getActive()) || isHindsight(listing)
                    ? List.of()
                    : entry(
                        listing.getSource(),
                        listing.getPlayerId(),
                        listing.getPlayerName(),
                        listing.getTeam(),
                        listing.getFiledDate(),
                        Evidence.ROSTER));
  }

  /** Players in box scores, whether they played or not. */
  public static FlatMapElements<FeedPlayerGame, RosterEntry> inBoxScores() {
    return FlatMapElements.into(TypeDescriptor.of(RosterEntry.class))
        .via(
            (FeedPlayerGame line) ->
                entry(
                    line.getSource(),
                    line.getPlayerId(),
                    line.getPlayerName(),
                    line.getTeam(),
                    line.getGameDate(),
                    Evidence.BOX_SCORE));
  }

  private static boolean isHindsight(RosterListing listing) {
    LocalDate received = new LocalDate(listing.getReceivedTime(), DateTimeZone.UTC);
    return GameDay.parse(received.toString()).isAfter(listing.getFiledDate().plusDays(1));
  }

  private static List<RosterEntry> entry(
      String source,
      String id,
      String name,
      @Nullable TeamCode team,
      GameDay since,
      Evidence evidence) {
    return team == null || id.isBlank() || !Trust.namesLeagueIds(source)
        ? List.of()
        : List.of(RosterEntry.create(PlayerKey.of(id), name, team, since, evidence));
  }
}
