package dev.tipoff.transforms.feed;

import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.RosterEntry;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Rule;
import org.junit.Test;

public class LeagueListingsTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static RosterListing listing(String source, String id, @Nullable TeamCode team) {
    return RosterListing.builder()
        .setSource(source)
        .setFiledDate(FeedRows.DAY)
        .setPlayerId(id)
        .setPlayerName("Ulf Marchbanks")
        .setTeam(team)
        .setReceivedTime(FeedRows.RECEIVED)
        .build();
  }

  private static RosterEntry entry(String id, String name, TeamCode team) {
    return RosterEntry.create(PlayerKey.of(id), name, team, FeedRows.DAY);
  }

  @Test
  public void onlyThoseWithTheLeaguesIdsAndATeam() {
    PAssert.that(
            pipeline
                .apply(
                    "Lines",
                    Create.of(
                            FeedRows.played("nbac_player_boxscore", "900001", "Zed Quillfeather")
                                .build(),
                            FeedRows.absent("nbac_gamebook_pdf", "", "Quillfeather").build(),
                            FeedRows.played("bdl_box_scores", "17", "Zed Quillfeather").build())
                        .withCoder(FeedTables.PLAYER_GAMES.coder()))
                .apply(
                    LeagueListings.with(
                        pipeline.apply(
                            "Rosters",
                            Create.of(
                                    listing("nbac_player_list", "900002", TeamCode.MIA),
                                    listing("nbac_player_list", "900003", null),
                                    listing("bdl_active_players", "18", TeamCode.MIA))
                                .withCoder(FeedTables.ROSTERS.coder())))))
        .containsInAnyOrder(
            entry("900001", "Zed Quillfeather", TeamCode.BOS),
            entry("900002", "Ulf Marchbanks", TeamCode.MIA));
    pipeline.run();
  }
}
