package dev.tipoff.io.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.junit.WireMockRule;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.tipoff.io.secrets.EnvironmentSecrets;
import dev.tipoff.io.secrets.Secrets;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** {@link DeclaredSlack} and what it posts. */
public class SlackChannelTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Rule public final WireMockRule slack = new WireMockRule(options().dynamicPort(), false);

  @Before
  public void takeAll() {
    slack.stubFor(post(anyUrl()).willReturn(ok("ok")));
  }

  private void send(DeclaredSlack.Builder declared, Alert alert) throws UnsentAlertException {
    Secrets secrets =
        new EnvironmentSecrets(
            Map.of(
                "SLACK_WEBHOOK_DEFAULT", slack.url("/default"),
                "SLACK_WEBHOOK_ERROR", slack.url("/error"),
                "SLACK_WEBHOOK_MONITORING_ERROR", slack.url("/monitoring-error"),
                "SLACK_WEBHOOK_MONITORING_WARNING", slack.url("/monitoring-warning")));
    try (AlertChannel channel = declared.build().open(secrets)) {
      channel.send(alert);
    }
  }

  private JsonNode posted(Alert alert) throws Exception {
    send(DeclaredSlack.builder(), alert);
    return JSON.readTree(slack.getAllServeEvents().get(0).getRequest().getBodyAsString());
  }

  private static JsonNode blocks(JsonNode message) {
    return message.at("/attachments/0/blocks");
  }

  private static List<String> texts(JsonNode message) {
    return message.findValues("text").stream()
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  @Test
  public void anAlertIsBlocksOfItsColour() throws Exception {
    JsonNode message = posted(TestedAlerts.alert(Severity.CRITICAL));
    slack.verify(
        postRequestedFor(anyUrl())
            .withHeader("Content-Type", equalTo("application/json; charset=UTF-8")));
    String heading =
        "CRITICAL: 1,234 BAD_ROW in load-raw, step ResolveLines, slate 2026-01-15 to 2026-01-16";
    assertThat(message.at("/attachments/0/color").asText(), is("#FF0000"));
    assertThat(message.at("/attachments/0/fallback").asText(), is(heading));
    JsonNode blocks = blocks(message);
    assertThat(
        blocks.findValuesAsText("type").stream().filter(type -> !type.contains("_")).toList(),
        contains(
            "header", "section", "mrkdwn", "mrkdwn", "mrkdwn", "mrkdwn", "mrkdwn", "mrkdwn",
            "mrkdwn", "mrkdwn", "section", "section", "mrkdwn", "context"));
    assertThat(blocks.at("/0/text/text").asText(), is(heading));
    assertThat(
        blocks.at("/1/fields").findValuesAsText("text"),
        contains(
            "*Failures*\n1,234",
            "*Code*\nBAD_ROW",
            "*Pipeline*\nload-raw",
            "*Step*\nResolveLines",
            "*Slate*\n2026-01-15 to 2026-01-16",
            "*Run*\nrun-7",
            "*First*\n2026-01-15T20:30:00.000Z",
            "*Last*\n2026-01-15T20:45:00.000Z"));
    assertThat(blocks.at("/2/text/type").asText(), is("plain_text"));
    assertThat(blocks.at("/2/text/text").asText(), is("row 7: no line\nrow 9: no price"));
    assertThat(blocks.at("/3/text/text").asText(), is("What to do: docs/runbook.md#bad_row"));
    assertThat(blocks.at("/4/elements/0/text").asText(), is("Alert " + TestedAlerts.ID));
  }

  @Test
  public void aRunbookOnTheWebIsALink() throws Exception {
    send(
        DeclaredSlack.builder().setRunbook(new Runbook("https://docs.example/runbook?a&b")),
        TestedAlerts.alert(Severity.WARNING));
    assertThat(
        blocks(JSON.readTree(slack.getAllServeEvents().get(0).getRequest().getBodyAsString()))
            .at("/3/text/text")
            .asText(),
        is("What to do: <https://docs.example/runbook?a&amp;b#bad_row>"));
  }

  @Test
  public void nothingThatIsQuotedBecomesAMention() throws Exception {
    JsonNode message =
        posted(
            TestedAlerts.builder(Severity.WARNING)
                .setStep("<!channel>")
                .setSamples("<!channel> <@U123> <https://bad.example|click> & @here")
                .setSlates("<!here>")
                .setRunId("<!everyone>")
                .build());
    assertThat(
        blocks(message).at("/2/text/text").asText(),
        is("&lt;!channel&gt; &lt;@U123&gt; &lt;https://bad.example|click&gt; &amp; @here"));
    texts(message).forEach(text -> assertThat(text, not(containsString("<"))));
    assertThat(message.at("/attachments/0/fallback").asText(), not(containsString("<")));
    for (JsonNode text : message.findParents("type")) {
      if (text.path("type").asText().equals("mrkdwn")) {
        assertThat("Slack looks for no names", text.path("verbatim").asBoolean(), is(true));
      }
    }
  }

  @Test
  public void noTextIsLongerThanSlackTakes() throws Exception {
    JsonNode blocks =
        blocks(
            posted(
                TestedAlerts.builder(Severity.WARNING)
                    .setStep("<🏀".repeat(3_000))
                    .setSamples("🏀&".repeat(3_000))
                    .build()));
    assertThat(blocks.at("/0/text/text").asText().length(), lessThanOrEqualTo(150));
    for (JsonNode field : blocks.at("/1/fields")) {
      assertThat(field.path("text").asText().length(), lessThanOrEqualTo(2_000));
    }
    String samples = blocks.at("/2/text/text").asText();
    assertThat(samples.length(), lessThanOrEqualTo(3_000));
    assertThat("whole characters", samples, endsWith("🏀&amp;🏀…"));
    assertThat(ImmutableList.copyOf(blocks).size(), lessThanOrEqualTo(50));
  }

  @Test
  public void anAlertWithoutSlateAndSamplesHasNoEmptyBlocks() throws Exception {
    JsonNode message =
        posted(TestedAlerts.builder(Severity.WARNING).setSlates("").setSamples("").build());
    assertThat(blocks(message).size(), is(4));
    texts(message).forEach(text -> assertThat(text.isBlank(), is(false)));
  }

  @Test
  public void eachLevelHasItsWebhook() throws Exception {
    DeclaredSlack.Builder declared = DeclaredSlack.builder();
    for (String pipeline : List.of("load-raw", "watch")) {
      for (Severity severity : List.of(Severity.WARNING, Severity.CRITICAL)) {
        send(declared, TestedAlerts.builder(severity).setPipeline(pipeline).build());
      }
    }
    assertThat(
        Lists.reverse(slack.getAllServeEvents()).stream()
            .map(each -> each.getRequest().getUrl())
            .toList(),
        contains("/default", "/error", "/monitoring-warning", "/monitoring-error"));
  }

  @Test
  public void warningsAndCriticalAlertsAreTaken() {
    DeclaredSlack declared = DeclaredSlack.builder().build();
    assertThat(declared.takes(TestedAlerts.alert(Severity.INFO)), is(false));
    assertThat(declared.takes(TestedAlerts.alert(Severity.WARNING)), is(true));
    assertThat(declared.takes(TestedAlerts.alert(Severity.CRITICAL)), is(true));
  }
}
