package dev.tipoff.io.odds;

import static dev.tipoff.io.sources.SourceBodies.DAY;
import static dev.tipoff.io.sources.SourceBodies.RECEIVED;
import static dev.tipoff.io.sources.SourceFixtures.failures;
import static dev.tipoff.io.sources.SourceFixtures.fixture;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceBodies;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.feed.FeedGameLine;
import dev.tipoff.transforms.feed.GameMarket;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.junit.Test;

/** {@link OddsApiEventOdds} as a parser of bodies. */
public class OddsApiMarketsTest {
  private static ParsedRows parse(String scenario) {
    return ParsedRows.of(new OddsApiEventOdds(), fixture("odds-api/" + scenario));
  }

  private static List<FeedGameLine> lines(ParsedRows parsed) {
    return parsed.rows(FeedTables.GAME_LINES);
  }

  private static FeedGameLine line(
      String book,
      GameMarket market,
      @Nullable Double line,
      int homeOdds,
      int awayOdds,
      String snapshotTime) {
    return FeedGameLine.builder()
        .setSource("a_source")
        .setGameDate(DAY)
        .setEventId("a1000000000000000000000000000001")
        .setHome(TeamCode.BOS)
        .setAway(TeamCode.LAC)
        .setBookmaker(book)
        .setMarket(market)
        .setLine(line)
        .setHomeOdds(AmericanOdds.of(homeOdds))
        .setAwayOdds(AmericanOdds.of(awayOdds))
        .setSnapshotTime(Instant.parse(snapshotTime))
        .setCommenceTime(Instant.parse("2031-01-11T00:30:00Z"))
        .build();
  }

