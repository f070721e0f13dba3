package dev.tipoff.io.balldontlie;

import static dev.tipoff.io.balldontlie.BdlRows.parse;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.feed.Standing;
import dev.tipoff.transforms.model.TeamCode;
import org.junit.Test;

/** {@link BdlActivePlayers}, {@link BdlInjuries} and {@link BdlStandings}. */
public class BdlListsTest {
  @Test
  public void activePlayersWithTheirTeamsIfTheyHaveOne() {
    ParsedRows parsed = parse(new BdlActivePlayers(), "active-players");
    RosterListing zed =
        RosterListing.builder()
            .setSource("a_source")
            .setFiledDate(SourceBodies.DAY)
            .setPlayerId("501")
            .setPlayerName("Zed Quillfeather Jr.")
            .setTeam(TeamCode.BOS)
            .setJersey("7")
            .setPosition("G")
            .setActive(true)
            .setReceivedTime(SourceBodies.RECEIVED)
            .build();
    assertThat(parsed.rows(FeedTables.ROSTERS).get(0), is(zed));
    assertThat(
        parsed.rows(FeedTables.ROSTERS).stream()
            .map(each -> each.getPlayerId() + " " + each.getTeam() + " " + each.getJersey())
            .toList(),
        contains("501 BOS 7", "502 null null", "506 UTA 7"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void playersThatCannotBeReadAreFailures() {
    ParsedRows parsed = parse(new BdlActivePlayers(), "active-players-with-bad-entries");
    assertThat(
        parsed.rows(FeedTables.ROSTERS).stream().map(RosterListing::getPlayerName).toList(),
        contains("Ørjan Tømmer"));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "SCHEMA_DRIFT a_source /data/[]/first_name: the field is gone",
            "SCHEMA_DRIFT a_source /data/[]/last_name: the field is gone",
            "BAD_ENTRY a/body.json#/data/0: at /data/0: a player without a name",
            "BAD_ENTRY a/body.json#/data/1: at /data/1/team/abbreviation: 'SEA' is not a team",
            "BAD_ENTRY a/body.json#/data/2: at /data/2/id: expected a text, found NUMBER 5.5",
            "SCHEMA_DRIFT a_source /data/[]/agent: the field is new"));
  }

  @Test
  public void injuriesAreAsOfWhenTheyWereReceived() {
    ParsedRows parsed = parse(new BdlInjuries(), "injuries");
    InjuryListing zed =
        InjuryListing.builder()
            .setSource("a_source")
            .setFiledDate(SourceBodies.DAY)
            .setGameDate(SourceBodies.DAY)
            .setReportTime(SourceBodies.RECEIVED)
            .setTeam(TeamCode.BOS)
            .setPlayerId("501")
            .setPlayerName("Zed Quillfeather Jr.")
            .setStatus(InjuryStatus.OUT)
            .setStatusText("Out")
            .setReason("Jan 9: Left ankle sprain.")
            .setReturnText("Jan 14")
            .setReceivedTime(SourceBodies.RECEIVED)
            .build();
    assertThat(parsed.rows(FeedTables.INJURIES).get(0), is(zed));
    assertThat(
        parsed.rows(FeedTables.INJURIES).stream()
            .map(
                each ->
                    String.join(
                        " ",
                        String.valueOf(each.getTeam()),
                        each.getStatus().name(),
                        String.valueOf(each.getReturnText()),
                        String.valueOf(each.getReason().length())))
            .toList(),
        contains(
            "BOS OUT Jan 14 25",
            "MIA DAY_TO_DAY null 0",
            "null QUESTIONABLE Jan 14 25",
            "MIA DOUBTFUL Jan 14 25",
            "MIA PROBABLE Jan 14 25",
            "MIA AVAILABLE Jan 14 25",
            "MIA OUT Jan 14 25"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void injuriesThatCannotBeReadAreFailures() {
    ParsedRows parsed = parse(new BdlInjuries(), "injuries-with-bad-entries");
    assertThat(
        parsed.rows(FeedTables.INJURIES).stream().map(InjuryListing::getReturnText).toList(),
        contains((String) null));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "BAD_ENTRY a/body.json#/data/0: at /data/0/status: 'Gone fishing' is no status of an"
                + " injury",
            "BAD_ENTRY a/body.json#/data/1: at /data/1/player/team_id: no team has the id 0",
            "BAD_ENTRY a/body.json#/data/2: at /data/2/status: expected a text, found NULL null",
            "SCHEMA_DRIFT a_source /data/[]/player: the field is gone",
            "BAD_ENTRY a/body.json#/data/3: at /data/3/player: expected an object, found nothing",
            "BAD_ENTRY a/body.json#/data/4: at /data/4/description: expected a text, found NUMBER"
                + " 7",
            "SCHEMA_DRIFT a_source /data/[]/side: the field is new",
            "SCHEMA_DRIFT a_source /data/[]/return_date: the field is gone"));
  }

  @Test
  public void standingsWithRecordsAtHomeAndAway() {
    ParsedRows parsed = parse(new BdlStandings(), "standings");
    Standing.Builder boston =
        Standing.builder()
            .setSource("a_source")
            .setFiledDate(SourceBodies.DAY)
            .setSeason("2030-31")
            .setTeam(TeamCode.BOS)
            .setConference("East")
            .setConferenceRank(1)
            .setWins(30)
            .setLosses(10)
            .setHomeWins(18)
            .setHomeLosses(4)
            .setRoadWins(12)
            .setRoadLosses(6)
            .setReceivedTime(SourceBodies.RECEIVED);
    assertThat(
        parsed.rows(FeedTables.STANDINGS),
        contains(
            boston.build(),
            boston
                .setTeam(TeamCode.LAL)
                .setConference("West")
                .setConferenceRank(null)
                .setWins(24)
                .setLosses(16)
                .setHomeWins(null)
                .setHomeLosses(null)
                .setRoadWins(null)
                .setRoadLosses(null)
                .build()));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void standingsThatCannotBeReadAreFailures() {
    ParsedRows parsed = parse(new BdlStandings(), "standings-with-bad-entries");
    assertThat(
        parsed.rows(FeedTables.STANDINGS).stream().map(Standing::getTeam).toList(),
        contains(TeamCode.MIA));
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "BAD_ENTRY a/body.json#/data/0: at /data/0/wins: expected a whole number, found STRING"
                + " \"30\"",
            "BAD_ENTRY a/body.json#/data/1: at /data/1/home_record: '18 of 22' is no record like"
                + " 20-6",
            "BAD_ENTRY a/body.json#/data/2: at /data/2/season: 30 is no season",
            "BAD_ENTRY a/body.json#/data/3: at /data/3/team/abbreviation: 'SEA' is not a team",
            "SCHEMA_DRIFT a_source /data/[]/losses: the field is gone",
            "BAD_ENTRY a/body.json#/data/4: at /data/4/losses: expected a whole number, found"
                + " nothing",
            "SCHEMA_DRIFT a_source /data/[]/team/conference: the field is gone",
            "BAD_ENTRY a/body.json#/data/5: at /data/5/team/conference: expected a text, found"
                + " nothing",
            "SCHEMA_DRIFT a_source /data/[]/streak: the field is new"));
  }
}
