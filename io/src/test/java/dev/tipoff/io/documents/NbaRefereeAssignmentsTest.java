package dev.tipoff.io.documents;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RefereeAssignment;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** {@link NbaRefereeAssignments}. */
public class NbaRefereeAssignmentsTest {
  private static final RefereeAssignment ADA =
      RefereeAssignment.builder()
          .setSource("a_source")
          .setFiledDate(DAY)
          .setGameDate(DAY)
          .setEventId("0023000511")
          .setGameId("0023000511")
          .setHome(TeamCode.BOS)
          .setAway(TeamCode.MIA)
          .setOfficialId("900181")
          .setOfficialName("Ada Brightwater")
          .setRole("Crew Chief")
          .setReceivedTime(RECEIVED)
          .build();

  private static ParsedRows parse(String file) {
    return ParsedRows.of(new NbaRefereeAssignments(), fixture(file));
  }

  private static List<String> texts(ParsedRows parsed) {
    return parsed.rows(FeedTables.REFEREES).stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.getEventId(),
                    row.getOfficialId(),
                    row.getOfficialName(),
                    row.getRole()))
        .toList();
  }

  @Test
  public void theLeaguesNight() {
    ParsedRows parsed = parse("league/__files/nba-official/officials-2031-01-10.json");
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.rows(FeedTables.REFEREES), hasSize(6));
    assertThat(parsed.rows(FeedTables.REFEREES).get(0), is(ADA));
    assertThat(texts(parsed).get(5), is("0023000512 900186 Pat O'Dell Umpire"));
  }

  @Test
  public void placesMayBeFourOrNone() {
    ParsedRows parsed = parse("nba-official/four-places-and-none.json");
    assertThat(
        texts(parsed),
        contains(
            "0023000511 900181 Ada Brightwater Crew Chief",
            "0023000511 900182 Tomas Quill Referee",
            "0023000511 900183 Noor Haddad Umpire",
            "0023000511 900187 Vera Lind Alternate"));
    assertThat(failures(parsed), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("game without officials yet", 1)));
  }

  @Test
  public void gamesThatCannotBeReadAreFailuresAndTheOthersGoOn() {
    ParsedRows parsed = parse("nba-official/with-bad-entries.json");
    assertThat(texts(parsed), contains("0023000512  Wes Ferncliff Crew Chief"));
    String rows = "/nba/Table/rows/";
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#"
                + rows
                + "0: at "
                + rows
                + "0/home_team_abbr: 'SPR' is not a"
                + " team",
            "BAD_ENTRY a/body.json#"
                + rows
                + "1: at "
                + rows
                + "1/game_date: '2031-01-10' is no"
                + " date like 01/10/2031",
            "SCHEMA_DRIFT a_source /nba/Table/rows/[]/game_id: the field is gone",
            "BAD_ENTRY a/body.json#"
                + rows
                + "2: at "
                + rows
                + "2/game_id: expected a text, found"
                + " nothing",
            "SCHEMA_DRIFT a_source /nba/Table/rows/[]/tv: the field is new",
            "BAD_ENTRY a/body.json#"
                + rows
                + "3: at "
                + rows
                + "3/official2: expected a text,"
                + " found NUMBER 7"));
  }

  @Test
  public void aDayWithoutGamesHasNoRowsAndAnErrorIsABadBody() {
    ParsedRows none = parse("nba-official/no-games.json");
    assertThat(none.tables(), is(empty()));
    assertThat(none.failures(), is(empty()));
    assertThat(
        failures(parse("nba-official/error.json")),
        contains("BAD_BODY a/body.json: an error of the source: No route was found"));
    assertThat(
        failures(
            ParsedRows.of(
                new NbaRefereeAssignments(), SourceBodies.of("{\"nba\":{\"Table\":[]}}"))),
        contains(containsString("at /nba/Table: expected an object, found ARRAY []")));
  }
}
