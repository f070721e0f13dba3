package dev.tipoff.io.bettingpros;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link BettingProsOffers}. */
public class BettingProsOffersTest {
  private static final ImmutableMap<String, String> GAME =
      ImmutableMap.of(
          "event_id", "50511", "home", "BOS", "away", "MIA", "tip_time", "2031-01-11T00:30:00Z");

  private static ParsedRows parse(String scenario, ImmutableMap<String, String> parameters) {
    return ParsedRows.of(new BettingProsOffers(), fixture("bettingpros/" + scenario, parameters));
  }

  private static List<String> lines(ParsedRows parsed) {
    return parsed.rows(FeedTables.BETTINGPROS_PLAYER_PROPS).stream()
        .map(
            line ->
                String.join(
                    " ",
                    line.getBookmaker(),
                    line.getMarket().name(),
                    line.getPlayerName(),
                    line.getLine().toString(),
                    line.getOverOdds().toString(),
                    line.getUnderOdds().toString(),
                    String.valueOf(line.getMain()),
                    line.getSnapshotTime().toString()))
        .toList();
  }

  @Test
  public void theLinesThatBooksHaveNow() {
    ParsedRows parsed = parse("offers.json", GAME);
    assertThat(
        lines(parsed),
        contains(
            "draftkings POINTS Teodor Łuczak 24.5 -115 -105 true 2031-01-10T20:44:00.000Z",
            "draftkings POINTS Teodor Łuczak 29.5 +210 -260 false 2031-01-10T20:31:07.000Z",
            "williamhill_us POINTS Teodor Łuczak 25.5 +100 -120 null 2031-01-11T09:00:00.000Z",
            "betmgm PRA Marcus Bellweather Jr. 33.5 -110 -110 null 2031-01-11T09:00:00.000Z"));
    assertThat(
        parsed.rows(FeedTables.BETTINGPROS_PLAYER_PROPS).get(0),
        is(
            RawPropLine.builder()
                .setSource("bettingpros")
                .setGameDate(DAY)
                .setEventId("50511")
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.MIA)
                .setBookmaker("draftkings")
                .setMarket(Market.POINTS)
                .setPlayerName("Teodor Łuczak")
                .setPlayer(null)
                .setLine(Line.of(24.5))
                .setOverOdds(AmericanOdds.of(-115))
                .setUnderOdds(AmericanOdds.of(-105))
                .setMain(true)
                .setSnapshotTime(Instant.parse("2031-01-10T20:44:00Z"))
                .setCommenceTime(Instant.parse("2031-01-11T00:30:00Z"))
                .build()));
    assertThat(parsed.failures(), is(empty()));
    assertThat(
        parsed.ignored(),
        is(Map.of("consensus of books", 1, "book 37", 1, "line that is off", 3, "market 162", 1)));
  }

  @Test
  public void aTipThatNobodyKnowsIsAbsent() {
    ParsedRows parsed =
        parse("offers.json", ImmutableMap.of("event_id", "50511", "home", "BOS", "away", "MIA"));
    assertThat(
        parsed.rows(FeedTables.BETTINGPROS_PLAYER_PROPS).get(0).getCommenceTime() == null,
        is(true));
  }

  @Test
  public void whatIsNoOfferIsAFailureAndTheOthersGoOn() {
    ParsedRows parsed = parse("offers-with-bad-lines.json", GAME);
    assertThat(
        lines(parsed),
        contains("betmgm REBOUNDS Ivo Đorđević 10.5 -120 +100 null 2031-01-11T09:00:00.000Z"));
    String over = "a/body.json#/offers/0/selections/0/books/";
    String at = "at /offers/0/selections/0/books/1/lines/";
    assertThat(
        failures(parsed),
        contains(
            "BAD_ENTRY "
                + over
                + "1/lines/0: "
                + at
                + "0/line: 10.25 is not a line (a positive multiple of 0.5, below 200)",
            "BAD_ENTRY " + over + "1/lines/1: " + at + "1/cost: no price in American odds",
            "BAD_ENTRY "
                + over
                + "1/lines/2: "
                + at
                + "2/updated: no time like 2031-01-11 00:30:00",
            "ONE_SIDED_OFFER " + over + "0/lines/0: the other side has no usable price",
            "ONE_SIDED_OFFER a/body.json#/offers/0/selections/1/books/0/lines/0: the other side"
                + " has no usable price",
            "BAD_ENTRY a/body.json#/offers/1: at /offers/1/event_id: of event 50512, asked for"
                + " 50511",
            "BAD_ENTRY a/body.json#/offers/2: at /offers/2/participants: 0, not one player",
            "SCHEMA_DRIFT a_source /offers/[]/odds_boost: the field is new",
            "BAD_ENTRY a/body.json#/offers/3/selections/0: at /offers/3/selections/0/selection:"
                + " neither over nor under: yes"));
  }

  @Test
  public void withoutAGameThatWasAskedForNothingIsRead() {
    assertThat(
        failures(parse("offers.json", ImmutableMap.of("event_id", "50511"))),
        contains("BAD_BODY a/body.json: the call has no parameter home"));
    assertThat(
        failures(
            parse(
                "offers.json",
                ImmutableMap.of("event_id", "1", "home", "BOS", "away", "Isotopes"))),
        contains("BAD_BODY a/body.json: the parameters of the call: 'Isotopes' is not a team"));
    assertThat(
        failures(parse("forbidden.json", GAME)),
        contains("BAD_BODY a/body.json: an error of the source: Forbidden"));
  }

  @Test
  public void theQueryAsksForTheMarketsThatAreRead() {
    assertThat(BettingProsOffers.MARKET_IDS, is("156:157:151:338"));
  }
}
