package dev.tipoff.pipelines.simulator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The providers of a made-up league, on a free port of this machine: The Odds API's events and
 * odds, and the scoreboard and game log of stats.nba.com, each below its provider's id. It answers
 * as they would at one time, and counts the credits of the odds down.
 */
public final class ProviderServer implements AutoCloseable {
  private static final Pattern ODDS =
      Pattern.compile("/the-odds-api/v4/sports/basketball_nba/events/([0-9a-f]+)/odds");
  private static final int CREDITS = 500;
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads;
  private final ProviderBodies bodies;
  private final AtomicInteger used = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();

  private ProviderServer(HttpServer server, ExecutorService threads, ProviderBodies bodies) {
    this.server = server;
    this.threads = threads;
    this.bodies = bodies;
  }

  /**
   * Starts the providers of a league.
   *
   * @param now the time that they answer at
   */
  static ProviderServer start(Season season, Instant now) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    ProviderServer providers = new ProviderServer(server, threads, new ProviderBodies(season, now));
    server.setExecutor(threads);
    server.createContext("/", providers::answer);
    server.start();
    return providers;
  }

  /** Where they are: the value of {@code --providersAt}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many requests have come. */
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String path = exchange.getRequestURI().getPath();
    Map<String, String> query = query(exchange.getRequestURI());
    Matcher odds = ODDS.matcher(path);
    Optional<byte[]> body;
    if (odds.matches()) {
      ImmutableSet<String> markets =
          ImmutableSet.copyOf(Splitter.on(',').split(query.getOrDefault("markets", "")));
      body = bodies.odds(odds.group(1), markets);
      quota(exchange, markets.size());
    } else {
      body =
          Optional.ofNullable(
              switch (path) {
                case "/the-odds-api/v4/sports/basketball_nba/events" -> {
                  quota(exchange, 0);
                  yield bodies.events(
                      Instant.parse(query.getOrDefault("commenceTimeFrom", "")),
                      Instant.parse(query.getOrDefault("commenceTimeTo", "")));
                }
                case "/nba-stats/stats/scoreboardv3" ->
                    bodies.scoreboard(LocalDate.parse(query.getOrDefault("GameDate", "")));
                case "/nba-stats/stats/leaguegamelog" ->
                    bodies.playerGameLog(LocalDate.parse(query.getOrDefault("DateFrom", "")));
                default -> null;
              });
    }
    try (exchange) {
      byte[] bytes = body.orElse(new byte[0]);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(body.isPresent() ? 200 : 404, Math.max(bytes.length, -1));
      exchange.getResponseBody().write(bytes);
    }
  }

  private void quota(HttpExchange exchange, int cost) {
    int spent = used.addAndGet(cost);
    exchange.getResponseHeaders().set("x-requests-last", String.valueOf(cost));
    exchange.getResponseHeaders().set("x-requests-used", String.valueOf(spent));
    exchange.getResponseHeaders().set("x-requests-remaining", String.valueOf(CREDITS - spent));
  }

  private static Map<String, String> query(URI uri) {
    return uri.getQuery() == null
        ? Map.of()
        : Splitter.on('&').withKeyValueSeparator(Splitter.on('=').limit(2)).split(uri.getQuery());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
