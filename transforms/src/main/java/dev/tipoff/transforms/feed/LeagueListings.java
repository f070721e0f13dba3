package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Whom sources with the NBA's ids list under which name for which team, in box scores and on
 * rosters: what makes other sources' players known before any of it is stored.
 */
public final class LeagueListings
    extends PTransform<PCollection<FeedPlayerGame>, PCollection<RosterEntry>> {
  private static final long serialVersionUID = 1L;

  private final transient PCollection<RosterListing> rosters;

  private LeagueListings(PCollection<RosterListing> rosters) {
    this.rosters = rosters;
  }

  /** In box scores and on these rosters. */
  public static LeagueListings with(PCollection<RosterListing> rosters) {
    return new LeagueListings(rosters);
  }

  @Override
  public PCollection<RosterEntry> expand(PCollection<FeedPlayerGame> lines) {
    return PCollectionList.of(
            lines
                .apply("InBoxScores", ParDo.of(new LineFn()))
                .setCoder(RowShape.coder(RosterEntry.class)))
        .and(
            rosters
                .apply("OnRosters", ParDo.of(new RosterFn()))
                .setCoder(RowShape.coder(RosterEntry.class)))
        .apply("All", Flatten.pCollections());
  }

  private static boolean isKnown(String source, String playerId) {
    return Trust.namesLeagueIds(source) && !playerId.isEmpty();
  }

  private static final class LineFn extends DoFn<FeedPlayerGame, RosterEntry> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void list(@Element FeedPlayerGame line, OutputReceiver<RosterEntry> output) {
      if (isKnown(line.getSource(), line.getPlayerId())) {
        output.output(
            RosterEntry.create(
                PlayerKey.of(line.getPlayerId()),
                line.getPlayerName(),
                line.getTeam(),
                line.getGameDate()));
      }
    }
  }

  private static final class RosterFn extends DoFn<RosterListing, RosterEntry> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void list(@Element RosterListing listing, OutputReceiver<RosterEntry> output) {
      TeamCode team = listing.getTeam();
      if (team != null && isKnown(listing.getSource(), listing.getPlayerId())) {
        output.output(
            RosterEntry.create(
                PlayerKey.of(listing.getPlayerId()),
                listing.getPlayerName(),
                team,
                listing.getFiledDate()));
      }
    }
  }
}
