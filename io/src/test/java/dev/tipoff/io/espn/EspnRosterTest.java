package dev.tipoff.io.espn;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.InjuryListing;
import dev.tipoff.transforms.feed.InjuryStatus;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.TeamCode;
import java.util.Locale;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link EspnRoster}. */
public class EspnRosterTest {
  private static ParsedRows parse(String file, String team) {
    return ParsedRows.of(new EspnRoster(), fixture(file, ImmutableMap.of("team", team)));
  }

  @Test
  public void theLeaguesNight() {
    ParsedRows parsed = parse("league/__files/espn-api/roster-bos.json", "BOS");
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.rows(FeedTables.ROSTERS), hasSize(6));
    assertThat(
        parsed.rows(FeedTables.ROSTERS).get(2),
        is(
            RosterListing.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setPlayerId("9900003")
                .setPlayerName("Ivo Đorđević")
                .setTeam(TeamCode.BOS)
                .setJersey("3")
                .setPosition("C")
                .setActive(true)
                .setReceivedTime(RECEIVED)
                .build()));
    assertThat(
        parsed.rows(FeedTables.INJURIES),
        contains(
            InjuryListing.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setGameDate(DAY)
                .setReportTime(Instant.parse("2031-01-09T18:05:00Z"))
                .setTeam(TeamCode.BOS)
                .setPlayerId("9900003")
                .setPlayerName("Ivo Đorđević")
                .setStatus(InjuryStatus.OUT)
                .setStatusText("Out")
                .setReason("Left Ankle, Sprain")
                .setReturnText("2031-01-20")
                .setReceivedTime(RECEIVED)
                .build()));
    for (String team : new String[] {"MIA", "DEN", "LAL"}) {
      ParsedRows other =
          parse("league/__files/espn-api/roster-" + team.toLowerCase(Locale.ROOT) + ".json", team);
      assertThat(failures(other), is(empty()));
      assertThat(other.rows(FeedTables.ROSTERS), hasSize(5));
    }
  }

  @Test
  public void injuriesOfAllKindsAndAPlayerOfWhomLittleIsSaid() {
    ParsedRows parsed = parse("espn/roster-with-injuries-of-all-kinds.json", "NOP");
    assertThat(failures(parsed), is(empty()));
    assertThat(
        parsed.rows(FeedTables.INJURIES).stream()
            .map(row -> row.getStatus() + " " + row.getReason() + " " + row.getReturnText())
            .toList(),
        contains(
            "OUT Knee null",
            "DAY_TO_DAY Left Ankle, Sprain 2031-01-12",
            "QUESTIONABLE He is hurt. null",
            "DOUBTFUL He is hurt. null",
            "PROBABLE Illness null",
            "OUT He is hurt. null",
            "AVAILABLE He is hurt. null"));
    RosterListing marcus = parsed.rows(FeedTables.ROSTERS).get(1);
    assertThat(marcus.getTeam(), is(TeamCode.NOP));
    assertThat(marcus.getActive(), is(false));
    assertThat(marcus.getJersey(), is(nullValue()));
    assertThat(marcus.getPosition(), is(nullValue()));
  }

  @Test
  public void aBadInjuryDoesNotTakeItsPlayerOffTheRoster() {
    ParsedRows parsed = parse("espn/roster-with-bad-entries.json", "BOS");
    assertThat(
        parsed.rows(FeedTables.ROSTERS).stream().map(RosterListing::getPlayerName).toList(),
        contains("Ivo Đorđević", "Kit Harrow"));
    assertThat(parsed.rows(FeedTables.INJURIES), hasSize(1));
    String player = "/team/athletes/";
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "BAD_ENTRY a/body.json#"
                + player
                + "0/injuries/0: at "
                + player
                + "0/injuries/0/status:"
                + " 'Maybe' is none of [Out, Suspension, Doubtful, Questionable, Probable, Active,"
                + " Day-To-Day]",
            "BAD_ENTRY a/body.json#"
                + player
                + "0/injuries/1: at "
                + player
                + "0/injuries/1/date:"
                + " 'yesterday' is not a time like 2031-01-11T00:30:00Z",
            "SCHEMA_DRIFT a_source " + player + "[]/injuries/[]/mood: the field is new",
            "SCHEMA_DRIFT a_source " + player + "[]/aura: the field is new",
            "SCHEMA_DRIFT a_source " + player + "[]/fullName: the field is gone",
            "SCHEMA_DRIFT a_source " + player + "[]/injuries: the field is gone",
            "BAD_ENTRY a/body.json#"
                + player
                + "1: at "
                + player
                + "1/fullName: expected a text,"
                + " found nothing"));
  }

  @Test
  public void aRosterOfAnotherTeamAndAnErrorAreRefused() {
    assertThat(
        failures(parse("league/__files/espn-api/roster-bos.json", "MIA")),
        contains("BAD_BODY a/body.json: the roster is of BOS, but MIA was asked for"));
    assertThat(
        failures(parse("espn/error.json", "BOS")),
        contains("BAD_BODY a/body.json: an error of the source: Failed to get events endpoint."));
  }
}
