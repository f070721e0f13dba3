package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.time.Instant;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@link Scrape} of a slate of three games. */
public class ScrapeTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final Instant AS_OF = Instant.parse("2031-01-10T22:00:00Z");
  private static final String ODDS = "oddsa_player_props,oddsa_game_lines";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final TreeMap<String, String> answers = new TreeMap<>();
  private Scraped scraped;

  @Before
  public void open() {
    answers.put("oddsa_events", OddsEvents.of("e1", "e2", "e3"));
    answers.put("oddsa_player_props", "{}");
    answers.put("oddsa_game_lines", "{}");
    answers.put("left", "500");
  }

  private void scrape(String sources, int creditsPerDay) {
    ScrapeSettings settings = ScrapeSettings.of(AS_OF, creditsPerDay);
    scraped =
        Scraped.run(
            SlateRange.of(DAY),
            sources,
            settings,
            folder.getRoot(),
            new AnsweredCalls(settings, answers));
  }

  private ScraperRun run(String source) {
    return scraped.run(source);
  }

  private List<FailureCode> codes() {
    return scraped.codes();
  }

  @Test
  public void everyGameThatTheEventsNameIsAskedFor() {
    scrape(ODDS, 400);
    assertThat(codes(), is(empty()));
    assertThat(scraped.runs(), hasSize(3));
    for (String source : ODDS.split(",")) {
      assertThat(run(source).getExpected(), is(3));
      assertThat(run(source).getFetched(), is(3));
      assertThat(run(source).getComplete(), is(true));
    }
    assertThat("set aside before the calls", scraped.ledger(Kind.DEBIT), hasSize(6));
  }

  @Test
  public void aSlateWithoutGamesIsCovered() {
    answers.put("oddsa_events", "-");
    scrape(ODDS, 400);
    assertThat(run("oddsa_events").getNoData(), is(1));
    assertThat(run("oddsa_player_props").getComplete(), is(true));
    assertThat(run("oddsa_player_props").getExpected(), is(0));
  }

  @Test
  public void withoutTheEventsNobodyKnowsWhatToAsk() {
    answers.put("oddsa_events", "CALL_TIMEOUT");
    scrape(ODDS, 400);
    assertThat(run("oddsa_player_props").getComplete(), is(false));
    assertThat(
        codes(),
        containsInAnyOrder(
            FailureCode.CALL_TIMEOUT,
            FailureCode.INCOMPLETE_SCRAPE,
            FailureCode.INCOMPLETE_SCRAPE,
            FailureCode.INCOMPLETE_SCRAPE));
  }

  @Test
  public void aGameThatFailsLeavesTheOthersAlone() {
    answers.put("oddsa_player_props/e2", "NOT_FOUND");
    scrape(ODDS, 400);
    assertThat(run("oddsa_player_props").getFetched(), is(2));
    assertThat(run("oddsa_player_props").getMissing(), is("CHI@UTA"));
    assertThat(run("oddsa_game_lines").getComplete(), is(true));
    assertThat(codes(), containsInAnyOrder(FailureCode.NOT_FOUND, FailureCode.INCOMPLETE_SCRAPE));
  }

  @Test
  public void ofCreditsThatDoNotSufficeTheSoonestGamesGetTheirs() {
    answers.put("left", "10");
    scrape(ODDS, 400);
    assertThat(run("oddsa_player_props").getFetched(), is(1));
    assertThat(run("oddsa_player_props").getMissing(), is("CHI@UTA,IND@PHX"));
    assertThat(run("oddsa_game_lines").getFetched(), is(2));
    assertThat(scraped.setAside(), is(10));
    assertThat(
        codes(),
        containsInAnyOrder(
            FailureCode.NOT_FETCHED,
            FailureCode.NOT_FETCHED,
            FailureCode.NOT_FETCHED,
            FailureCode.QUOTA_WARNING,
            FailureCode.INCOMPLETE_SCRAPE,
            FailureCode.INCOMPLETE_SCRAPE));
  }

  @Test
  public void theDaysBudgetHoldsThoughTheProviderHasMore() {
    scrape("oddsa_player_props", 9);
    assertThat(run("oddsa_player_props").getFetched(), is(2));
    assertThat(scraped.setAside(), is(8));
  }

  @Test
  public void retriesArePaidToo() {
    answers.put("left", "17");
    answers.put("oddsa_player_props", "SOURCE_DOWN");
    scrape("oddsa_player_props", 400);
    assertThat(
        "three calls, and one more request of the soonest",
        run("oddsa_player_props").getRequests(),
        is(4));
  }

  @Test
  public void whatTheProviderSaysIsLeftIsKept() {
    scrape("oddsa_player_props", 400);
    assertThat(
        scraped.observed().stream().map(QuotaEntry::getRemaining).filter(Objects::nonNull).toList(),
        contains(500));
    assertThat(
        "of calls that cost, what they cost",
        scraped.observed().stream().mapToInt(QuotaEntry::getCredits).sum(),
        is(12));
  }
}
