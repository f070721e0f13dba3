package dev.tipoff.io.odds;

import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.sample;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyParser;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.io.sources.SourceFixtures;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.feed.FeedGame;
import dev.tipoff.transforms.feed.FeedGameLine;
import dev.tipoff.transforms.feed.GameStatus;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/**
 * Bodies captured from the source; they are not part of the repository. The figures were counted in
 * the bodies with another program.
 */
public class OddsApiFeedSamplesTest {
  @Before
  public void findSamples() {
    assumeTrue("no captured bodies here", SourceFixtures.hasSamples());
  }

  private static ParsedRows parse(BodyParser parser, String file, String day) {
    return ParsedRows.of(parser, sample(file, day));
  }

  private static String text(FeedGameLine line) {
    return String.join(
        " ",
        line.getBookmaker(),
        line.getMarket().name(),
        String.valueOf(line.getLine()),
        line.getHomeOdds().toString(),
        line.getAwayOdds().toString(),
        line.getSnapshotTime().toString());
  }

  @Test
  public void pointsPropsPairButThoseOfABookWithTwoPricesForEachSide() {
    ParsedRows parsed =
        parse(new OddsApiEventOdds(), "odds_api_event_odds_player_points.json", "2024-02-22");
    List<RawPropLine> lines = parsed.rows(Tables.ODDS_API_PLAYER_PROPS);
    // 572 outcomes: 258 pairs, and 14 players of Caesars with two prices for each side.
    assertThat(
        lines.stream().collect(groupingBy(RawPropLine::getBookmaker, counting())),
        is(
            Map.of(
                "unibet_us", 76L,
                "betrivers", 76L,
                "betmgm", 18L,
                "pointsbetus", 17L,
                "draftkings", 16L,
                "fanduel", 15L,
                "bovada", 15L,
                "betonlineag", 13L,
                "mybookieag", 12L)));
    assertThat(parsed.failures(), hasSize(56));
    assertThat(
        failures(parsed),
        everyItem(
            startsWith(
                "BAD_OFFER odds_api_event_odds_player_points.json#/bookmakers/4/markets/0/")));
    assertThat(parsed.ignored().keySet(), is(empty()));
    assertThat(
        lines.stream()
            .map(
                line ->
                    String.join(
                        " ",
                        line.getBookmaker(),
                        line.getPlayerName(),
                        line.getLine().toString(),
                        line.getOverOdds().toString(),
                        line.getUnderOdds().toString(),
                        line.getSnapshotTime().toString()))
            .toList(),
        hasItem("draftkings Ben Simmons 7.5 +110 -140 2024-02-23T00:06:54.000Z"));
  }

  @Test
  public void historicalMoneylines() {
    ParsedRows parsed =
        parse(new OddsApiEventOdds(), "odds_api_historical_event_odds_h2h.json", "2024-01-24");
    assertThat(
        parsed.rows(FeedTables.GAME_LINES).stream().map(OddsApiFeedSamplesTest::text).toList(),
        contains(
            "draftkings MONEYLINE null -312 +230 2024-01-25T03:55:22.000Z",
            "fanduel MONEYLINE null -385 +280 2024-01-25T03:55:01.000Z"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void historicalSpreadsAndTotals() {
    ParsedRows parsed =
        parse(
            new OddsApiEventOdds(),
            "odds_api_historical_event_odds_spreads_totals.json",
            "2024-01-24");
    assertThat(
        parsed.rows(FeedTables.GAME_LINES).stream().map(OddsApiFeedSamplesTest::text).toList(),
        contains(
            "draftkings SPREAD -6.5 -120 -110 2024-01-25T03:55:22.000Z",
            "draftkings TOTAL 248.5 -115 -115 2024-01-25T03:55:22.000Z",
            "fanduel SPREAD -7.5 -114 -114 2024-01-25T03:55:01.000Z",
            "fanduel TOTAL 247.5 -115 -114 2024-01-25T03:55:01.000Z"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void historicalEvents() {
    ParsedRows parsed = parse(new OddsApiEvents(), "odds_api_historical_events.json", "2024-01-24");
    List<FeedGame> games = parsed.rows(FeedTables.GAMES);
    assertThat(
        games.stream()
            .collect(groupingBy(game -> game.getGameDate() + " " + game.getStatus(), counting())),
        is(Map.of("2024-01-24 LIVE", 3L, "2024-01-25 SCHEDULED", 7L)));
    assertThat(
        games.get(0).getAway() + "@" + games.get(0).getHome() + " " + games.get(0).getTipTime(),
        is("PHX@DAL 2024-01-25T01:40:00.000Z"));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void scores() {
    ParsedRows parsed = parse(new OddsApiScores(), "odds_api_scores.json", "2024-02-22");
    List<FeedGame> games = parsed.rows(FeedTables.GAMES);
    assertThat(
        games.stream().collect(groupingBy(game -> game.getGameDate().toString(), counting())),
        is(Map.of("2024-02-22", 12L, "2024-02-23", 9L)));
    for (FeedGame game : games) {
      assertThat(game.getStatus(), is(GameStatus.SCHEDULED));
      assertThat(game.getHomePoints() == null && game.getAwayPoints() == null, is(true));
    }
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void errorsAreBadBodiesInTheSourcesWords() throws BadBodyException {
    int read = 0;
    for (JsonNode error :
        JsonBody.object(sample("odds_api_errors.json", "2024-02-22")).array("errors")) {
      JsonNode body = error.path("body");
      for (BodyParser parser :
          List.of(
              new OddsApiEvents(),
              new OddsApiScores(),
              new OddsApiPlayers(),
              new OddsApiEventOdds())) {
        assertThat(
            failures(ParsedRows.of(parser, SourceBodies.of(body.toString()))),
            contains(
                containsString("an error of the source: " + body.path("error_code").asText())));
      }
      read++;
    }
    assertThat(read, is(7));
  }
}
