package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a scrape of ten games spends of a quota, as the provider counts it. */
public class QuotaTest {
  private static final SlateRange SLATE = SlateRange.of(GameDay.parse("2031-01-10"));
  private static final Instant AS_OF = Instant.parse("2031-01-10T20:00:00Z");
  private static final String PROPS = "oddsa_player_props";
  private static final Set<String> DEAD = ConcurrentHashMap.newKeySet();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private CountingOddsApi api;

  @After
  public void stop() {
    api.close();
  }

  private Scraped scrape(String sources, Instant asOf, int creditsPerDay, int atOnce) {
    ScrapeSettings settings = ScrapeSettings.of(asOf, creditsPerDay);
    return Scraped.run(SLATE, sources, settings, folder.getRoot(), fetching(settings, atOnce));
  }

  private Scraped scrape() {
    return scrape(PROPS, AS_OF, 400, 6);
  }

  private TestedFetching fetching(ScrapeSettings settings, int atOnce) {
    Politeness politeness =
        TestedFetching.impatient().setAttempts(4).setMaxConcurrent(atOnce).build();
    return TestedFetching.of(
        settings, api.address(), folder.getRoot(), TestedFetching.towardsAll(politeness));
  }

  private static List<String> notFetched(Scraped scraped) {
    return scraped.failures().stream()
        .filter(failure -> failure.getCode() == FailureCode.NOT_FETCHED)
        .map(Failure::getFailureKey)
        .map(key -> key.replaceAll(".*\\|", ""))
        .sorted()
        .toList();
  }

  @Test
  public void ofTwentyCreditsAndFortyWantedTwentyAreSpentOnTheSoonestGames() {
    api = CountingOddsApi.start(10, 20);
    Scraped scraped = scrape();
    assertThat(api.spent(), is(20));
    assertThat(api.asked(), containsInAnyOrder("e01", "e02", "e03", "e04", "e05"));
    assertThat(scraped.run(PROPS).getFetched(), is(5));
    assertThat(scraped.run(PROPS).getNotFetched(), is(5));
    assertThat(
        notFetched(scraped),
        containsInAnyOrder("CLE@CHA", "DET@DAL", "HOU@GSW", "MIL@MEM", "NOP@MIN"));
    assertThat(
        scraped.codes().stream().filter(code -> code != FailureCode.NOT_FETCHED).toList(),
        containsInAnyOrder(FailureCode.QUOTA_WARNING, FailureCode.INCOMPLETE_SCRAPE));
    assertThat(scraped.setAside(), is(20));
  }

  @Test
  public void aBurstOfFailuresSpendsNoMoreThanThereIs() {
    api = CountingOddsApi.start(10, 20);
    api.fail("e02", 9);
    api.fail("e04", 9);
    Scraped scraped = scrape();
    assertThat(api.spent(), is(20));
    assertThat(api.asked(), containsInAnyOrder("e01", "e02", "e03", "e04", "e05"));
    assertThat(scraped.run(PROPS).getFetched(), is(3));
    assertThat(
        scraped.run(PROPS).getMissing(),
        is("CHI@UTA,CLE@CHA,DET@DAL,HOU@GSW,LAL@DEN,MIL@MEM,NOP@MIN"));
  }

  @Test
  public void whatIsLeftPaysForRetriesOfTheSoonestGames() {
    api = CountingOddsApi.start(10, 50);
    api.fail("e01", 2);
    api.fail("e09", 2);
    Scraped scraped = scrape();
    assertThat("ten calls and two retries", api.spent(), is(48));
    assertThat(Collections.frequency(api.asked(), "e01"), is(3));
    assertThat(Collections.frequency(api.asked(), "e09"), is(1));
    assertThat(scraped.run(PROPS).getFetched(), is(9));
    assertThat(scraped.run(PROPS).getMissing(), is("MIL@MEM"));
  }

  @Test
  public void theSameRunAgainAsksAndSpendsNothing() {
    api = CountingOddsApi.start(10, 20);
    api.fail("e02", 1);
    Scraped first = scrape();
    Scraped second = scrape();
    assertThat("its only request failed, and a second one is not paid", api.spent(), is(20));
    assertThat(api.asked(), hasSize(5));
    assertThat(second.runs(), containsInAnyOrder(first.runs().toArray()));
    assertThat(notFetched(second), is(notFetched(first)));
    assertThat(second.setAside(), is(20));
  }

