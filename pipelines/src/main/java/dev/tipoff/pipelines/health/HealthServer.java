package dev.tipoff.pipelines.health;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.HttpHeaders;
import com.google.common.net.InetAddresses;
import com.google.common.net.MediaType;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tipoff.io.deadline.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code GET} and {@code HEAD} of {@code /health} and {@code /ready} with JSON that nobody
 * may keep: 200 if all is well or degraded, respectively if the warehouse is as declared, else 503.
 *
 * <p>However many ask at once, one report is made at a time, and it serves all for ten seconds. It
 * takes a few threads, and no client keeps one of them for longer than a minute with a request that
 * does not end.
 */
public final class HealthServer implements AutoCloseable {
  static final String HEALTH = "/health";
  static final String READY = "/ready";

  private static final ImmutableSet<String> METHODS = ImmutableSet.of("GET", "HEAD");
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int THREADS = 4;

  /**
   * Seconds from a connection to the end of its request, those included in which no thread is free
   * for it. The JDK reads it with the first server.
   */
  private static final String LONGEST_REQUEST = "sun.net.httpserver.maxReqTime";

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<HealthReport> reports;

  private HealthServer(HttpServer server, ExecutorService threads, Supplier<HealthReport> reports) {
    this.server = server;
    this.threads = threads;
    this.reports = reports;
  }

  /**
   * Starts to answer.
   *
   * @param address where to listen; port 0 is any that is free
   * @param reports makes a report; called by one thread at a time
   * @throws IOException if nothing can listen there
   */
  public static HealthServer start(InetSocketAddress address, Supplier<HealthReport> reports)
      throws IOException {
    System.setProperty(
        LONGEST_REQUEST,
        System.getProperty(LONGEST_REQUEST, String.valueOf(Deadline.OUTSIDE_CALL.toSeconds())));
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, new ThreadFactoryBuilder().setDaemon(true).setNameFormat("health-%d").build());
    HealthServer health =
        new HealthServer(server, threads, Suppliers.memoizeWithExpiration(reports::get, KEPT));
    server.setExecutor(threads);
    server.createContext("/", health::answer);
    server.start();
    return health;
  }

  /** Where it listens, with the port that it got. */
  public URI address() {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        String.format(
            "http://%s:%d", InetAddresses.toUriString(address.getAddress()), address.getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!path.equals(HEALTH) && !path.equals(READY)) {
        send(exchange, NOT_FOUND, "{\"error\": \"there are /health and /ready\"}\n");
      } else if (!METHODS.contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set(HttpHeaders.ALLOW, String.join(", ", METHODS));
        send(exchange, METHOD_NOT_ALLOWED, "{\"error\": \"only GET and HEAD\"}\n");
      } else if (path.equals(READY)) {
        HealthReport report = reports.get();
        send(exchange, report.isReady() ? OK : UNAVAILABLE, report.readiness());
      } else {
        HealthReport report = reports.get();
        send(exchange, report.status() == HealthStatus.UNHEALTHY ? UNAVAILABLE : OK, report.json());
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, MediaType.JSON_UTF_8.toString());
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Stops listening; answers that are on their way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