  @Test
  public void pairsTheSidesOfTheGamesMarketsInAnyOrder() {
    ParsedRows parsed = parse("game-lines.json");
    assertThat(
        lines(parsed),
        contains(
            line("alphabook", GameMarket.MONEYLINE, null, -240, 198, "2031-01-10T22:00:10Z"),
            line("alphabook", GameMarket.SPREAD, -6.5, -112, -108, "2031-01-10T22:00:20Z"),
            line("alphabook", GameMarket.TOTAL, 231.5, -105, -115, "2031-01-10T22:00:00Z"),
            line("betterbet", GameMarket.SPREAD, 0.0, -110, -110, RECEIVED.toString())));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.ignored(), is(Map.of("copy of an offer", 1)));
  }

  @Test
  public void readsDecimalPricesAsOfTheEnvelope() {
    ParsedRows parsed = parse("game-lines-decimal-historical.json");
    assertThat(
        lines(parsed),
        contains(
            line("alphabook", GameMarket.MONEYLINE, null, -238, 198, "2031-01-10T21:55:40Z"),
            line("alphabook", GameMarket.TOTAL, 230.0, -110, -110, "2031-01-10T21:55:40Z")));
    assertThat(parsed.failures(), is(empty()));
  }

  @Test
  public void offersThatCannotBePairedAreFailuresAndTheOtherBooksGoOn() {
    ParsedRows parsed = parse("game-lines-bad-offers.json");
    assertThat(
        lines(parsed),
        contains(line("betterbet", GameMarket.TOTAL, 232.5, -110, -110, "2031-01-10T22:00:00Z")));
    String book = "a/body.json#/bookmakers/0/markets/";
    String alone = ": the other side has no usable price";
    String several = ": the book gives 2 lines, of which it can mean only one";
    assertThat(
        failures(parsed),
        containsInAnyOrder(
            "BAD_OFFER "
                + book
                + "0/outcomes/1: at /bookmakers/0/markets/0/outcomes/1/name:"
                + " 'Draw' is not a team",
            "ONE_SIDED_OFFER " + book + "0/outcomes/0" + alone,
            "BAD_OFFER " + book + "1/outcomes/2: MIA does not play in this game",
            "ONE_SIDED_OFFER " + book + "1/outcomes/0" + alone,
            "ONE_SIDED_OFFER " + book + "1/outcomes/1" + alone,
            "BAD_OFFER " + book + "2/outcomes/0" + several,
            "BAD_OFFER " + book + "2/outcomes/1" + several,
            "BAD_OFFER " + book + "2/outcomes/2" + several,
            "BAD_OFFER " + book + "2/outcomes/3" + several,
            "BAD_OFFER " + book + "2/outcomes/4: the point is not a multiple of 0.5: 231.25",
            "BAD_OFFER " + book + "2/outcomes/5: the price is impossible in AMERICAN notation: -50",
            "BAD_OFFER " + book + "2/outcomes/6: the name is neither Over nor Under: Both",
            "BAD_OFFER "
                + book
                + "2/outcomes/7: at /bookmakers/0/markets/2/outcomes/7/point:"
                + " expected a number, found nothing",
            "BAD_OFFER " + book + "2/outcomes/8: the point is no total of a game: 0.0",
            "SCHEMA_DRIFT a_source /bookmakers/[]/markets/[]/outcomes/[]/point: the field is gone",
            "BAD_ENTRY a/body.json#/bookmakers/1/markets/0: at /bookmakers/1/markets/0/outcomes:"
                + " expected an array, found OBJECT {\"name\":\"Boston Celtics\"}",
            "BAD_OFFER a/body.json#/bookmakers/1/markets/2/outcomes/0: the point is no spread of a"
                + " game: -100.0",
            "BAD_OFFER a/body.json#/bookmakers/1/markets/2/outcomes/1: the book gives 2 prices for"
                + " one side of one line, this one -110",
            "BAD_OFFER a/body.json#/bookmakers/1/markets/2/outcomes/2: the book gives 2 prices for"
                + " one side of one line, this one -112",
            "ONE_SIDED_OFFER a/body.json#/bookmakers/1/markets/2/outcomes/3" + alone,
            "SCHEMA_DRIFT a_source /bookmakers/[]/key: the field is gone",
            "SCHEMA_DRIFT a_source /bookmakers/[]/markets: the field is gone",
            "BAD_ENTRY a/body.json#/bookmakers/2: at /bookmakers/2/markets: expected an array,"
                + " found nothing"));
  }

  @Test
  public void readsPropsAndGameLinesOfOneBodyAndNamesTheMarketsItIgnores() {
    ParsedRows parsed = parse("props-and-game-lines.json");
    assertThat(
        parsed.rows(Tables.ODDS_API_PLAYER_PROPS),
        contains(
            RawPropLine.builder()
                .setSource("oddsapi")
                .setGameDate(DAY)
                .setEventId("a1000000000000000000000000000001")
                .setHome(TeamCode.BOS)
                .setAway(TeamCode.LAC)
                .setBookmaker("alphabook")
                .setMarket(Market.POINTS)
                .setPlayerName("Zed Quillfeather Jr.")
                .setPlayer(null)
                .setLine(Line.of(22.5))
                .setOverOdds(AmericanOdds.of(-115))
                .setUnderOdds(AmericanOdds.of(-105))
                .setMain(null)
                .setSnapshotTime(RECEIVED)
                .setCommenceTime(Instant.parse("2031-01-11T00:30:00Z"))
                .build()));
    assertThat(
        lines(parsed),
        contains(line("alphabook", GameMarket.TOTAL, 231.5, -110, -110, "2031-01-10T22:00:00Z")));
    assertThat(
        failures(parsed),
        contains(
            "ONE_SIDED_OFFER a/body.json#/bookmakers/0/markets/0/outcomes/3: the other side has no"
                + " usable price"));
    assertThat(parsed.ignored(), is(Map.of("market player_threes", 2, "copy of an offer", 1)));
  }

  @Test
  public void asAParserItReadsTheSamePropsAsByItself() {
    for (String scenario :
        List.of(
            "american-and-decimal-books.json",
            "american-four-books-with-alternates.json",
            "decimal-historical-envelope.json",
            "decimal-price-one.json",
            "line-zero.json",
            "list-of-one-event.json",
            "neither-over-nor-under.json",
            "no-bookmakers.json",
            "one-sided-book.json",
            "price-as-text.json",
            "two-prices-for-one-side.json")) {
      ParsedRows parsed = parse(scenario);
      OddsApiEventOdds.Parsed alone = OddsApiEventOdds.parse("b", Bodies.read(scenario), DAY);
      assertThat(scenario, parsed.rows(Tables.ODDS_API_PLAYER_PROPS), is(alone.lines()));
      assertThat(
          scenario,
          parsed.failures().stream()
              .filter(failure -> !failure.getCode().name().equals("SCHEMA_DRIFT"))
              .map(failure -> failure.getCode() + failure.getMessage() + failure.getPayload())
              .toList(),
          is(
              alone.failures().stream()
                  .map(failure -> failure.getCode() + failure.getMessage() + failure.getPayload())
                  .toList()));
    }
  }

  @Test
  public void aBodyOfAnotherDayOrOfAnotherCompetitionHasNoRows() {
    ParsedRows wrong = parse("wrong-slate.json");
    assertThat(wrong.tables(), is(empty()));
    assertThat(
        failures(wrong),
        contains(
            containsString(
                "WRONG_SLATE a/body.json: the game commences at 2031-01-12T00:30:00.000Z, on"
                    + " 2031-01-11, but is filed under 2031-01-10")));
    String preseason =
        Bodies.read("game-lines.json")
            .replace("\"basketball_nba\"", "\"basketball_nba_preseason\"");
    ParsedRows ignored = ParsedRows.of(new OddsApiEventOdds(), SourceBodies.of(preseason));
    assertThat(ignored.tables(), is(empty()));
    assertThat(ignored.failures(), is(empty()));
    assertThat(ignored.ignored(), is(Map.of("sport basketball_nba_preseason", 1)));
  }

  @Test
  public void anErrorIsABadBodyAndAnEmptyListIsFine() {
    assertThat(
        failures(parse("error-quota.json")),
        contains(
            "BAD_BODY a/body.json: an error of the source: OUT_OF_USAGE_CREDITS: Usage quota has"
                + " been reached."));
    assertThat(
        failures(parse("events-instead-of-odds.json")),
        contains("BAD_BODY a/body.json: at /data: a list of 2, not of one event"));
    for (String none : List.of("[]", "{\"timestamp\":\"2031-01-10T21:55:40Z\",\"data\":[]}")) {
      ParsedRows parsed = ParsedRows.of(new OddsApiEventOdds(), SourceBodies.of(none));
      assertThat(parsed.tables(), is(empty()));
      assertThat(parsed.failures(), is(empty()));
    }
  }
}
