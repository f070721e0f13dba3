package dev.tipoff.io.warehouse;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit.WireMockRule;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** The real client against a server that answers, refuses, breaks off and hangs. */
public class BigQueryRestClientTest {
  private static final String QUERIES = "/bigquery/v2/projects/some-project/queries";
  private static final String TABLE =
      "/bigquery/v2/projects/some-project/datasets/nba_raw/tables/schedule";
  private static final TableReference SCHEDULE =
      new TableReference()
          .setProjectId("some-project")
          .setDatasetId("nba_raw")
          .setTableId("schedule");
  private static final String ONE_ROW =
      """
      {"jobComplete": true, "jobReference": {"projectId": "some-project", "jobId": "j"},
       "schema": {"fields": [{"name": "game", "type": "STRING"}, {"name": "at", "type": "TIMESTAMP"}]},
       "rows": [{"f": [{"v": "g1"}, {"v": null}]}]}
      """;

  @Rule public final WireMockRule server = new WireMockRule(options().dynamicPort(), false);

  private BigQueryRestClient client;

  @Before
  public void open() {
    client = client(Duration.ofSeconds(20));
  }

  @After
  public void close() {
    client.close();
  }

  private BigQueryRestClient client(Duration deadline) {
    BigQueryOptions options = PipelineOptionsFactory.create().as(BigQueryOptions.class);
    options.as(GcpOptions.class).setCredentialFactoryClass(NoopCredentialFactory.class);
    options.setBigQueryEndpoint(server.baseUrl());
    return BigQueryRestClient.open("some-project", "US", deadline, options);
  }