  @Test
  public void aBundleThatIsTriedAgainSpendsNothingTwice() {
    api = CountingOddsApi.start(10, 23);
    api.fail("e02", 1);
    ScrapeSettings settings = ScrapeSettings.of(AS_OF, 400);
    Fetcher.Factory dying = new DyingFetching(fetching(settings, 1), folder.getRoot().getPath());
    assertThrows(
        RuntimeException.class, () -> Scraped.run(SLATE, PROPS, settings, folder.getRoot(), dying));
    assertThat("the worker died with what it had", api.asked().size(), is(lessThanOrEqualTo(5)));
    Scraped again = Scraped.run(SLATE, PROPS, settings, folder.getRoot(), dying);
    assertThat(
        "what was noted and had not gone out is not asked", api.spent(), is(lessThanOrEqualTo(20)));
    assertThat("nothing twice", Set.copyOf(api.asked()), hasSize(api.asked().size()));
    assertThat(
        List.of("e01", "e02", "e03", "e04", "e05"), hasItems(api.asked().toArray(String[]::new)));
    List<String> there =
        again.envelopes(PROPS).stream()
            .filter(envelope -> envelope.getOutcome() == Outcome.FETCHED)
            .map(envelope -> envelope.getParameters().get("event_id"))
            .toList();
    assertThat(
        "what was answered is there; what was under way is lost, not paid again",
        there,
        hasItem("e03"));
  }

  /** A worker that dies once, after the answer for the third game came. */
  private static final class DyingFetching implements Fetcher.Factory {
    private static final long serialVersionUID = 1L;

    private final TestedFetching fetching;
    private final String test;

    DyingFetching(TestedFetching fetching, String test) {
      this.fetching = fetching;
      this.test = test;
    }

    @Override
    public Fetcher open() {
      Fetcher open = fetching.open();
      return new Fetcher() {
        @Override
        public List<Envelope> fetch(PlannedCall call) {
          List<Envelope> answers = open.fetch(call);
          if ("e03".equals(call.getParameters().get("event_id")) && DEAD.add(test)) {
            throw new IllegalStateException("the worker dies");
          }
          return answers;
        }

        @Override
        public void close() {
          open.close();
        }
      };
    }
  }

  @Test
  public void onceTheQuotaIsUsedUpNoCallThatCostsGoesOut() {
    api = CountingOddsApi.start(10, 8);
    api.lieAbout(500);
    Scraped scraped = scrape(PROPS + "," + DeclaredSources.FINE, AS_OF, 400, 1);
    assertThat("two that were paid, and the one that was refused", api.asked(), hasSize(3));
    assertThat(
        scraped.failures().stream()
            .filter(failure -> failure.getCode() == FailureCode.QUOTA_EXHAUSTED)
            .map(Failure::getFailureKey)
            .toList(),
        is(List.of("the-odds-api|2031-01-10")));
    assertThat(scraped.run(PROPS).getFetched(), is(2));
    assertThat(scraped.run(PROPS).getFailed(), is(1));
    assertThat(scraped.run(PROPS).getNotFetched(), is(7));
    assertThat(scraped.run(DeclaredSources.FINE).getComplete(), is(true));
  }

  @Test
  public void callsUnderWayWhenTheQuotaIsUsedUpGiveOneFailure() {
    api = CountingOddsApi.start(10, 0);
    api.lieAbout(500);
    Scraped scraped = scrape();
    assertThat(Collections.frequency(scraped.codes(), FailureCode.QUOTA_EXHAUSTED), is(1));
    assertThat(api.spent(), is(0));
  }

  @Test
  public void whatWasSetAsideForRetriesAndNotNeededIsThereForTheNextRun() {
    api = CountingOddsApi.start(10, 500);
    Scraped first = scrape(PROPS, AS_OF, 90, 6);
    assertThat("with retries", first.setAside(), is(88));
    assertThat(first.codes(), is(empty()));
    Scraped second = scrape(PROPS, AS_OF.plus(Duration.standardHours(2)), 90, 6);
    assertThat(second.run(PROPS).getFetched(), is(10));
    assertThat("eighty of ninety", second.codes(), is(List.of(FailureCode.QUOTA_WARNING)));
    Scraped third = scrape(PROPS, AS_OF.plus(Duration.standardHours(4)), 90, 6);
    assertThat(third.run(PROPS).getFetched(), is(2));
    assertThat(api.spent(), is(88));
  }

  @Test
  public void fourFifthsOfTheDaysBudgetAreAWarning() {
    api = CountingOddsApi.start(10, 500);
    assertThat(scrape(PROPS, AS_OF, 51, 6).codes(), is(empty()));
    folderOfNextRun();
    assertThat(scrape(PROPS, AS_OF, 50, 6).codes(), is(List.of(FailureCode.QUOTA_WARNING)));
  }

  @Test
  public void fourFifthsOfThePlanAreAWarning() {
    api = CountingOddsApi.start(10, 51);
    assertThat(scrape().codes(), is(empty()));
    api.close();
    folderOfNextRun();
    api = CountingOddsApi.start(10, 50);
    assertThat(scrape().codes(), is(List.of(FailureCode.QUOTA_WARNING)));
  }

  private void folderOfNextRun() {
    folder.delete();
    try {
      folder.create();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
