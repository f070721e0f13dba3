package dev.tipoff.io.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.io.odds.OddsApiEventOdds.Parsed;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Line;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.util.List;
import org.hamcrest.Matcher;
import org.joda.time.Instant;
import org.junit.Test;

public class OddsApiEventOddsTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final RawPropLine ZED =
      RawPropLine.builder()
          .setSource("oddsapi")
          .setGameDate(DAY)
          .setEventId("9f0c2b6d5e3a4c718b90aa11bb22cc33")
          .setHome(TeamCode.BOS)
          .setAway(TeamCode.LAC)
          .setBookmaker("alphabook")
          .setMarket(Market.POINTS)
          .setPlayerName("Zed Quillfeather Jr.")
          .setPlayer(null)
          .setLine(Line.of(22.5))
          .setOverOdds(AmericanOdds.of(-110))
          .setUnderOdds(AmericanOdds.of(-110))
          .setMain(null)
          .setSnapshotTime(Instant.parse("2031-01-10T22:00:00Z"))
          .setCommenceTime(Instant.parse("2031-01-11T00:30:00Z"))
          .build();

  private static Parsed parse(String scenario) {
    return OddsApiEventOdds.parse(scenario, Bodies.read(scenario), DAY);
  }

  private static List<String> offers(Parsed parsed) {
    return parsed.lines().stream()
        .map(
            line ->
                String.join(
                    " ",
                    line.getBookmaker(),
                    line.getMarket().id(),
                    line.getLine().toString(),
                    line.getOverOdds().toString(),
                    line.getUnderOdds().toString()))
        .toList();
  }

  private static List<FailureCode> codes(Parsed parsed) {
    return parsed.failures().stream().map(Failure::getCode).toList();
  }

  private static void assertBad(
      FailureCode code, String scenario, String body, Matcher<String> message) {
    Parsed parsed = OddsApiEventOdds.parse(scenario, body, DAY);
    assertThat(scenario, parsed.lines(), is(empty()));
    assertThat(scenario, codes(parsed), contains(code));
    Failure failure = parsed.failures().get(0);
    assertThat(failure.getMessage(), message);
    assertThat(failure.getFailureKey(), startsWith(scenario));
    assertThat(failure.getGameDate(), is(DAY));
  }

  private static void assertBadBody(String scenario, String message) {
    assertBad(FailureCode.BAD_BODY, scenario, Bodies.read(scenario), containsString(message));
  }

  @Test
  public void readsFourBooksWithAlternatesAndFourMarkets() {
    Parsed parsed = parse("american-four-books-with-alternates.json");
    assertThat(parsed.failures(), is(empty()));
    assertThat(
        offers(parsed),
        containsInAnyOrder(
            "alphabook points 22.5 -110 -110",
            "alphabook points 14.5 +105 -130",
            "alphabook points 8.5 -120 -102",
            "alphabook rebounds 7.5 -115 -105",
            "alphabook assists 4.5 +120 -150",
            "alphabook pra 34.5 -112 -108",
            "betterbet points 21.5 -118 -104",
            "betterbet points 14.5 +100 -125",
            "gammagaming points 22.5 -108 -112",
            "gammagaming points 19.5 -260 +200",
            "gammagaming points 24.5 +165 -210",
            "gammagaming points 29.5 +450 -700",
            "deltaodds points 23.0 -105 -115"));
    assertThat(parsed.lines().get(0), is(ZED));
  }

  @Test
  public void readsDecimalPricesInAHistoricalEnvelope() {
    Parsed parsed = parse("decimal-historical-envelope.json");
    assertThat(
        offers(parsed),
        contains(
            "alphabook points 22.5 -110 -110",
            "alphabook points 14.5 +105 -130",
            "betterbet points 39.5 +10000 -20000"));
    assertThat(parsed.failures(), is(empty()));
    assertThat(parsed.lines().get(2).getSnapshotTime(), is(Instant.parse("2031-01-10T21:55:40Z")));
  }

  @Test
  public void readsAListOfOneEventAndTheBooksTime() {
    Parsed parsed = parse("list-of-one-event.json");
    assertThat(parsed.lines(), contains(withSnapshot("2031-01-10T21:59:00Z")));
  }

  @Test
  public void takesTheTimeFromTheFilesNameIfNothingElseSays() {
    String body = Bodies.read("no-update-times.json");
    Parsed parsed = OddsApiEventOdds.parse("x/20310110_221507-snap-2215.json", body, DAY);
    assertThat(parsed.lines(), contains(withSnapshot("2031-01-10T22:15:07Z")));
    assertBadBody("no-update-times.json", "/bookmakers/0/markets/0");
    assertBad(
        FailureCode.BAD_BODY,
        "20311399_221507-snap-2215.json",
        body,
        containsString("file's name"));
  }

  private static RawPropLine withSnapshot(String time) {
    return RawPropLine.builder()
        .setSource(ZED.getSource())
        .setGameDate(DAY)
        .setEventId(ZED.getEventId())
        .setHome(ZED.getHome())
        .setAway(ZED.getAway())
        .setBookmaker(ZED.getBookmaker())
        .setMarket(ZED.getMarket())
        .setPlayerName(ZED.getPlayerName())
        .setPlayer(null)
        .setLine(ZED.getLine())
        .setOverOdds(ZED.getOverOdds())
        .setUnderOdds(ZED.getUnderOdds())
        .setMain(null)
        .setSnapshotTime(Instant.parse(time))
        .setCommenceTime(ZED.getCommenceTime())
        .build();
  }

  @Test
  public void judgesEachMarketWhereNotationsMix() {
    assertThat(
        offers(parse("american-and-decimal-books.json")),
        contains("alphabook points 22.5 -110 -110", "betterbet points 22.5 -110 -105"));
  }

  @Test
  public void noBookmakersIsNoFailure() {
    assertThat(parse("no-bookmakers.json"), is(new Parsed(List.of(), List.of())));
  }

  @Test
  public void aSideWithoutItsOtherIsAFailure() {
    Parsed parsed = parse("one-sided-book.json");
    assertThat(parsed.lines(), contains(ZED));
    assertThat(codes(parsed), contains(FailureCode.ONE_SIDED_OFFER, FailureCode.ONE_SIDED_OFFER));
    Failure first = parsed.failures().get(0);
    assertThat(
        first.getFailureKey(),
        is("one-sided-book.json|alphabook|points|Zed Quillfeather Jr.|29.5|Over|250"));
    assertThat(first.getPayload(), containsString("\"price\":250"));
  }

  @Test
  public void impossibleLinesAreBadOffers() {
    Parsed parsed = parse("line-zero.json");
    assertThat(parsed.lines(), contains(ZED));
    assertThat(parsed.failures(), hasSize(6));
    for (Failure failure : parsed.failures()) {
      assertThat(failure.getCode(), is(FailureCode.BAD_OFFER));
      assertThat(failure.getMessage(), containsString("not a line"));
    }
  }

  @Test
  public void impossiblePricesAreBadOffersAndLeaveTheOtherSideAlone() {
    for (String scenario : List.of("odds-fifty.json", "price-not-a-number.json")) {
      Parsed parsed = parse(scenario);
      assertThat(scenario, parsed.lines(), contains(ZED));
      long bad = codes(parsed).stream().filter(FailureCode.BAD_OFFER::equals).count();
      long alone = codes(parsed).stream().filter(FailureCode.ONE_SIDED_OFFER::equals).count();
      assertThat(scenario, bad, is(alone));
      assertThat(scenario, bad, is(scenario.startsWith("odds") ? 2L : 1L));
    }
    Parsed decimal = parse("decimal-price-one.json");
    assertThat(offers(decimal), contains("alphabook points 22.5 -110 -115"));
    assertThat(
        codes(decimal), containsInAnyOrder(FailureCode.BAD_OFFER, FailureCode.ONE_SIDED_OFFER));
    assertThat(
        codes(parse("price-as-text.json")),
        containsInAnyOrder(FailureCode.BAD_OFFER, FailureCode.ONE_SIDED_OFFER));
  }

  @Test
  public void twoPricesForOneSideAreBothBadAndCopiesAreOne() {
    Parsed parsed = parse("two-prices-for-one-side.json");
    assertThat(offers(parsed), contains("alphabook points 14.5 -110 -110"));
    assertThat(
        codes(parsed),
        containsInAnyOrder(
            FailureCode.BAD_OFFER, FailureCode.BAD_OFFER, FailureCode.ONE_SIDED_OFFER));
  }

  @Test
  public void outcomesWithoutASideOrAPlayerAreBadOffers() {
    Parsed parsed = parse("neither-over-nor-under.json");
    assertThat(parsed.lines(), contains(ZED));
    assertThat(codes(parsed), contains(FailureCode.BAD_OFFER, FailureCode.BAD_OFFER));
  }

  @Test
  public void aGameOfAnotherDayIsAWrongSlate() {
    assertBad(
        FailureCode.WRONG_SLATE,
        "wrong-slate.json",
        Bodies.read("wrong-slate.json"),
        containsString("on 2031-01-11, but is filed under 2031-01-10"));
  }

  @Test
  public void badBodiesSayWhatAndWhere() {
    assertBadBody("html-instead-of-json.html", "markup instead of JSON at line 1, column 1");
    assertBadBody("truncated.json", "not JSON at line ");
    assertBadBody("duplicate-keys.json", "Duplicate");
    assertBadBody("error-quota.json", "OUT_OF_USAGE_CREDITS: Usage quota has been reached.");
    assertBadBody("unknown-team.json", "at /home_team: 'Springfield Isotopes' is not a team");
    assertBadBody("no-commence-time.json", "at /commence_time: expected a text, found nothing");
    assertBadBody("bookmakers-not-a-list.json", "at /bookmakers: expected an array, found OBJECT");
    assertBadBody("events-instead-of-odds.json", "at /data: a list of 2, not of one event");
    for (String body :
        List.of("", " \n", "null", "17", "[]", "[[]]", "{}", "{} {}", "{\"data\":1}")) {
      assertBad(FailureCode.BAD_BODY, "body " + body, body, containsString(""));
    }
  }
}
