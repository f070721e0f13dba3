package dev.tipoff.io.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.junit.WireMockRule;
import com.google.common.base.Strings;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import io.sentry.Sentry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;

/** {@link DeclaredSentry} and what it posts. */
public class SentryChannelTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  @Rule public final WireMockRule sentry = new WireMockRule(options().dynamicPort(), false);

  private static DeclaredSentry.Builder declared() {
    return DeclaredSentry.builder("tipoff-1a2b", "production");
  }

  /** The lines of the envelope that an alert becomes. */
  private List<JsonNode> envelope(Alert alert) throws Exception {
    sentry.stubFor(post(urlEqualTo("/api/42/envelope/")).willReturn(ok("{\"id\":\"x\"}")));
    EnvironmentSecrets secrets =
        new EnvironmentSecrets(
            Map.of("SENTRY_DSN", "http://" + KEY + "@localhost:" + sentry.port() + "/42"));
    try (AlertChannel channel = declared().build().open(secrets)) {
      channel.send(alert);
    }
    String body = sentry.getAllServeEvents().get(0).getRequest().getBodyAsString();
    List<String> lines = body.lines().toList();
    assertThat(
        json(lines.get(1)).get("length").asInt(),
        is(lines.get(2).getBytes(StandardCharsets.UTF_8).length));
    return lines.stream().map(SentryChannelTest::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  @Test
  public void anAlertIsAnEnvelopeOfOneEvent() throws Exception {
    List<JsonNode> lines = envelope(TestedAlerts.alert(Severity.CRITICAL));
    sentry.verify(
        postRequestedFor(urlEqualTo("/api/42/envelope/"))
            .withHeader("Content-Type", equalTo("application/x-sentry-envelope"))
            .withHeader("X-Sentry-Auth", containing("sentry_key=" + KEY)));
    assertThat(lines, hasSize(3));
    assertThat(lines.get(0).path("event_id").asText(), is(TestedAlerts.ID));
    assertThat(lines.get(1).path("type").asText(), is("event"));
    JsonNode event = lines.get(2);
    assertThat("Sentry knows a repeat", event.path("event_id").asText(), is(TestedAlerts.ID));
    assertThat(event.path("timestamp").asText(), is("2026-01-15T20:45:00.000Z"));
    assertThat(event.path("level").asText(), is("fatal"));
    assertThat(event.path("release").asText(), is("tipoff-1a2b"));
    assertThat(event.path("environment").asText(), is("production"));
    assertThat(
        JSON.convertValue(event.path("fingerprint"), List.class),
        is(List.of("load-raw/ResolveLines/BAD_ROW")));
    assertThat(
        event.at("/message/formatted").asText(),
        is("1,234 BAD_ROW in load-raw, step ResolveLines, slate 2026-01-15 to 2026-01-16"));
    assertThat(
        JSON.convertValue(event.path("tags"), Map.class),
        is(
            Map.of(
                "pipeline", "load-raw",
                "step", "ResolveLines",
                "code", "BAD_ROW",
                "slate", "2026-01-15 to 2026-01-16")));
    assertThat(event.at("/extra/count").asLong(), is(1_234L));
    assertThat(event.at("/extra/samples").asText(), is("row 7: no line\nrow 9: no price"));
    assertThat(event.at("/extra/run").asText(), is("run-7"));
    assertThat(event.at("/extra/runbook").asText(), is("docs/runbook.md#bad_row"));
    assertThat("nothing of the process is", Sentry.isEnabled(), is(false));
  }

  @Test
  public void aWarningOfNoSlateHasNoTagOfIt() throws Exception {
    JsonNode event =
        envelope(
                TestedAlerts.builder(Severity.WARNING)
                    .setSlates("")
                    .setStep("a\nb" + Strings.repeat("c", 300))
                    .build())
            .get(2);
    assertThat(event.path("level").asText(), is("warning"));
    assertThat(event.path("tags").has("slate"), is(false));
    String step = event.at("/tags/step").asText();
    assertThat(step.substring(0, 3), is("a b"));
    assertThat(step.length(), is(200));
  }

  @Test
  public void theSampleIsOfWarningsAndByTheirIds() {
    DeclaredSentry tenth = declared().setSampleRate(0.1).build();
    List<String> taken =
        IntStream.range(0, 1_000)
            .mapToObj(i -> TestedAlerts.builder(Severity.WARNING).setAlertId("id " + i).build())
            .filter(tenth::takes)
            .map(Alert::getAlertId)
            .toList();
    assertThat(taken, hasSize(111));
    assertThat("as ever", taken.subList(0, 3), contains("id 3", "id 10", "id 16"));
    DeclaredSentry half = declared().setSampleRate(0.5).build();
    taken.forEach(
        id ->
            assertThat(
                half.takes(TestedAlerts.builder(Severity.WARNING).setAlertId(id).build()),
                is(true)));
  }

  @Test
  public void noCriticalAlertIsLeftOutAndNoInfoTaken() {
    DeclaredSentry none = declared().setSampleRate(0).build();
    assertThat(none.takes(TestedAlerts.alert(Severity.CRITICAL)), is(true));
    assertThat(none.takes(TestedAlerts.alert(Severity.WARNING)), is(false));
    DeclaredSentry all = declared().build();
    assertThat(all.takes(TestedAlerts.alert(Severity.WARNING)), is(true));
    assertThat(all.takes(TestedAlerts.alert(Severity.INFO)), is(false));
  }

  @Test
  public void aRateIsFromNoneToAll() {
    for (double rate : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> declared().setSampleRate(rate).build());
    }
  }
}
