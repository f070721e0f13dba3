package dev.tipoff.io.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.sun.net.httpserver.HttpServer;
import dev.tipoff.io.http.Politeness;
import dev.tipoff.io.sources.Provider;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Calls for games go out side by side, as many as the provider's manners allow. */
public class SideBySideTest {
  private static final Map<String, Politeness> MANNERS = ProviderManners.all();
  private static final int AT_ONCE = MANNERS.get(Provider.THE_ODDS_API.id()).maxConcurrent();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A server that answers no game before as many are asked as may be at once. */
  @Test
  public void asManyGoOutAtOnceAsTheProviderAllowsAndNoMore() throws IOException {
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body = "{}";
          if (exchange.getRequestURI().getPath().endsWith("/odds")) {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            await(together);
            open.decrementAndGet();
          } else {
            body =
                OddsEvents.of(
                    IntStream.range(0, 15).mapToObj(game -> "e" + game).toArray(String[]::new));
          }
          exchange.sendResponseHeaders(200, body.length());
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    ScrapeSettings settings = ScrapeSettings.of(Instant.parse("2031-01-10T20:00:00Z"), 400);
    Scraped scraped =
        Scraped.run(
            SlateRange.of(GameDay.parse("2031-01-10")),
            "oddsa_player_props,oddsa_game_lines",
            settings,
            folder.getRoot(),
            TestedFetching.of(
                settings,
                "http://localhost:" + server.getAddress().getPort(),
                folder.getRoot(),
                MANNERS));
    server.stop(0);
    threads.shutdownNow();
    assertThat(scraped.run("oddsa_player_props").getFetched(), is(15));
    assertThat(scraped.run("oddsa_game_lines").getFetched(), is(15));
    assertThat("nobody waited in vain", together.isBroken(), is(false));
    assertThat(most.get(), is(AT_ONCE));
  }

  private static void await(CyclicBarrier together) throws IOException {
    try {
      together.await(1, TimeUnit.MINUTES);
    } catch (BrokenBarrierException | TimeoutException | InterruptedException e) {
      throw new IOException(e);
    }
  }
}
