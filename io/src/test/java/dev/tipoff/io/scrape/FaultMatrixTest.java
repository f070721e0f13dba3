package dev.tipoff.io.scrape;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.io.http.RawServer;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Every fault that a source can have, and what becomes of it in a scrape: its outcome, how many
 * requests it took, and that the other sources complete. One scrape has them all, each on a slate
 * of its own.
 */
@RunWith(Parameterized.class)
public class FaultMatrixTest {
  private static final GameDay FIRST = GameDay.parse("2031-01-01");
  private static final byte[] LATIN = "{\"name\":\"Weißmann\"}".getBytes(ISO_8859_1);
  private static final byte[] NAMES = "{\"name\":\"Łuczak\"}".getBytes(UTF_8);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  /** What a source does, and what is to become of it. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody changes or compares the bodies.
  private record Case(
      String name,
      String source,
      Setting setting,
      Outcome outcome,
      @Nullable FailureCode fault,
      @Nullable Integer status,
      int requests,
      byte @Nullable [] body) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Makes a source behave on a path. */
  @FunctionalInterface
  private interface Setting {
    void at(String path);
  }

  private static final WireMockServer SERVER =
      new WireMockServer(options().dynamicPort().containerThreads(100));
  private static final RawServer RAW = RawServer.start();
  private static final List<Case> CASES = new ArrayList<>();

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static Scraped scraped;

  private final Case tested;

  public FaultMatrixTest(Case tested) {
    this.tested = tested;
  }

  @Parameters(name = "{0}")
  public static List<Case> cases() {
    if (CASES.isEmpty()) {
      answered();
      bodies();
      redirects();
      retried();
      broken();
    }
    return CASES;
  }

  private static void nothing(String name, int status) {
    CASES.add(
        new Case(
            name,
            DeclaredSources.FAULTY,
            always(aResponse().withStatus(status)),
            Outcome.NO_DATA,
            null,
            status,
            1,
            new byte[0]));
  }

  private static void good(String name, Setting setting, int requests, byte[] body) {
    CASES.add(
        new Case(
            name, DeclaredSources.FAULTY, setting, Outcome.FETCHED, null, 200, requests, body));
  }

  private static void bad(
      String name, Setting setting, FailureCode fault, @Nullable Integer status, int requests) {
    CASES.add(
        new Case(
            name, DeclaredSources.FAULTY, setting, Outcome.FAILED, fault, status, requests, null));
  }

  private static void raw(
      String name, RawServer.Answer answer, FailureCode fault, @Nullable Integer status) {
    CASES.add(
        new Case(
            name,
            DeclaredSources.HANGING,
            path -> RAW.answer(path, answer),
            Outcome.FAILED,
            fault,
            status,
            3,
            null));
  }

  private static void answered() {
    nothing("204", 204);
    nothing("304", 304);
    nothing("an empty body", 200);
    bad("401", always(status(401)), FailureCode.UNAUTHORIZED, 401, 1);
    bad("403", always(status(403)), FailureCode.UNAUTHORIZED, 403, 1);
    bad("404", always(status(404)), FailureCode.NOT_FOUND, 404, 1);
    bad("410", always(status(410)), FailureCode.NOT_FOUND, 410, 1);
    bad("422", always(status(422)), FailureCode.CALL_REJECTED, 422, 1);
    bad("501", always(status(501)), FailureCode.SOURCE_DOWN, 501, 1);
  }

  private static void bodies() {
    good("a good body", always(json(NAMES)), 1, NAMES);
    good("gzip", always(packed(gzip(NAMES))), 1, NAMES);
    good("another charset than it says", always(json(LATIN)), 1, LATIN);
    bad(
        "HTML with 200",
        always(aResponse().withHeader("Content-Type", "text/html").withBody("<html>busy</html>")),
        FailureCode.BAD_BODY,
        200,
        1);
    bad(
        "a gzip bomb",
        always(packed(gzip(new byte[64 << 20]))),
        FailureCode.BODY_TOO_LARGE,
        200,
        1);
    bad("50 MB", always(json(new byte[50 << 20])), FailureCode.BODY_TOO_LARGE, 200, 1);
    bad("no gzip", always(packed(NAMES)), FailureCode.BAD_ENCODING, 200, 1);
    bad(
        "gzip without its end",
        always(packed(java.util.Arrays.copyOf(gzip(NAMES), 20))),
        FailureCode.BAD_ENCODING,
        200,
        1);
    bad(
        "an encoding that was not asked for",
        always(json(NAMES).withHeader("Content-Encoding", "br")),
        FailureCode.BAD_ENCODING,
        200,
        1);
  }

