package dev.tipoff.pipelines.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.tipoff.io.warehouse.LocalBigQuery;
import dev.tipoff.transforms.tables.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.rules.ExternalResource;

/**
 * BigQuery's REST interface, with a project for each fault that starting a job can meet. Every
 * query gives the same rows.
 */
final class FaultyBigQuery extends ExternalResource {
  private static final int HANG_MILLIS = 4_000;
  private static final int THREADS = 60;
  private static final int NOT_FOUND = 404;
  private static final String DONE =
      """
      {"jobReference": {"projectId": "p", "jobId": "j"}, "status": {"state": "DONE"},
       "statistics": {"query": {"totalBytesProcessed": "1"},
         "extract": {"destinationUriFileCounts": ["1"]}}}
      """;

  /** What happens instead of a job being started. */
  enum Fault {
    TOO_MANY_REQUESTS(429, "rateLimitExceeded"),
    SERVER_ERROR(500, "backendError"),
    RATE_LIMIT(403, "rateLimitExceeded"),
    QUOTA(403, "quotaExceeded"),
    HANG(200, "");

    private final int status;
    private final String reason;

    Fault(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    /** The project that meets it. */
    String project() {
      return "faulty-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String jobs() {
      return "/bigquery/v2/projects/" + project() + "/jobs";
    }

    private String datasets() {
      return "/bigquery/v2/projects/" + project() + "/datasets";
    }

    private ResponseDefinitionBuilder answer() {
      return this == HANG ? okJson(DONE).withFixedDelay(HANG_MILLIS) : refusal(status, reason);
    }

    /** A job that was started although its answer was late is there already. */
    private ResponseDefinitionBuilder secondAnswer() {
      return this == HANG ? refusal(409, "duplicate") : okJson(DONE);
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
  }

  /** What a job is for; what a query will read is asked for before it is started. */
  enum Kind {
    DRY_RUN("dryRun"),
    QUERY("priority"),
    EXTRACT("extract"),
    LOAD("load");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    private StringValuePattern body() {
      return containing("\"" + key + "\"");
    }
  }

  private final WireMockServer server;

  <T> FaultyBigQuery(Table<T> table, List<T> rows) {
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .containerThreads(THREADS)
                .extensions(new Export<>(table, rows)));
    server.stubFor(any(anyUrl()).willReturn(okJson(DONE)));
    for (Fault fault : Fault.values()) {
      String result = fault.datasets() + "/temp/tables/.*";
      server.stubFor(
          get(urlPathMatching(result))
              .inScenario("result of " + fault)
              .whenScenarioStateIs(Scenario.STARTED)
              .willReturn(Fault.refusal(NOT_FOUND, "notFound"))
              .willSetStateTo("queried"));
      server.stubFor(
          get(urlPathMatching(result))
              .inScenario("result of " + fault)
              .whenScenarioStateIs("queried")
              .willReturn(okJson("{\"schema\": " + LocalBigQuery.schema(table) + "}")));
    }
  }

  @Override
  protected void before() {
    server.start();
  }

  @Override
  protected void after() {
    server.stop();
  }

  String url() {
    return server.baseUrl();
  }

  /** From now on every job's start meets its project's fault. */
  void failForGood() {
    for (Fault fault : Fault.values()) {
      server.stubFor(post(urlPathEqualTo(fault.jobs())).willReturn(fault.answer()));
    }
  }

  /** From now on the first dry run and the first start of a query meet their project's fault. */
  void failOnce() {
    for (Fault fault : Fault.values()) {
      failOnce(fault, Kind.DRY_RUN, okJson(DONE));
      failOnce(fault, Kind.QUERY, fault.secondAnswer());
    }
  }

  private void failOnce(Fault fault, Kind kind, ResponseDefinitionBuilder secondAnswer) {
    String scenario = fault + " " + kind;
    server.stubFor(
        post(urlPathEqualTo(fault.jobs()))
            .withRequestBody(kind.body())
            .inScenario(scenario)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(fault.answer())
            .willSetStateTo("failed"));
    server.stubFor(
        post(urlPathEqualTo(fault.jobs()))
            .withRequestBody(kind.body())
            .inScenario(scenario)
            .whenScenarioStateIs("failed")
            .willReturn(secondAnswer));
  }

  /** How often somebody tried to start such a job. */
  int starts(Fault fault, Kind kind) {
    return server
        .findAll(postRequestedFor(urlPathEqualTo(fault.jobs())).withRequestBody(kind.body()))
        .size();
  }

  /** Writes the rows where a job that exports them is told to. */
  private record Export<T>(Table<T> table, List<T> rows)
      implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      if (event.getRequest().getBodyAsString().contains("destinationUris")) {
        JsonNode extract =
            Json.node(event.getRequest().getBodyAsString()).path("configuration").path("extract");
        LocalBigQuery.export(
            table,
            rows,
            extract.path("useAvroLogicalTypes").asBoolean(),
            Path.of(extract.path("destinationUris").get(0).asText().replace("*", "000000000000")));
      }
      return event.getResponseDefinition();
    }

    @Override
    public String getName() {
      return "export";
    }
  }
}
