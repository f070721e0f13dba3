package dev.tipoff.pipelines.command;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.tipoff.pipelines.command.FaultCase.Result;
import dev.tipoff.pipelines.command.FaultyPort.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;

/** The launcher asks a BigQuery that is out of order. */
final class BigQueryFaults {
  /** With pauses of 0.1 s at least between attempts. */
  private static final int MOST_ATTEMPTS = 10;

  private static final String ROWS =
      """
      {"jobComplete": true, "schema": {"fields": [{"name": "row_count"}, {"name": "row_hashes"}]},
       "rows": [{"f": [{"v": "7"}, {"v": "255"}]}]}
      """;

  private static final Map<OutsideFault, String> SAID =
      Map.of(
          OutsideFault.REFUSED, ".*Connection refused.*",
          OutsideFault.HANG, ".*timed out.*",
          OutsideFault.TRICKLE, "not done within 1 s",
          OutsideFault.ERROR, "503 Service Unavailable",
          OutsideFault.GARBAGE, "the answer is no HTTP",
          OutsideFault.PAGE, ".*MalformedJsonException.*");

  private BigQueryFaults() {}

  static List<FaultCase> cases() {
    return Arrays.stream(OutsideFault.values())
        .map(fault -> new FaultCase("BigQueryRestClient", "digest", fault, () -> result(fault)))
        .toList();
  }

  private static Result result(OutsideFault fault) throws Exception {
    Ended ended;
    try (FaultyPort port = FaultyPort.open(fault, Protocol.HTTP)) {
      ended = digest(port.address()).with(1);
      assertThat(
          ended.reason(),
          matchesRegex("tipoff digest failed: BigQuery, query: (" + SAID.get(fault) + ")"));
      assertThat(ended.text(), not(containsString("\tat ")));
      assertThat(port.connections(), lessThanOrEqualTo(MOST_ATTEMPTS));
    }
    WireMockServer well = new WireMockServer(options().dynamicPort());
    well.stubFor(post(anyUrl()).willReturn(okJson(ROWS)));
    well.start();
    try {
      assertThat(digest(well.baseUrl()).with(0).text(), containsString("7  00000000000000ff"));
    } finally {
      well.stop();
    }
    return new Result(ended.reason(), "", ended.exit(), "0, the digest");
  }

  private static Ended digest(String endpoint) {
    return Ended.of(
        "digest",
        "--warehouse=bigquery:some-project",
        "--table=nba_raw.schedule",
        "--bigQueryEndpoint=" + endpoint,
        "--tempLocation=gs://bucket/folder",
        "--HTTPReadTimeout=1200",
        "--credentialFactoryClass=" + NoopCredentialFactory.class.getName());
  }
}