  private static void redirects() {
    bad("a redirect to itself", path -> redirect(path, path), FailureCode.BAD_REDIRECT, 302, 1);
    bad(
        "a redirect loop",
        path -> {
          redirect(path, path + "/b");
          redirect(path + "/b", path);
        },
        FailureCode.BAD_REDIRECT,
        302,
        2);
    bad(
        "a redirect too far",
        path -> {
          redirect(path, path + "/b");
          redirect(path + "/b", path + "/c");
          redirect(path + "/c", path + "/d");
          redirect(path + "/d", path + "/e");
        },
        FailureCode.BAD_REDIRECT,
        302,
        4);
    bad("a redirect to nowhere", always(status(302)), FailureCode.BAD_REDIRECT, 302, 1);
    bad(
        "a redirect to a file",
        path -> redirect(path, "file:///etc/passwd"),
        FailureCode.BAD_REDIRECT,
        302,
        1);
    good(
        "a redirect",
        path -> {
          redirect(path, path + "/b?c=d");
          SERVER.stubFor(get(urlPathEqualTo(path + "/b")).willReturn(json(NAMES)));
        },
        2,
        NAMES);
  }

  private static void retried() {
    good("500 twice, then fine", burst(status(500), status(503), json(NAMES)), 3, NAMES);
    bad("500", always(status(500)), FailureCode.SOURCE_DOWN, 500, 3);
    bad("520 of a proxy", always(status(520)), FailureCode.SOURCE_DOWN, 520, 3);
    bad("429", always(status(429)), FailureCode.RATE_LIMITED, 429, 3);
    good("429 for a second", burst(pause("1"), json(NAMES)), 2, NAMES);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
    good("429 until a date", burst(pause(date), json(NAMES)), 2, NAMES);
    bad(
        "nothing at all",
        always(aResponse().withFault(Fault.EMPTY_RESPONSE)),
        FailureCode.CONNECTION_LOST,
        null,
        3);
    bad(
        "no HTTP",
        always(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        FailureCode.CONNECTION_LOST,
        null,
        3);
    bad(
        "a bad chunk",
        always(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        FailureCode.CONNECTION_LOST,
        200,
        3);
    bad(
        "a reset",
        always(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        FailureCode.CONNECTION_LOST,
        null,
        3);
  }

  private static void broken() {
    raw("a hang before the headers", RawServer.hang(""), FailureCode.CALL_TIMEOUT, null);
    raw("a hang in the headers", RawServer.hang(HEAD), FailureCode.CALL_TIMEOUT, null);
    raw(
        "a hang in the body",
        RawServer.hang(HEAD + "Content-Length: 100\r\n\r\n{\"a\":"),
        FailureCode.CALL_TIMEOUT,
        200);
    raw(
        "a slow drip",
        RawServer.drip(HEAD + "Content-Length: 100000\r\n\r\n{"),
        FailureCode.CALL_TIMEOUT,
        200);
    raw("a slow drip of headers", RawServer.drip(HEAD), FailureCode.CALL_TIMEOUT, null);
    raw(
        "a reset in the headers",
        RawServer.reset("HTTP/1.1 200 OK\r\nContent-Ty"),
        FailureCode.CONNECTION_LOST,
        null);
    raw(
        "a truncated body",
        RawServer.end(HEAD + "Content-Length: 100\r\n\r\n{\"a\":"),
        FailureCode.CONNECTION_LOST,
        200);
    raw(
        "a truncated chunk",
        RawServer.end(HEAD + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"a\":"),
        FailureCode.CONNECTION_LOST,
        200);
    raw(
        "chunks without their end",
        RawServer.end(HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
        FailureCode.CONNECTION_LOST,
        200);
    raw("an end without a byte", RawServer.end(""), FailureCode.CONNECTION_LOST, null);
  }

  private static Setting always(ResponseDefinitionBuilder response) {
    return path -> SERVER.stubFor(get(urlPathEqualTo(path)).willReturn(response));
  }

  private static Setting burst(ResponseDefinitionBuilder... responses) {
    return path -> {
      for (int i = 0; i < responses.length; i++) {
        SERVER.stubFor(
            get(urlPathEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(i == 0 ? STARTED : "after " + i)
                .willSetStateTo("after " + (i + 1))
                .willReturn(responses[i]));
      }
    };
  }

  private static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status).withBody("{\"message\":\"no\"}");
  }

  private static ResponseDefinitionBuilder pause(String until) {
    return status(429).withHeader("Retry-After", until);
  }

  private static ResponseDefinitionBuilder json(byte[] body) {
    return aResponse().withHeader("Content-Type", "application/json; charset=utf-8").withBody(body);
  }

  private static ResponseDefinitionBuilder packed(byte[] body) {
    return json(body).withHeader("Content-Encoding", "gzip");
  }

  private static void redirect(String from, String to) {
    SERVER.stubFor(
        get(urlPathEqualTo(from))
            .willReturn(aResponse().withStatus(302).withHeader("Location", to)));
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static GameDay day(int index) {
    return FIRST.plusDays(index);
  }

  private static String path(Case each) {
    Provider provider =
        each.source().equals(DeclaredSources.FAULTY) ? Provider.ESPN_API : Provider.ESPN_SITE;
    return "/" + provider.id() + "/answers/" + day(CASES.indexOf(each));
  }

  @BeforeClass
  public static void scrape() throws IOException {
    SERVER.start();
    SERVER.stubFor(any(anyUrl()).atPriority(9).willReturn(okJson("{}")));
    SERVER.stubFor(get(urlMatching("/nba-official/.*")).willReturn(pause("7200")));
    CASES.forEach(each -> each.setting().at(path(each)));
    ScrapeSettings settings = ScrapeSettings.of(Instant.parse("2031-01-10T22:00:00Z"), 400);
    Politeness usual = TestedFetching.impatient().build();
    Map<String, Politeness> manners = TestedFetching.towardsAll(usual);
    manners.put(
        Provider.ESPN_SITE.id(),
        TestedFetching.impatient().setAttemptDeadline(Duration.ofMillis(1_500)).build());
    manners.put(Provider.NBA_OFFICIAL.id(), TestedFetching.impatient().setMaxConcurrent(1).build());
    scraped =
        Scraped.run(
            SlateRange.of(FIRST, day(CASES.size() - 1)),
            String.join(
                ",",
                DeclaredSources.FAULTY,
                DeclaredSources.HANGING,
                DeclaredSources.PAUSING,
                DeclaredSources.FINE),
            settings,
            FOLDER.getRoot(),
            TestedFetching.of(settings, new TwoServers(), FOLDER.getRoot(), manners, Map.of()));
  }

  /** The provider that hangs is a server of its own. */
  private static final class TwoServers extends ProviderAccess {
    private static final long serialVersionUID = 1L;

    private final String raw = RAW.address().toString();
    private final String others = SERVER.baseUrl();

    @Override
    URI root() {
      return URI.create(others);
    }

    @Override
    ImmutableMap<Provider, SecretReference> secrets() {
      return ImmutableMap.of();
    }

    @Override
    URI address(Provider provider) {
      return provider == Provider.ESPN_SITE
          ? URI.create(raw + "/" + provider.id())
          : super.address(provider);
    }

    /** There is one in a test: those of all threads are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TwoServers;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @AfterClass
  public static void stop() {
    SERVER.stop();
    RAW.close();
  }

  private static int requests(String path) {
    int wiremock = SERVER.findAll(anyRequestedFor(urlMatching(path + "(/.*)?"))).size();
    return wiremock + (int) RAW.requests().stream().filter(path::equals).count();
  }

  private Envelope envelope() {
    return scraped.envelopes(tested.source()).get(CASES.indexOf(tested));
  }

  @Test
  public void hasItsOutcome() {
    Envelope envelope = envelope();
    assertThat(envelope.getMessage(), envelope.getOutcome(), is(tested.outcome()));
    assertThat(envelope.getMessage(), envelope.getFault(), is(tested.fault()));
    assertThat(envelope.getStatus(), is(tested.status()));
    if (tested.body() != null) {
      assertThat(envelope.getBody(), is(tested.body()));
    }
  }

  @Test
  public void takesSoManyRequests() {
    assertThat(requests(path(tested)), is(tested.requests()));
    assertThat("and says so", envelope().getAttempts(), is(tested.requests()));
  }

  @Test
  public void isAFailureRowIfItIsOne() {
    List<FailureCode> codes =
        scraped.failures().stream()
            .filter(failure -> failure.getFailureKey().equals(envelope().getRequestKey()))
            .map(Failure::getCode)
            .toList();
    assertThat(codes, is(tested.fault() == null ? List.of() : List.of(tested.fault())));
    ScraperRun run =
        scraped.runs().stream()
            .filter(each -> each.getSource().equals(tested.source()))
            .filter(each -> each.getGameDate().equals(day(CASES.indexOf(tested))))
            .findFirst()
            .orElseThrow();
    assertThat(run.getComplete(), is(tested.fault() == null));
  }

  @Test
  public void theOtherSourceCompletes() {
    Envelope fine = scraped.envelopes(DeclaredSources.FINE).get(CASES.indexOf(tested));
    assertThat(fine.getOutcome(), is(Outcome.FETCHED));
    assertThat(requests("/nba-cdn/answers/" + fine.getGameDate()), is(1));
  }

  @Test
  public void aPauseThatIsTooLongEndsTheCallAndSaysWhen() {
    List<Envelope> pausing = scraped.envelopes(DeclaredSources.PAUSING);
    Envelope paused = pausing.get(CASES.indexOf(tested));
    assertThat(paused.getFault(), is(FailureCode.RATE_LIMITED));
    assertThat(paused.getMessage(), containsString("; not before 20"));
    assertThat("once for all calls", requests("/nba-official/answers"), is(1));
    assertThat(pausing, hasSize(CASES.size()));
    assertThat(
        pausing.stream().filter(each -> each.getStatus() == null).count(), is(CASES.size() - 1L));
    assertThat(nullValue().matches(paused.getStatus()) || paused.getStatus() == 429, is(true));
  }
}
