package dev.tipoff.pipelines.health;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.joda.time.Instant;
import org.junit.After;
import org.junit.Test;

/** What the server answers, asked as a monitor asks it. */
public class HealthServerTest {
  private static final Instant NOW = Instant.parse("2031-01-10T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private HealthServer server;

  private void start(Supplier<HealthReport> reports) throws IOException {
    server =
        HealthServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), reports);
  }

  @After
  public void stop() {
    server.close();
  }

  private static HealthReport report(HealthStatus warehouse, HealthStatus runs) {
    return new HealthReport(
        new Deployment("1.2.3", "c0de", Optional.empty(), "c0f1"),
        NOW,
        ImmutableMap.of(
            HealthEvaluation.WAREHOUSE,
            new ComponentHealth(warehouse, "the file", ImmutableMap.of("reachable", true)),
            "runs",
            new ComponentHealth(runs, "the night", ImmutableMap.of())));
  }

  private HttpRequest request(String method, String path) {
    return HttpRequest.newBuilder(server.address().resolve(path))
        .method(
            method, method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
        .timeout(PATIENCE)
        .build();
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return client.send(request(method, path), BodyHandlers.ofString());
  }

  private void assertAnswers(String path, int status) throws Exception {
    assertThat(path, ask("GET", path).statusCode(), is(status));
    assertThat(path, ask("HEAD", path).statusCode(), is(status));
  }

  @Test
  public void healthIsTheDocument() throws Exception {
    HealthReport report = report(HealthStatus.HEALTHY, HealthStatus.HEALTHY);
    start(() -> report);
    HttpResponse<String> answer = ask("GET", "/health");
    assertThat(answer.statusCode(), is(200));
    assertThat(answer.body(), is(report.json()));
    assertThat(
        answer.headers().firstValue("Content-Type"),
        is(Optional.of("application/json; charset=utf-8")));
    assertThat(answer.headers().firstValue("Cache-Control"), is(Optional.of("no-store")));
  }

  @Test
  public void headIsTheSameWithoutTheBody() throws Exception {
    HealthReport report = report(HealthStatus.HEALTHY, HealthStatus.HEALTHY);
    start(() -> report);
    HttpResponse<String> answer = ask("HEAD", "/health");
    assertThat(answer.body(), is(""));
    assertThat(
        answer.headers().firstValueAsLong("Content-Length"),
        is(OptionalLong.of(report.json().length())));
  }

  @Test
  public void whatIsDegradedStillServes() throws Exception {
    start(() -> report(HealthStatus.HEALTHY, HealthStatus.DEGRADED));
    assertAnswers("/health", 200);
    assertAnswers("/ready", 200);
  }

  @Test
  public void whatIsUnhealthyIsUnavailableAndReadyIsOfTheWarehouseAlone() throws Exception {
    start(() -> report(HealthStatus.HEALTHY, HealthStatus.UNHEALTHY));
    assertAnswers("/health", 503);
    assertAnswers("/ready", 200);
    assertThat(
        ask("GET", "/ready").body(),
        is("{\n  \"ready\" : true,\n  \"summary\" : \"the file\"\n}\n"));
  }

  @Test
  public void withoutTheWarehouseItIsNotReady() throws Exception {
    start(() -> report(HealthStatus.UNHEALTHY, HealthStatus.HEALTHY));
    assertAnswers("/health", 503);
    assertAnswers("/ready", 503);
    assertThat(ask("GET", "/ready").body(), containsString("\"ready\" : false"));
  }

  @Test
  public void anyOtherMethodIsNotAllowed() throws Exception {
    AtomicInteger made = new AtomicInteger();
    start(
        () -> {
          made.incrementAndGet();
          return report(HealthStatus.HEALTHY, HealthStatus.HEALTHY);
        });
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
      HttpResponse<String> answer = ask(method, "/health");
      assertThat(method, answer.statusCode(), is(405));
      assertThat(method, answer.headers().firstValue("Allow"), is(Optional.of("GET, HEAD")));
    }
    assertThat(made.get(), is(0));
  }

  @Test
  public void anyOtherPathIsNotFound() throws Exception {
    start(() -> report(HealthStatus.HEALTHY, HealthStatus.HEALTHY));
    for (String path : List.of("/", "/health/", "/healthz", "/health/live", "/HEALTH", "/ready2")) {
      assertAnswers(path, 404);
    }
    assertAnswers("/health?verbose=1", 200);
  }

  /** Monitors that ask at once wait for one report, and those that come soon after get it too. */
  @Test
  public void oneReportServesAllWhoAskAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    AtomicInteger made = new AtomicInteger();
    start(
        () -> {
          made.incrementAndGet();
          begun.countDown();
          try {
            assertThat(answer.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), is(true));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return report(HealthStatus.HEALTHY, HealthStatus.HEALTHY);
        });
    List<CompletableFuture<Integer>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asked.add(
          client
              .sendAsync(
                  request("GET", i % 2 == 0 ? "/health" : "/ready"), BodyHandlers.discarding())
              .thenApply(HttpResponse::statusCode));
    }
    assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), is(true));
    answer.countDown();
    assertThat(asked.stream().map(CompletableFuture::join).toList(), everyItem(is(200)));
    assertThat(asked, hasSize(40));
    assertAnswers("/health", 200);
    assertThat(made.get(), is(1));
  }

  @Test
  public void onceItIsClosedAnotherMayHaveItsPort() throws Exception {
    start(() -> report(HealthStatus.HEALTHY, HealthStatus.UNHEALTHY));
    assertAnswers("/health", 503);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort());
    assertThrows(BindException.class, () -> HealthServer.start(address, () -> null));
    server.close();
    server = HealthServer.start(address, () -> report(HealthStatus.HEALTHY, HealthStatus.HEALTHY));
    assertAnswers("/health", 200);
  }
}
