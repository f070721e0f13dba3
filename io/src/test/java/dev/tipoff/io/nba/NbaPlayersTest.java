package dev.tipoff.io.nba;

import static dev.tipoff.io.nba.NbaBodies.BOSTON;
import static dev.tipoff.io.nba.NbaBodies.listings;
import static dev.tipoff.io.nba.NbaBodies.parse;
import static dev.tipoff.io.nba.NbaBodies.words;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.PlayerMovement;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The NBA's list of players, its teams' pages and its list of transactions. */
public class NbaPlayersTest {
  private static final String ROSTER = "BAD_ENTRY a/body.json#/team/roster/";

  private static String text(PlayerMovement movement) {
    return words(
        movement.getTransactionDate(),
        movement.getTransactionType(),
        movement.getPlayerId(),
        movement.getPlayerName(),
        movement.getTeam(),
        movement.getGroupId());
  }

  @Test
  public void playersWithTheirTeamsAndThoseWithoutOne() {
    for (String order : List.of("player-list.json", "player-list-other-order.json")) {
      ParsedRows parsed = parse(new NbaPlayerIndex(), order);
      assertThat(
          listings(parsed),
          contains(
              "900001 Teodor Łuczak BOS 1 G true",
              "900002 Marcus Bellweather Jr. BOS 2 F true",
              "900077 Quillfeather null null C-F null",
              "900078 Zed Ödegård null null null false"));
      assertThat(failures(parsed), is(empty()));
    }
  }

  @Test
  public void badRowsOfTheListAndHeadersThatAreNewOrGone() {
    ParsedRows bad = parse(new NbaPlayerIndex(), "player-list-bad-entries.json");
    assertThat(listings(bad), contains("900078 Zed Ödegård null null null false"));
    String rows = "BAD_ENTRY a/body.json#/resultSets/0/rowSet/";
    assertThat(
        failures(bad),
        contains(
            rows + "4: expected a row of 9 values, found 2",
            rows + "5: expected a row of 9 values, found 0",
            rows + "0: at /resultSets/0/rowSet/0/TEAM_ABBREVIATION: 'SEA' is not a team",
            rows + "1: at /resultSets/0/rowSet/1/PERSON_ID: expected a text, found NULL null",
            rows + "2: at /resultSets/0/rowSet/2: a player without a name"));
    ParsedRows drift = parse(new NbaPlayerIndex(), "player-list-drift.json");
    assertThat(listings(drift), contains("900001 Teodor Łuczak BOS null G true"));
    assertThat(
        failures(drift),
        contains(
            "SCHEMA_DRIFT a_source /resultSets/PlayerIndex/MOOD: the field is new",
            "SCHEMA_DRIFT a_source /resultSets/PlayerIndex/JERSEY_NUMBER: the field is gone"));
  }

