package dev.tipoff.pipelines.bench;

import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tipoff.io.scrape.HttpFetching;
import dev.tipoff.io.scrape.ProviderAccess;
import dev.tipoff.io.scrape.Scrape;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.secrets.SecretsAccess;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.joda.time.Instant;

/**
 * How long the props and lines of fifteen games take from a provider that answers after 200 ms, with
 * the manners that The Odds API gets, over what they would take were there nothing but that latency:
 * thirty calls, as many at once as went out together at most. Prints a line for each of several
 * scrapes, the first of a cold process; the bar is 1.5.
 */
public final class ScrapeLatency {
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final int GAMES = 15;
  private static final int SCRAPES = 4;
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final Instant FIRST_TIP = Instant.parse("2031-01-11T00:00:00Z");
  private static final List<String> TEAMS =
      List.of(
          "Boston Celtics", "Miami Heat", "Utah Jazz", "Chicago Bulls", "Phoenix Suns",
          "Indiana Pacers", "Denver Nuggets", "Los Angeles Lakers", "Brooklyn Nets",
          "Atlanta Hawks", "Charlotte Hornets", "Cleveland Cavaliers", "Dallas Mavericks",
          "Detroit Pistons", "Golden State Warriors", "Houston Rockets", "Memphis Grizzlies",
          "Milwaukee Bucks", "Minnesota Timberwolves", "New Orleans Pelicans", "New York Knicks",
          "Oklahoma City Thunder", "Orlando Magic", "Philadelphia 76ers", "Portland Trail Blazers",
          "Sacramento Kings", "San Antonio Spurs", "Toronto Raptors", "Washington Wizards",
          "Los Angeles Clippers");

  private ScrapeLatency() {}

  /** Answers every request after the latency, and notes when. */
  private static final class SlowServer implements AutoCloseable {
    private final HttpServer server;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Long> starts = new ArrayList<>();
    private long end;

    SlowServer() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", this::answer);
      server.start();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A lost answer is a call that fails.
    private void answer(HttpExchange exchange) {
      boolean isOdds = exchange.getRequestURI().getPath().endsWith("/odds");
      if (isOdds) {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        synchronized (this) {
          starts.add(System.nanoTime());
        }
      }
      threads.schedule(
          () -> {
            try (exchange;
                OutputStream out = exchange.getResponseBody()) {
              byte[] body = (isOdds ? "{}" : events()).getBytes(StandardCharsets.UTF_8);
              exchange.getResponseHeaders().add("x-requests-remaining", "20000");
              if (isOdds) {
                open.decrementAndGet();
                synchronized (this) {
                  end = System.nanoTime();
                }
              }
              exchange.sendResponseHeaders(200, body.length);
              out.write(body);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          LATENCY.toNanos(),
          TimeUnit.NANOSECONDS);
    }

    private static String events() {
      List<String> games = new ArrayList<>();
      for (int i = 0; i < GAMES; i++) {
        games.add(
            String.format(
                "{\"id\":\"e%d\",\"sport_key\":\"basketball_nba\",\"sport_title\":\"NBA\","
                    + "\"commence_time\":\"%s\",\"home_team\":\"%s\",\"away_team\":\"%s\"}",
                i,
                FIRST_TIP.plus(i * 600_000L).toString().replace(".000Z", "Z"),
                TEAMS.get(2 * i),
                TEAMS.get(2 * i + 1)));
      }
      return "[" + String.join(",", games) + "]";
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdown();
    }
  }

  /** Scrapes several times and prints what each took. */
  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < SCRAPES; i++) {
      Path folder = Files.createTempDirectory("scrape-latency");
      try (SlowServer server = new SlowServer()) {
        long begin = System.nanoTime();
        scrape(folder, URI.create("http://localhost:" + server.server.getAddress().getPort()));
        double whole = seconds(System.nanoTime() - begin);
        double calls = seconds(server.end - server.starts.get(0));
        int atOnce = server.most.get();
        double ideal = LATENCY.toNanos() * Math.ceil((double) server.starts.size() / atOnce) / 1e9;
        System.out.printf(
            "scrape %d: %d calls, %d at once: %.2f s, ideal %.2f s, ratio %.2f; whole run %.2f s%n",
            i + 1, server.starts.size(), atOnce, calls, ideal, calls / ideal, whole);
      }
    }
    System.exit(0);
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static void scrape(Path folder, URI providers) {
    DuckDbWarehouse warehouse =
        DuckDbWarehouse.at(folder.resolve("w.duckdb").toString(), Duration.ZERO);
    try (WarehouseAdmin admin = warehouse.admin()) {
      admin.prepare();
    }
    String archive = folder.resolve("archive").toString();
    ScrapeSettings settings = ScrapeSettings.of(Instant.parse("2031-01-10T20:00:00Z"), 400);
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    pipeline.apply(
        Scrape.of(
                SlateRange.of(DAY),
                Catalogue.load().named("oddsa_player_props,oddsa_game_lines"))
            .settings(settings)
            .archive(archive)
            .warehouse(warehouse)
            .fetcher(
                HttpFetching.of(
                    settings,
                    ProviderAccess.of(providers, ImmutableMap.of()),
                    SecretsAccess.local(),
                    archive))
            .build());
    pipeline.run().waitUntilFinish();
  }
}
