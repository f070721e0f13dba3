package dev.tipoff.io.basketballreference;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.feed.RosterListing;
import dev.tipoff.transforms.model.TeamCode;
import java.util.List;
import org.junit.Test;

/** {@link SeasonRoster}. */
public class SeasonRosterTest {
  private static ParsedRows parse(String scenario, String team) {
    return ParsedRows.of(
        new SeasonRoster(),
        fixture("basketball-reference/" + scenario, ImmutableMap.of("team", team)));
  }

  private static List<String> players(ParsedRows parsed) {
    return parsed.rows(FeedTables.ROSTERS).stream()
        .map(player -> player.getPlayerId() + " " + player.getPlayerName())
        .toList();
  }

  @Test
  public void everybodyOfTheTable() {
    ParsedRows parsed = parse("roster.html", "BOS");
    assertThat(
        players(parsed),
        contains(
            "luczate01 Teodor Łuczak",
            "bellwma01 Marcus Bellweather Jr.",
            "dordeiv01 Ivo Đorđević",
            "pryceow01 Owen Pryce",
            "harroki01 Kit Harrow"));
    assertThat(
        parsed.rows(FeedTables.ROSTERS).get(4),
        is(
            RosterListing.builder()
                .setSource("a_source")
                .setFiledDate(DAY)
                .setPlayerId("harroki01")
                .setPlayerName("Kit Harrow")
                .setTeam(TeamCode.BOS)
                .setJersey("5")
                .setPosition("SF")
                .setReceivedTime(RECEIVED)
                .build()));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void aTableInAComment() {
    ParsedRows parsed = parse("roster-in-a-comment.html", "MIA");
    assertThat(
        players(parsed),
        contains(
            "lindqso01 Søren Lindqvist",
            "okonjda01 Dante Okonjo",
            "weissra01 Rafael Weißmann",
            "pradolu01 Luis Prado",
            "achteno01 Noel Achterberg"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void aRowThatCannotBeReadIsAFailureAndAHeadingIsNone() {
    ParsedRows parsed = parse("roster-with-bad-rows.html", "Boston Celtics");
    assertThat(players(parsed), contains("pryceow01 Owen Pryce"));
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY a/body.json#/roster/1: at /roster/1: expected a player with a name and a"
                + " page of his own",
            "BAD_ENTRY a/body.json#/roster/2: at /roster/2: expected a player with a name and a"
                + " page of his own",
            "SCHEMA_DRIFT a_source /roster/[]/shoe_size: the column is new",
            "SCHEMA_DRIFT a_source /roster/[]/pos: the column is gone"));
  }

  @Test
  public void aPageWithoutARosterIsABadBody() {
    assertThat(
        failures(parse("rate-limited.html", "BOS")),
        contains(
            "BAD_BODY a/body.json: the page 'Rate Limited Request (429 error)' has no table of a"
                + " roster"));
    assertThat(
        failures(parse("roster.html", "Isotopes")),
        contains("BAD_BODY a/body.json: the parameter team: 'Isotopes' is not a team"));
  }
}
