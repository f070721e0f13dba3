package dev.tipoff.io.scrape;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The Odds API with games {@code e01, e02, ...} and a quota. It charges for every request for a
 * game's odds, failed ones too, which is the worst that it could do.
 */
final class CountingOddsApi implements AutoCloseable {
  private static final Pattern ODDS = Pattern.compile(".*/events/(e\\d+)/odds.*");

  private final WireMockServer server;
  private final Transformer transformer;

  private CountingOddsApi(WireMockServer server, Transformer transformer) {
    this.server = server;
    this.transformer = transformer;
  }

  static CountingOddsApi start(int games, int left) {
    Transformer transformer = new Transformer(games, left);
    WireMockServer server =
        new WireMockServer(options().dynamicPort().containerThreads(50).extensions(transformer));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok()));
    return new CountingOddsApi(server, transformer);
  }

  String address() {
    return server.baseUrl();
  }

  /** Fails the next requests for a game. */
  void fail(String game, int times) {
    synchronized (transformer) {
      for (int i = 0; i < times; i++) {
        transformer.failing.add(game);
      }
    }
  }

  /** From now on it says that there is nothing left, though it said there was. */
  void lieAbout(int credits) {
    synchronized (transformer) {
      transformer.unsaid = credits;
    }
  }

  /** The games whose odds were asked for, in the order of requests. */
  List<String> asked() {
    synchronized (transformer) {
      return List.copyOf(transformer.asked);
    }
  }

  int spent() {
    synchronized (transformer) {
      return transformer.spent;
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private static final class Transformer implements ResponseDefinitionTransformerV2 {
    private final int games;
    private final List<String> asked = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private int left;
    private int spent;
    private int unsaid;

    Transformer(int games, int left) {
      this.games = games;
      this.left = left;
    }

    @Override
    public String getName() {
      return "quota";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
      String url = event.getRequest().getUrl();
      Matcher odds = ODDS.matcher(url);
      if (odds.matches()) {
        return odds(odds.group(1), url.contains("player_points") ? 4 : 3);
      }
      String[] ids =
          IntStream.rangeClosed(1, games)
              .mapToObj(game -> String.format("e%02d", game))
              .toArray(String[]::new);
      return url.contains("/events") ? answer(200, OddsEvents.of(ids), 0) : answer(200, "{}", 0);
    }

    private ResponseDefinition odds(String game, int price) {
      asked.add(game);
      if (left < price) {
        return answer(
            401,
            "{\"message\":\"Usage quota has been reached\",\"error_code\":\"OUT_OF_USAGE_CREDITS\"}",
            0);
      }
      left -= price;
      spent += price;
      return failing.remove(game)
          ? ResponseDefinitionBuilder.responseDefinition().withStatus(500).withBody("oh").build()
          : answer(200, "{}", price);
    }

    private ResponseDefinition answer(int status, String body, int cost) {
      return ResponseDefinitionBuilder.responseDefinition()
          .withStatus(status)
          .withHeader("x-requests-remaining", String.valueOf(left + unsaid))
          .withHeader("x-requests-used", String.valueOf(spent))
          .withHeader("x-requests-last", String.valueOf(cost))
          .withBody(body)
          .build();
    }
  }
}
