package dev.tipoff.io.scrape;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.secrets.SecretReference;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.joda.time.Instant;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * API keys, one in a query and one in a header, at providers that repeat them in whatever they
 * answer: nothing that is kept, stored or logged has them, in any form.
 */
public class CanaryTest {
  private static final String QUERY_KEY = "cAnArY/q7+Zx=9&w~Pq:2";
  private static final String HEADER_KEY = "cAnArY-h4d3r_Kp/88==";
  private static final GameDay FIRST = GameDay.parse("2031-01-01");
  private static final SlateRange SLATES = SlateRange.of(FIRST, FIRST.plusDays(9));

  /** Kept, since Java forgets loggers, and their levels, that nobody keeps. */
  private static final List<Logger> LOGGERS =
      Stream.of("dev.tipoff", "jdk.httpclient", "jdk.internal.httpclient", "java.net.http")
          .map(Logger::getLogger)
          .toList();

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final WireMockServer SERVER =
      new WireMockServer(options().dynamicPort().extensions(new Echo()));
  private static final ConcurrentLinkedQueue<String> LOGGED = new ConcurrentLinkedQueue<>();
  private static final Handler LOG =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          LOGGED.add(new SimpleFormatter().format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static Scraped scraped;

  /** Repeats keys in ways that differ from day to day. */
  private static final class Echo implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "echo";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      String url = event.getRequest().getUrl();
      String key = url.startsWith("/the-odds-api") ? QUERY_KEY : HEADER_KEY;
      int day = Integer.parseInt(url.replaceAll(".*2031-01-(\\d\\d).*", "$1"));
      String forms =
          String.join(" ", encoded(key), base64(key), base64("x" + key), key.replace("&", "&amp;"));
      ResponseDefinitionBuilder answer =
          ResponseDefinitionBuilder.responseDefinition()
              .withHeader("ETag", key)
              .withHeader("Content-Type", "application/json; charset=" + key)
              .withHeader("X-Key", key)
              .withBody(
                  "{\"url\":\""
                      + url
                      + "\",\"key\":\""
                      + key
                      + "\",\"forms\":\""
                      + forms
                      + "\","
                      + "\"basic\":\""
                      + base64("user:" + key + "@")
                      + "\","
                      + "\"meta\":{\"next_cursor\":\""
                      + key
                      + "\"}}");
      return switch (day) {
        case 1 -> answer.withStatus(200).build();
        case 2 -> answer.withStatus(401).build();
        case 3 -> answer.withStatus(500).build();
        case 4 -> answer.withStatus(429).withHeader("Retry-After", key).build();
        case 5 ->
            answer
                .withStatus(302)
                .withHeader(
                    "Location", "http://" + key.replaceAll("[^a-zA-Z]", "") + "/?k=" + encoded(key))
                .build();
        case 6 ->
            answer
                .withStatus(302)
                .withHeader("Location", "http://other.invalid/" + encoded(encoded(key)))
                .build();
        case 7 -> answer.withStatus(200).withHeader("Content-Encoding", key).build();
        case 8 -> answer.withFault(Fault.MALFORMED_RESPONSE_CHUNK).build();
        case 9 ->
            answer.withStatus(200).withBody(("{\"k\":\"" + key + "\"}").getBytes(UTF_16LE)).build();
        default -> answer.withStatus(200).withBody("<html>" + key.replace("&", "&amp;")).build();
      };
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** What to look for; Base64 without the characters that depend on what stands beside the key. */
  private static List<String> forms(String key) {
    List<String> forms =
        new ArrayList<>(
            List.of(
                key,
                encoded(key),
                Pattern.compile("%..")
                    .matcher(encoded(key))
                    .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)),
                key.replace("/", "\\/"),
                key.replace("&", "&amp;"),
                base64(key).replaceAll("..=*$", ""),
                base64("x" + key).substring(2).replaceAll("..=*$", ""),
                base64("xx" + key).substring(3).replaceAll("..=*$", "")));
    forms.add(base64(key).replace('+', '-').replace('/', '_').replaceAll("..=*$", ""));
    return forms;
  }

  @BeforeClass
  public static void scrape() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.ALL));
    LOG.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(LOG);
    SERVER.start();
    SERVER.stubFor(any(anyUrl()).willReturn(ok()));
    ScrapeSettings settings = ScrapeSettings.of(Instant.parse("2031-01-10T22:00:00Z"), 400);
    ProviderAccess access =
        ProviderAccess.of(
            URI.create(SERVER.baseUrl()),
            ImmutableMap.of(
                Provider.THE_ODDS_API, SecretReference.parse("secret:ODDS_API_KEY"),
                Provider.BALLDONTLIE, SecretReference.parse("secret:BDL_API_KEY"),
                Provider.NBA_CDN, SecretReference.parse("secret:SPOILED_KEY")));
    scraped =
        Scraped.run(
            SLATES,
            String.join(
                ",",
                "oddsa_events_his",
                "oddsa_events",
                DeclaredSources.PAGED,
                DeclaredSources.FINE),
            settings,
            FOLDER.getRoot(),
            TestedFetching.of(
                settings,
                access,
                FOLDER.getRoot(),
                TestedFetching.towardsAll(TestedFetching.impatient().setAttempts(2).build()),
                Map.of(
                    "ODDS_API_KEY", QUERY_KEY,
                    "BDL_API_KEY", HEADER_KEY,
                    "SPOILED_KEY", QUERY_KEY + "\n" + HEADER_KEY)));
  }

  @AfterClass
  public static void stop() {
    Logger.getLogger("").removeHandler(LOG);
    LOGGERS.forEach(logger -> logger.setLevel(null));
    SERVER.stop();
  }

  private static void assertClean(String where, String text) {
    for (String key : List.of(QUERY_KEY, HEADER_KEY)) {
      List<String> forms = new ArrayList<>(forms(key));
      forms.add(new String(key.getBytes(UTF_16LE), ISO_8859_1));
      for (String form : forms) {
        assertThat(where + " has " + form, text.contains(form), is(false));
      }
    }
    assertThat(where, text, not(containsString("cAnArY")));
  }

  @Test
  public void theServersDidGetTheKeys() {
    assertThat(
        SERVER.findAll(anyRequestedFor(anyUrl())).stream()
            .map(request -> request.getUrl() + " " + request.getHeader("Authorization"))
            .filter(text -> text.contains(encoded(QUERY_KEY)) || text.contains(HEADER_KEY))
            .count(),
        greaterThan(30L));
  }

  @Test
  public void noFileHasThem() throws IOException {
    List<String> masked = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FOLDER.getRoot().toPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertClean(file.toString(), file + new String(bytes, ISO_8859_1));
        if (file.toString().endsWith(".gz")) {
          byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
          assertClean(file.toString(), new String(unpacked, ISO_8859_1));
          masked.add(new String(unpacked, UTF_8));
        }
      }
    }
    assertThat(masked, hasItem(containsString("\\\"key\\\":\\\"***\\\"")));
  }

  @Test
  public void noRowAndNoEnvelopeHasThem() {
    scraped
        .envelopes()
        .forEach(
            envelope -> {
              assertClean("an envelope", envelope.toString());
              assertClean("a body", new String(envelope.getBody(), ISO_8859_1));
            });
    assertThat(scraped.envelopes().size(), greaterThan(40));
    scraped.failures().forEach(failure -> assertClean("a failure", failure.toString()));
    assertThat(scraped.failures().size(), greaterThan(20));
    scraped.runs().forEach(run -> assertClean("a run", run.toString()));
    scraped.observed().forEach(entry -> assertClean("the ledger", entry.toString()));
  }

  @Test
  public void noLogHasThem() {
    assertThat("the log is heard", LOGGED, hasItem(containsString("the-odds-api: GET http")));
    LOGGED.forEach(line -> assertClean("the log", line));
  }

  @Test
  public void aKeyThatNoRequestCanCarryIsRefusedWithoutBeingTold() {
    scraped
        .envelopes(DeclaredSources.FINE)
        .forEach(
            envelope -> {
              assertThat(envelope.getFault(), is(FailureCode.UNAUTHORIZED));
              assertThat(envelope.getAttempts(), is(0));
              assertThat(envelope.getMessage(), containsString("secret:SPOILED_KEY"));
            });
  }
}
