package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
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
  private static final Map<String, ConcurrentLinkedQueue<Object>> SEEN =
      new java.util.concurrent.ConcurrentHashMap<>();

  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private final TreeMap<String, String> answers = new TreeMap<>();
  private DuckDbWarehouse warehouse;

  @Before
  public void open() {
    warehouse = DuckDbWarehouse.at(new File(folder.getRoot(), "w.duckdb").getPath(), Duration.ZERO);
    try (WarehouseAdmin admin = warehouse.admin()) {
      admin.prepare();
    }
    SEEN.clear();
    answers.put("oddsa_events", events("e1", "e2", "e3"));
    answers.put("oddsa_player_props", "{}");
    answers.put("oddsa_game_lines", "{}");
    answers.put("left", "500");
  }

  /** Games half an hour after each other. */
  private static String events(String... ids) {
    List<String> games = new ArrayList<>();
    String[] teams = {
      "Boston Celtics", "Miami Heat", "Utah Jazz", "Chicago Bulls", "Phoenix Suns", "Indiana Pacers"
    };
    for (int i = 0; i < ids.length; i++) {
      games.add(
          String.format(
              "{\"id\":\"%s\",\"sport_key\":\"basketball_nba\",\"sport_title\":\"NBA\","
                  + "\"commence_time\":\"2031-01-11T0%d:30:00Z\",\"home_team\":\"%s\","
                  + "\"away_team\":\"%s\"}",
              ids[i], i, teams[2 * i], teams[2 * i + 1]));
    }
    return "[" + String.join(",", games) + "]";
  }

  private void scrape(String sources, int creditsPerDay) {
    ScrapeSettings settings = ScrapeSettings.of(AS_OF, creditsPerDay);
    PCollectionTuple scraped =
        pipeline.apply(
            Scrape.of(SlateRange.of(DAY), Catalogue.load().named(sources))
                .settings(settings)
                .archive(folder.getRoot().toString())
                .warehouse(warehouse)
                .fetcher(new AnsweredCalls(settings, answers))
                .build());
    for (TupleTag<?> tag : List.of(Scrape.RUNS, Scrape.FAILURES, Scrape.OBSERVED)) {
      scraped.get(tag).apply("See" + tag.getId(), ParDo.of(new SeeFn<>(tag.getId())));
    }
    pipeline.run().waitUntilFinish();
  }

  private static final class SeeFn<T> extends DoFn<T, Void> {
    private final String name;

    SeeFn(String name) {
      this.name = name;
    }

    @ProcessElement
    public void see(@Element T element) {
      SEEN.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>()).add(element);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> seen(TupleTag<T> tag) {
    return (List<T>) List.copyOf(SEEN.getOrDefault(tag.getId(), new ConcurrentLinkedQueue<>()));
  }

  private static ScraperRun run(String source) {
    return seen(Scrape.RUNS).stream()
        .filter(run -> run.getSource().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static List<FailureCode> codes() {
    return seen(Scrape.FAILURES).stream().map(Failure::getCode).sorted().toList();
  }

  private List<QuotaEntry> debits() {
    try (WarehouseAdmin admin = warehouse.admin()) {
      return admin.rows(dev.tipoff.io.warehouse.Queries.quotaEntries(SlateRange.of(DAY))).stream()
          .filter(entry -> entry.getKind() == Kind.DEBIT)
          .sorted(Comparator.comparing(QuotaEntry::getCallKey))
          .toList();
    }
  }

  @Test
  public void everyGameThatTheEventsNameIsAskedFor() {
    scrape(ODDS, 400);
    assertThat(codes(), is(empty()));
    assertThat(seen(Scrape.RUNS), hasSize(3));
    for (String source : ODDS.split(",")) {
      assertThat(run(source).getExpected(), is(3));
      assertThat(run(source).getFetched(), is(3));
      assertThat(run(source).getComplete(), is(true));
    }
    assertThat("set aside before the calls", debits(), hasSize(6));
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
    assertThat(debits().stream().mapToInt(QuotaEntry::getCredits).sum(), is(10));
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
    assertThat(debits().stream().mapToInt(QuotaEntry::getCredits).sum(), is(8));
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
        seen(Scrape.OBSERVED).stream()
            .map(QuotaEntry::getRemaining)
            .filter(Objects::nonNull)
            .toList(),
        contains(500));
    assertThat(
        "of calls that cost, what they cost",
        seen(Scrape.OBSERVED).stream().mapToInt(QuotaEntry::getCredits).sum(),
        is(12));
  }
}
