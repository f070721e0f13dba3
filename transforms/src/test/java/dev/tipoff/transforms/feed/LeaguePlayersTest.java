package dev.tipoff.transforms.feed;

import static dev.tipoff.transforms.feed.FeedRows.DAY;
import static dev.tipoff.transforms.feed.FeedRows.absent;
import static dev.tipoff.transforms.feed.FeedRows.played;

import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.roster.RosterEntry;
import dev.tipoff.transforms.roster.RosterEntry.Evidence;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class LeaguePlayersTest {
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static RosterListing.Builder listing(String id) {
    return RosterListing.builder()
        .setSource("nbac_roster")
        .setFiledDate(DAY)
        .setPlayerId(id)
        .setPlayerName("Zed Quillfeather")
        .setTeam(TeamCode.BOS)
        .setReceivedTime(Instant.parse(DAY.plusDays(1) + "T23:59:59.999Z"));
  }

  private static RosterEntry entry(String id, Evidence evidence) {
    return RosterEntry.create(PlayerKey.of(id), "Zed Quillfeather", TeamCode.BOS, DAY, evidence);
  }

  @Test
  public void activePlayersOfATeamOnTheLeaguesListsCount() {
    List<RosterListing> listings =
        List.of(
            listing("1").build(),
            listing("2").setActive(true).build(),
            listing("3").setActive(false).build(),
            listing("4").setTeam(null).build(),
            listing("").build(),
            listing("6").setSource("espn_roster").build(),
            listing("7").setReceivedTime(DAY.plusDays(2).firstInstant()).build());
    PAssert.that(
            pipeline
                .apply(Create.of(listings).withType(TypeDescriptor.of(RosterListing.class)))
                .apply(LeaguePlayers.onRosters()))
        .containsInAnyOrder(entry("1", Evidence.ROSTER), entry("2", Evidence.ROSTER));
    pipeline.run();
  }

  @Test
  public void whoeverTheLeaguesBoxScoresNameCounts() {
    List<FeedPlayerGame> lines =
        List.of(
            played("nbac_player_boxscore", "1", "Zed Quillfeather").build(),
            absent("nbac_gamebook_pdf", "2", "Zed Quillfeather").build(),
            absent("nbac_gamebook_pdf", "", "Zed Quillfeather").build(),
            played("bdl_player_box_scores", "4", "Zed Quillfeather").build());
    PAssert.that(
            pipeline
                .apply(Create.of(lines).withType(TypeDescriptor.of(FeedPlayerGame.class)))
                .apply(LeaguePlayers.inBoxScores()))
        .containsInAnyOrder(entry("1", Evidence.BOX_SCORE), entry("2", Evidence.BOX_SCORE));
    pipeline.run();
  }
}
