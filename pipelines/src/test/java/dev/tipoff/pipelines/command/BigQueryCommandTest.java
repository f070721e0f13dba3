package dev.tipoff.pipelines.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.junit.WireMockRule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.junit.Rule;
import org.junit.Test;

/** Commands on BigQuery, whose server is ours. */
public class BigQueryCommandTest {
  private static final String TEMP = "--tempLocation=gs://some-bucket/temp";

  @Rule public final WireMockRule server = new WireMockRule(options().dynamicPort(), false);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int digest(String... more) {
    return digestOf("some-project", more);
  }

  private int digestOf(String project, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "digest",
                "--warehouse=bigquery:" + project,
                "--table=nba_raw.schedule",
                "--bigQueryEndpoint=" + server.baseUrl(),
                "--credentialFactoryClass=" + NoopCredentialFactory.class.getName()));
    args.addAll(List.of(more));
    return Command.run(
        args.toArray(String[]::new),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void aDigestIsOneQuery() {
    server.stubFor(
        post(anyUrl())
            .willReturn(
                okJson(
                    """
                    {"jobComplete": true, "schema": {"fields": [{"name": "row_count"},
                      {"name": "row_hashes"}]}, "rows": [{"f": [{"v": "7"}, {"v": "255"}]}]}
                    """)));
    assertThat(err(), digest(TEMP), is(0));
    assertThat(out(), containsString("7  00000000000000ff"));
  }

  @Test
  public void aTableThatIsNotThereIsAFailureThatSaysWhich() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        "{\"error\": {\"code\": 404, \"message\": \"Not found: Table schedule\","
                            + " \"errors\": [{\"reason\": \"notFound\"}]}}")));
    assertThat(digest(TEMP), is(1));
    assertThat(err(), containsString("404 notFound: Not found: Table schedule"));
  }

  @Test
  public void aRefusalIsAFailureThatSaysWhy() {
    server.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        "{\"error\": {\"code\": 403, \"message\": \"Access Denied: Table\","
                            + " \"errors\": [{\"reason\": \"accessDenied\"}]}}")));
    assertThat(digest(TEMP), is(1));
    assertThat(err(), containsString("403 accessDenied: Access Denied: Table"));
    assertThat(err(), not(containsString("Exception")));
  }

  @Test
  public void withoutAFolderInCloudStorageItIsWrongUsage() {
    assertThat(digest(), is(2));
    assertThat(err(), containsString("--tempLocation=gs://BUCKET/FOLDER"));
  }

  @Test
  public void aNameThatIsNoProjectIsWrongUsage() {
    assertThat(digestOf("No Project", TEMP), is(2));
    assertThat(err(), containsString("'No Project' is not a Google Cloud project"));
  }
}