  private static ResponseDefinitionBuilder refusal(int status, String reason) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(
            String.format(
                "{\"error\": {\"code\": %d, \"message\": \"no\", \"errors\": [{\"reason\":"
                    + " \"%s\", \"message\": \"no\"}]}}",
                status, reason));
  }

  private void answer(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
    server.stubFor(
        post(urlPathEqualTo(QUERIES))
            .inScenario("twice")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("second"));
    server.stubFor(
        post(urlPathEqualTo(QUERIES))
            .inScenario("twice")
            .whenScenarioStateIs("second")
            .willReturn(second));
  }

  private int calls() {
    return server.findAll(anyRequestedFor(anyUrl())).size();
  }

  @Test
  public void givesRowsByNameAndLeavesAbsentCellsOut() {
    server.stubFor(post(urlPathEqualTo(QUERIES)).willReturn(okJson(ONE_ROW)));
    assertThat(client.query("SELECT 1"), is(List.of(new TableRow().set("game", "g1"))));
    server.verify(
        com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(urlPathEqualTo(QUERIES))
            .withRequestBody(matchingJsonPath("$.useLegacySql", equalTo("false")))
            .withRequestBody(matchingJsonPath("$.location", equalTo("US")))
            .withRequestBody(
                matchingJsonPath("$.formatOptions.useInt64Timestamp", equalTo("true"))));
  }

  @Test
  public void limitsAndServerErrorsAreTriedAgain() {
    for (ResponseDefinitionBuilder first :
        List.of(
            refusal(429, "rateLimitExceeded"),
            refusal(403, "rateLimitExceeded"),
            refusal(500, "backendError"),
            refusal(503, "backendError"),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))) {
      server.resetAll();
      answer(first, okJson(ONE_ROW));
      assertThat(client.query("SELECT 1").size(), is(1));
      assertThat(calls(), is(2));
    }
  }

  /** A statement whose answer is lost is asked for by the same id, so that it runs once. */
  @Test
  public void everyAttemptHasTheSameId() {
    answer(refusal(500, "backendError"), okJson(ONE_ROW));
    client.query("SELECT 1");
    List<String> ids =
        server.findAll(anyRequestedFor(anyUrl())).stream()
            .map(
                request ->
                    request.getBodyAsString().replaceAll(".*\"requestId\":\"([^\"]+)\".*", "$1"))
            .distinct()
            .toList();
    assertThat(ids.toString(), ids.size(), is(1));
  }

  @Test
  public void otherRefusalsAreFinalAndSayWhy() {
    for (ResponseDefinitionBuilder refusal :
        List.of(
            refusal(400, "invalidQuery"),
            refusal(401, "authError"),
            refusal(403, "quotaExceeded"),
            refusal(403, "accessDenied"))) {
      server.resetAll();
      server.stubFor(post(urlPathEqualTo(QUERIES)).willReturn(refusal));
      Exception failed = assertThrows(WarehouseException.class, () -> client.query("SELECT 1"));
      assertThat(failed.getMessage(), containsString("BigQuery, query: 40"));
      assertThat(calls(), is(1));
    }
  }

  @Test
  public void aServerThatHangsMeetsTheDeadline() {
    server.stubFor(any(anyUrl()).willReturn(okJson(ONE_ROW).withFixedDelay(30_000)));
    try (BigQueryRestClient hasty = client(Duration.ofMillis(600))) {
      Exception failed = assertThrows(WarehouseException.class, () -> hasty.query("SELECT 1"));
      assertThat(failed.getMessage(), containsString("timed out"));
    }
  }

  @Test
  public void aServerThatTricklesMeetsTheDeadline() {
    server.stubFor(any(anyUrl()).willReturn(okJson(ONE_ROW).withChunkedDribbleDelay(60, 30_000)));
    try (BigQueryRestClient hasty = client(Duration.ofMillis(1_500))) {
      Exception failed = assertThrows(WarehouseException.class, () -> hasty.query("SELECT 1"));
      assertThat(failed.getMessage(), containsString("not done within 1 s"));
    }
  }

  @Test
  public void aServerThatKeepsFailingMeetsTheDeadline() {
    server.stubFor(any(anyUrl()).willReturn(refusal(503, "backendError")));
    try (BigQueryRestClient hasty = client(Duration.ofSeconds(4))) {
      Exception failed = assertThrows(WarehouseException.class, () -> hasty.query("SELECT 1"));
      assertThat(failed.getMessage(), containsString("503 backendError"));
      assertThat(calls(), is(greaterThan(1)));
    }
  }

  @Test
  public void aStatementThatNeverEndsMeetsTheDeadline() {
    String running =
        "{\"jobComplete\": false, \"jobReference\": {\"projectId\": \"some-project\", \"jobId\":"
            + " \"j\"}}";
    server.stubFor(any(anyUrl()).willReturn(okJson(running)));
    try (BigQueryRestClient hasty = client(Duration.ofMillis(1_500))) {
      Exception failed = assertThrows(WarehouseException.class, () -> hasty.query("SELECT 1"));
      assertThat(failed.getMessage(), containsString("not done within"));
    }
  }

  @Test
  public void aSlowStatementIsAskedForAndItsPagesAreJoined() {
    String job = "\"jobReference\": {\"projectId\": \"some-project\", \"jobId\": \"j\"}";
    String schema = "\"schema\": {\"fields\": [{\"name\": \"game\", \"type\": \"STRING\"}]}";
    server.stubFor(
        post(urlPathEqualTo(QUERIES)).willReturn(okJson("{\"jobComplete\": false, " + job + "}")));
    server.stubFor(
        get(urlPathEqualTo(QUERIES + "/j"))
            .willReturn(
                okJson(
                    String.format(
                        "{\"jobComplete\": true, %s, %s, \"pageToken\": \"next\", \"rows\":"
                            + " [{\"f\": [{\"v\": \"g1\"}]}]}",
                        job, schema))));
    server.stubFor(
        get(urlPathEqualTo(QUERIES + "/j"))
            .withQueryParam("pageToken", equalTo("next"))
            .willReturn(
                okJson(
                    String.format(
                        "{\"jobComplete\": true, %s, %s, \"rows\": [{\"f\": [{\"v\": \"g2\"}]}]}",
                        job, schema))));
    assertThat(
        client.query("SELECT 1"),
        is(List.of(new TableRow().set("game", "g1"), new TableRow().set("game", "g2"))));
  }

  @Test
  public void aTableIsThereOrNot() {
    assertThat(client.table(SCHEDULE), is(Optional.empty()));
    server.stubFor(get(urlPathEqualTo(TABLE)).willReturn(okJson("{\"id\": \"x\"}")));
    assertThat(client.table(SCHEDULE).orElseThrow().getId(), is("x"));
  }

  @Test
  public void erasesAPartitionThatIsThereOrGone() {
    TableReference partition = SCHEDULE.clone().setTableId("schedule$20310110");
    client.erase(partition);
    server.stubFor(delete(urlPathEqualTo(TABLE + "$20310110")).willReturn(aResponse()));
    client.erase(partition);
    assertThat(calls(), is(2));
    server.stubFor(
        delete(urlPathEqualTo(TABLE + "$20310110")).willReturn(refusal(403, "accessDenied")));
    assertThrows(WarehouseException.class, () -> client.erase(partition));
  }
}
