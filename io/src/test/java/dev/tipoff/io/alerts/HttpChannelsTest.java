package dev.tipoff.io.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit.WireMockRule;
import com.google.common.base.Strings;
import dev.tipoff.io.http.RawServer;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.failure.Severity;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** What the other side of the channels over HTTP can do, and what becomes of its alert. */
@RunWith(Parameterized.class)
public class HttpChannelsTest {
  private static final String KEY = "Zt0pSecretKey4f9a";

  @Rule public final WireMockRule server = new WireMockRule(options().dynamicPort(), false);

  @Parameterized.Parameter(0)
  public String name;

  @Parameterized.Parameter(1)
  public Function<Duration, DeclaredChannel> declared;

  @Parameterized.Parameter(2)
  public String variable;

  /** The address of a server at a port. */
  @Parameterized.Parameter(3)
  public IntFunction<String> secret;

  @Parameterized.Parameter(4)
  public String path;

  @Parameterized.Parameters(name = "{0}")
  public static List<Object[]> channels() {
    Function<Duration, DeclaredChannel> slack =
        deadline -> DeclaredSlack.builder().setDeadline(deadline).build();
    Function<Duration, DeclaredChannel> sentry =
        deadline -> DeclaredSentry.builder("r", "e").setDeadline(deadline).build();
    IntFunction<String> webhook = port -> "http://localhost:" + port + "/services/T0/B0/" + KEY;
    IntFunction<String> dsn = port -> "http://" + KEY + "@localhost:" + port + "/42";
    return List.of(
        new Object[] {"slack", slack, "SLACK_WEBHOOK_ERROR", webhook, "/services/T0/B0/" + KEY},
        new Object[] {"sentry", sentry, "SENTRY_DSN", dsn, "/api/42/envelope/"});
  }

  private String reason(Duration deadline, Secrets secrets) {
    try (AlertChannel channel = declared.apply(deadline).open(secrets)) {
      String reason =
          assertThrows(
                  UnsentAlertException.class,
                  () -> channel.send(TestedAlerts.alert(Severity.CRITICAL)))
              .getMessage();
      assertThat(reason, startsWith(name + ": "));
      assertThat(reason, not(containsString(KEY)));
      assertThat(reason, not(containsString("localhost")));
      return reason;
    } catch (UnsentAlertException e) {
      throw new AssertionError(e);
    }
  }

  private Secrets secrets(String value) {
    return new EnvironmentSecrets(Map.of(variable, value));
  }

  private String reason(Duration deadline, ResponseDefinitionBuilder answer) {
    server.stubFor(post(anyUrl()).willReturn(answer));
    return reason(deadline, secrets(secret.apply(server.port())));
  }

  private String reason(ResponseDefinitionBuilder answer) {
    return reason(Duration.ofSeconds(10), answer);
  }

  @Test
  public void aRefusalSaysItsStatusAndWhy() {
    for (int status : new int[] {400, 403, 404, 410, 413, 429, 500, 503}) {
      assertThat(
          reason(aResponse().withStatus(status).withBody("no_service\r\n")),
          is(name + ": status " + status + ": no_service"));
    }
    assertThat(server.getAllServeEvents(), hasSize(8));
  }

  @Test
  public void whatTheServerRepeatsOfTheSecretIsNotKept() {
    String whole = secret.apply(server.port());
    String encoded = Base64.getEncoder().encodeToString(KEY.getBytes(US_ASCII));
    String reason =
        reason(aResponse().withStatus(404).withBody(whole + " | " + KEY + " | " + encoded));
    assertThat(reason, containsString("*** | *** | "));
    assertThat(reason, not(containsString(encoded.substring(4, 12))));
    assertThat(
        reason(aResponse().withStatus(500).withBody(Strings.repeat("a b ", 900))).length(),
        lessThan(300));
  }

  @Test
  public void aRedirectIsNotFollowed() {
    assertThat(
        reason(aResponse().withStatus(302).withHeader("Location", server.url("/elsewhere"))),
        is(name + ": status 302"));
    assertThat(server.getAllServeEvents(), hasSize(1));
  }

  @Test
  public void aServerThatDoesNotAnswerIsLeftAtTheDeadline() {
    assertThat(
        reason(Duration.ofMillis(200), ok().withFixedDelay(2_000)),
        is(name + ": the deadline passed before the headers"));
  }

  @Test
  public void aServerThatTricklesIsLeftAtTheDeadline() {
    Duration deadline = Duration.ofMillis(200);
    try (RawServer trickling = RawServer.start()) {
      Secrets secrets = secrets(secret.apply(trickling.address().getPort()));
      trickling.answer(path, RawServer.drip("HTTP/1.1 200 OK\r\nX-Header: "));
      assertThat(reason(deadline, secrets), is(name + ": the deadline passed before the headers"));
      trickling.answer(path, RawServer.drip("HTTP/1.1 503 No\r\nContent-Length: 9999\r\n\r\nbusy"));
      assertThat(reason(deadline, secrets), is(name + ": status 503: busy"));
    }
  }

  @Test
  public void whatIsTakenIsTakenWhateverFollows() throws UnsentAlertException {
    try (RawServer trickling = RawServer.start();
        AlertChannel channel =
            declared
                .apply(Duration.ofMillis(200))
                .open(secrets(secret.apply(trickling.address().getPort())))) {
      trickling.answer(path, RawServer.drip("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nok"));
      channel.send(TestedAlerts.alert(Severity.CRITICAL));
      assertThat("once", trickling.requests(), contains(path));
    }
  }

  @Test
  public void aPageOfAGatewayIsNoReceipt() {
    assertThat(
        reason(ok("\n<!DOCTYPE html><title>Sign in</title>")),
        is(name + ": status 200 with somebody else's page: <!DOCTYPE html><title>Sign in</title>"));
  }

  @Test
  public void aBrokenConnectionSaysSo() {
    assertThat(
        reason(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        startsWith(name + ": the connection broke before the headers: "));
    assertThat(
        reason(aResponse().withFault(Fault.EMPTY_RESPONSE)),
        startsWith(name + ": the connection broke before the headers: "));
  }

  @Test
  public void aServerThatIsNotThereSaysSo() {
    server.stop();
    assertThat(
        reason(Duration.ofSeconds(10), secrets(secret.apply(1))),
        startsWith(name + ": the connection broke before the headers: "));
  }

  @Test
  public void aSecretThatIsNotThereOrNoAddressSaysWhichOne() {
    String reference = "secret:" + variable.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    assertThat(
        reason(Duration.ofSeconds(1), TestedAlerts.NO_SECRETS),
        startsWith(name + ": there is no " + reference + ": "));
    for (String value : List.of(KEY, "ftp://" + KEY + "@host/1", "https://" + KEY + "|/ /1")) {
      assertThat(reason(Duration.ofSeconds(1), secrets(value)), containsString(reference));
    }
  }

  @Test
  public void anInterruptIsKept() {
    server.stubFor(post(anyUrl()).willReturn(ok().withFixedDelay(500)));
    Thread.currentThread().interrupt();
    assertThat(
        reason(Duration.ofSeconds(10), secrets(secret.apply(server.port()))),
        is(name + ": interrupted"));
    assertThat(Thread.interrupted(), is(true));
  }
}
