package dev.tipoff.io.scrape;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.net.PercentEscaper;
import dev.tipoff.io.archive.ArchivedRequests;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.Allowance;
import dev.tipoff.io.http.RawServer;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.time.Instant;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What fetchers make of single calls: {@link HttpFetcher}, {@link ArchivedFirst}. */
public class HttpFetcherTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final ScrapeSettings SETTINGS =
      ScrapeSettings.of(Instant.parse("2031-01-10T20:00:00Z"), 400);
  private static final String FIRST_PAGE = "/balldontlie/answers/2031-01-10?date=2031-01-10";

  private static final PercentEscaper CURSOR = new PercentEscaper("-._~:,", false);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final RawServer server = RawServer.start();

  @After
  public void stop() {
    server.close();
  }

  private List<Envelope> fetch(PlannedCall call) {
    try (Fetcher fetcher =
        TestedFetching.of(
                SETTINGS,
                server.address().toString(),
                folder.getRoot(),
                TestedFetching.towardsAll(TestedFetching.impatient().build()))
            .open()) {
      return fetcher.fetch(call);
    }
  }

  private static PlannedCall call(String source, String event, int credits, int requests) {
    return PlannedCall.builder()
        .setSource(source)
        .setGameDate(DAY)
        .setParameters(Map.of("date", DAY.toString(), "event_id", event))
        .setTip(null)
        .setCredits(credits)
        .setValue(1)
        .setRequests(requests)
        .build();
  }

  private void page(String path, String next) {
    String body = "{\"meta\":{\"next_cursor\":" + next + "}}";
    server.answer(
        path,
        socket ->
            RawServer.write(
                socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
  }

  private static FailureCode fault(List<Envelope> pages) {
    return pages.get(pages.size() - 1).getFault();
  }

  @Test
  public void everyPageIsAskedForAndIsAnEnvelope() {
    page(FIRST_PAGE, "25");
    page(FIRST_PAGE + "&cursor=25", "\"a&b\"");
    page(FIRST_PAGE + "&cursor=a%26b", "null");
    List<Envelope> pages = fetch(call(DeclaredSources.PAGED, "", 0, 64));
    assertThat(pages, hasSize(3));
    assertThat(pages.get(2).getParameters().get("page"), is("a&b"));
    assertThat(pages.get(2).getOutcome(), is(Outcome.FETCHED));
    assertThat("from the archive", fetch(call(DeclaredSources.PAGED, "", 0, 64)), is(pages));
    assertThat(server.requests(), hasSize(3));
  }

  /** Whatever a source names pages and games, its answers lie in the folder of source and day. */
  @Test
  public void noNameThatASourceChoosesLeadsOutOfTheArchive() throws IOException {
    List<String> names =
        List.of(
            "x/../../../../../escaped",
            "/../../../../escaped",
            "../../../../escaped",
            "/etc/escaped",
            "..\\..\\escaped",
            "nul\u0000escaped",
            "*?[escaped]{}",
            "line\nescaped",
            "escaped".repeat(100));
    page(FIRST_PAGE, text(names.get(0)));
    for (int i = 0; i < names.size(); i++) {
      String next = i + 1 < names.size() ? text(names.get(i + 1)) : "null";
      page(FIRST_PAGE + "&cursor=" + CURSOR.escape(names.get(i)), next);
    }
    assertThat(
        fetch(call(DeclaredSources.PAGED, "", 0, 64)).stream()
            .map(page -> page.getParameters().getOrDefault("page", ""))
            .skip(1)
            .toList(),
        is(names));
    names.forEach(event -> fetch(call("oddsa_player_props", event, 4, 4)));
    Path archive = Path.of(Scraped.archive(folder.getRoot()));
    try (Stream<Path> all = Files.walk(folder.getRoot().toPath())) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files.size(), is(greaterThan(names.size())));
      for (Path file : files) {
        assertThat(file.toString(), file.getParent().getParent().getParent(), is(archive));
        assertThat(file.toString(), not(containsString("escaped")));
      }
    }
  }

  private static String text(String value) {
    return TextNode.valueOf(value).toString();
  }

  @Test
  public void pagesWithoutEndAreAFailure() {
    page(FIRST_PAGE, "1");
    page(FIRST_PAGE + "&cursor=1", "1");
    List<Envelope> pages = fetch(call(DeclaredSources.PAGED, "", 0, 200));
    assertThat(pages, hasSize(61));
    assertThat(fault(pages), is(FailureCode.BODY_TOO_LARGE));
    assertThat(server.requests(), hasSize(60));
  }

  @Test
  public void aPageForWhichNoRequestIsLeftIsAFailure() {
    page(FIRST_PAGE, "1");
    List<Envelope> pages = fetch(call(DeclaredSources.PAGED, "", 0, 1));
    assertThat(pages, hasSize(2));
    assertThat(fault(pages), is(FailureCode.BODY_TOO_LARGE));
  }

  @Test
  public void whatMakesNoAddressIsAFailureAndNotAsked() {
    for (String event : new String[] {"..", ".", "a/b", "../../v4/keys"}) {
      List<Envelope> answers = fetch(call("oddsa_player_props", event, 4, 4));
      assertThat(event, fault(answers), is(FailureCode.CALL_REJECTED));
    }
    assertThat(server.requests(), is(empty()));
  }

  @Test
  public void whatAWorkerPaidThatThenDiedIsNotPaidAgain() {
    PlannedCall call = call("oddsa_player_props", "e1", 4, 2);
    Allowance before =
        ArchivedRequests.of(
                Scraped.archive(folder.getRoot()),
                call.getSource(),
                DAY,
                SETTINGS.requestKey(call, ""))
            .allowance(2);
    before.take();
    String path = "/the-odds-api/v4/sports/basketball_nba/events/e1/odds?";
    String query =
        "regions=us&markets=player_points,player_rebounds,player_assists,"
            + "player_points_rebounds_assists&oddsFormat=decimal&dateFormat=iso";
    server.answer(path + query, RawServer.end(""));
    assertThat(fault(fetch(call)), is(FailureCode.CONNECTION_LOST));
    assertThat("one of two", server.requests(), contains(path + query));
    assertThat("none is left", fault(fetch(call)), is(FailureCode.CONNECTION_LOST));
    assertThat(server.requests(), hasSize(1));
  }

  @Test
  public void whereNothingIsKnownOfWhatWasPaidTheCallIsNotFetched() {
    PlannedCall call = call("oddsa_player_props", "e1", 4, 1);
    ArchivedRequests.of(
            Scraped.archive(folder.getRoot()), call.getSource(), DAY, SETTINGS.requestKey(call, ""))
        .allowance(1)
        .take();
    assertThat(fault(fetch(call)), is(FailureCode.NOT_FETCHED));
    assertThat(server.requests(), is(empty()));
  }
}