  @Test
  public void aTeamsPageByItsDataAndNotByItsTable() {
    ParsedRows parsed = parse(new NbaRosterPage(), "roster-data.html", BOSTON);
    assertThat(
        parsed.rows(FeedTables.ROSTERS).get(0),
        is(
            RosterListing.builder()
                .setSource("a_source")
                .setFiledDate(SourceBodies.DAY)
                .setPlayerId("900001")
                .setPlayerName("Teodor Łuczak")
                .setTeam(TeamCode.BOS)
                .setJersey("1")
                .setPosition("G")
                .setReceivedTime(SourceBodies.RECEIVED)
                .build()));
    assertThat(
        listings(parsed),
        contains(
            "900001 Teodor Łuczak BOS 1 G null", "900002 Marcus Bellweather Jr. BOS null F null"));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void aTeamsPageByItsTableIfItHasNoData() {
    for (String page : List.of("roster-table.html", "roster-table-only.html")) {
      ParsedRows parsed = parse(new NbaRosterPage(), page, BOSTON);
      assertThat(
          listings(parsed),
          contains(
              "900001 Teodor Łuczak BOS 1 G null",
              " Marcus Bellweather Jr. BOS null F null",
              "900004 Owen Pryce BOS null null null"));
      assertThat(
          failures(parsed), contains("BAD_ENTRY a/body.json#/table/2: a row without a player"));
    }
  }

  @Test
  public void aPageThatIsNoRosterIsABadBody() {
    assertThat(
        failures(parse(new NbaRosterPage(), "roster-neither.html", BOSTON)),
        contains("BAD_BODY a/body.json: the page has no roster, as data or table"));
    assertThat(
        failures(parse(new NbaRosterPage(), "roster-broken-data.html", BOSTON)),
        contains(startsWith("BAD_BODY a/body.json: not JSON at line 1")));
    assertThat(
        failures(parse(new NbaRosterPage(), "roster-data.html", ImmutableMap.of())),
        contains("BAD_BODY a/body.json: the parameter team: 'null' is not a team"));
  }

  @Test
  public void aPlayerOfAnotherTeamOrWithoutANameIsAFailure() {
    ParsedRows parsed = parse(new NbaRosterPage(), "roster-bad-entries.html", BOSTON);
    assertThat(listings(parsed), contains("900001 Teodor Łuczak BOS 1 G null"));
    assertThat(
        failures(parsed),
        contains(
            ROSTER + "0: at /team/roster/0/TeamID: asked for BOS, found another team",
            ROSTER + "1: at /team/roster/1/PLAYER: expected a text, found STRING \"\"",
            "SCHEMA_DRIFT a_source /team/roster/[]/PLAYER_ID: the field is gone",
            ROSTER + "2: at /team/roster/2/PLAYER_ID: expected a text, found nothing",
            ROSTER + "3: at /team/roster/3/NUM: expected a text, found NUMBER 1",
            "SCHEMA_DRIFT a_source /team/roster/[]/SHOE_SIZE: the field is new",
            "SCHEMA_DRIFT a_source /team/roster/[]/TeamID: the field is gone"));
  }

  @Test
  public void theTransactionsOfTheSeasonWithNamesAsTheyAreSpelt() {
    ParsedRows parsed = parse(new NbaPlayerMovements(), "player-movement.json");
    assertThat(
        parsed.rows(FeedTables.MOVEMENTS).stream().map(NbaPlayersTest::text).toList(),
        contains(
            "2030-12-20 Signing 900002 Marcus Bellweather Jr. BOS G 1",
            "2030-07-01 Waive 900001 Teodor Łuczak BOS G 1",
            "2030-11-05 Trade 900021 Jonas Vrančić DEN Trade 3100007",
            "2030-11-05 Trade 900032 ty-mox LAL Trade 3100007"));
    assertThat(
        parsed.rows(FeedTables.MOVEMENTS).get(1),
        is(
            PlayerMovement.builder()
                .setSource("a_source")
                .setFiledDate(SourceBodies.DAY)
                .setTransactionDate(GameDay.parse("2030-07-01"))
                .setTransactionType("Waive")
                .setPlayerId("900001")
                .setPlayerName("Teodor Łuczak")
                .setTeam(TeamCode.BOS)
                .setDescription("Boston Celtics waived guard Teodor Łuczak.")
                .setGroupId("G 1")
                .setReceivedTime(SourceBodies.RECEIVED)
                .build()));
    assertThat(parsed.ignored(), is(Map.of("an earlier season", 1, "no player", 1)));
    assertThat(failures(parsed), is(empty()));
  }

  @Test
  public void badTransactionsAndFieldsThatAreNew() {
    ParsedRows parsed = parse(new NbaPlayerMovements(), "player-movement-bad-entries.json");
    assertThat(
        parsed.rows(FeedTables.MOVEMENTS).stream().map(NbaPlayersTest::text).toList(),
        contains("2030-12-20 Signing 900002 A B BOS G 1"));
    String rows = "BAD_ENTRY a/body.json#/NBA_Player_Movement/rows/";
    String at = ": at /NBA_Player_Movement/rows/";
    assertThat(
        failures(parsed),
        contains(
            rows + "0" + at + "0/TEAM_ID: 1 is no team",
            rows + "1" + at + "1/PLAYER_ID: expected a whole number, found STRING \"900002\"",
            rows + "2" + at + "2/PLAYER_ID: expected a whole number, found NUMBER 900002.5",
            rows + "3" + at + "3/TRANSACTION_DATE: '12/20/2030' is not a date like 2031-01-10",
            "SCHEMA_DRIFT a_source /NBA_Player_Movement/rows/[]/Agent: the field is new"));
  }
}
