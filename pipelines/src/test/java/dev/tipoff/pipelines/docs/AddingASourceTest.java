package dev.tipoff.pipelines.docs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code docs/adding-a-source.md}, done from its first block to its last. */
public class AddingASourceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tipoff.root"), "docs", "adding-a-source.md");
  private static final String BODY = "test-data/courtside/totals-with-bad-entries.json";
  private static final String IN_LEAGUE = "test-data/league/__files/courtside/totals-20310110.json";

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().notifier(new Slf4jNotifier(false)));

  @Before
  public void start() {
    server.start();
  }

  @After
  public void stop() {
    server.stop();
  }

  @Test
  public void thePageLeadsToWhatItShows() throws IOException, InterruptedException {
    MarkdownPage page = MarkdownPage.read(PAGE);
    server.stubFor(
        get(urlPathEqualTo("/courtside/v1/totals"))
            .withQueryParam("date", equalTo("2031-01-10"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/octet-stream")
                    .withBody(block(page, BODY))));
    Path folder = temp.newFolder().toPath();
    assertThat(
        Tutorial.of(page, folder).differences("http://localhost:8099", server.baseUrl()),
        is(empty()));
    assertThat(server.getAllServeEvents().size(), is(1));
    assertThat(server.findAllUnmatchedRequests(), is(empty()));
  }

  /** What the page adds to the league of our tests is an answer to what the source asks. */
  @Test
  public void theLeagueAnswersTheSource() throws IOException, InterruptedException {
    MarkdownPage page = MarkdownPage.read(PAGE);
    Path folder = temp.newFolder().toPath();
    for (MarkdownPage.Block block : page.blocks()) {
      if (block.file().startsWith("test-data/league/")) {
        new TutorialTree(folder, folder).put(block);
      }
    }
    WireMockServer league =
        new WireMockServer(
            options()
                .dynamicPort()
                .withRootDirectory(folder.resolve("test-data/league").toString())
                .notifier(new Slf4jNotifier(false)));
    league.start();
    try {
      URI address = URI.create(league.baseUrl() + "/courtside/v1/totals?date=2031-01-10");
      assertThat(
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
              .body(),
          is(block(page, IN_LEAGUE)));
    } finally {
      league.stop();
    }
  }

  private static String block(MarkdownPage page, String file) {
    return page.blocks().stream()
        .filter(block -> block.file().equals(file))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
