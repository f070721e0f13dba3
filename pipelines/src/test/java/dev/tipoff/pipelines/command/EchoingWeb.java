package dev.tipoff.pipelines.command;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * The providers of a made-up league, Slack and Sentry, which repeat the secret that they are sent
 * with whatever they say. On the slates of {@link #FAULTY_FROM} to {@link #FAULTY_TO} the providers
 * that want a key do something wrong too, another thing on each.
 */
final class EchoingWeb implements AutoCloseable {
  static final String FAULTY_FROM = "2031-01-20";
  static final String FAULTY_TO = "2031-01-27";

  private static final ImmutableMap<String, MarkedSecret> SECRET_OF =
      ImmutableMap.of(
          "/the-odds-api/", MarkedSecret.ODDS_API_KEY,
          "/balldontlie/", MarkedSecret.BDL_API_KEY,
          "/services/", MarkedSecret.SLACK_WEBHOOK,
          "/api/42/", MarkedSecret.SENTRY_DSN);

  private static final List<String> CHANNELS = List.of("/services/", "/api/42/");
  private static final int SHORT_HANG_MILLIS = 300;

  private static final JsonMapper JSON = new JsonMapper();

  private final WireMockServer server;

  private EchoingWeb(WireMockServer server) {
    this.server = server;
  }

  /** Repeats secrets in the headers and in the first object of every good answer. */
  private static final class Echo implements ResponseTransformerV2 {
    @Override
    public String getName() {
      return "echo";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
      MarkedSecret secret = secretOf(event.getRequest().getUrl());
      if (secret == null || response.getStatus() != 200 || response.getFault() != null) {
        return response;
      }
      return Response.Builder.like(response)
          .but()
          .headers(
              response
                  .getHeaders()
                  .plus(new HttpHeader("ETag", secret.marker()))
                  .plus(new HttpHeader("X-Key", secret.marker())))
          .body(
              // Not as text of the response's charset, for which it may say anything.
              new String(response.getBody(), StandardCharsets.ISO_8859_1)
                  .replaceFirst(
                      "\\{", "{\"echo of " + json(secret) + "\":\"" + json(secret) + "\",")
                  .getBytes(StandardCharsets.ISO_8859_1))
          .build();
    }
  }

  static EchoingWeb start(Path league) {
    WireMockServer server =
        new WireMockServer(
            options()
                .dynamicPort()
                .bindAddress("localhost")
                .withRootDirectory(league.toString())
                .extensions(new Echo()));
    server.start();
    EchoingWeb web = new EchoingWeb(server);
    web.failOnFaultySlates();
    web.takeAlerts();
    web.estimateQueries();
    return web;
  }

  String address() {
    return server.baseUrl();
  }

  private static MarkedSecret secretOf(String url) {
    return SECRET_OF.entrySet().stream()
        .filter(secret -> url.startsWith(secret.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String json(MarkedSecret secret) {
    return Matcher.quoteReplacement(secret.marker().replace("/", "\\/"));
  }

  private static ResponseDefinitionBuilder echo(int status, MarkedSecret secret) {
    return aResponse()
        .withStatus(status)
        .withStatusMessage("no " + secret.marker())
        .withHeader("Content-Type", "application/json; charset=" + secret.marker())
        .withHeader("ETag", secret.marker())
        .withHeader("WWW-Authenticate", secret.marker())
        .withBody("{\"message\":\"" + secret.marker() + " is no key\"} " + secret.everyForm());
  }

  /** Answers that refuse, each with the secret in it wherever it can be. */
  private static List<ResponseDefinitionBuilder> refusals(MarkedSecret secret) {
    String encoded = URLEncoder.encode(secret.marker(), StandardCharsets.UTF_8);
    return List.of(
        echo(401, secret),
        echo(429, secret).withHeader("Retry-After", secret.marker()),
        echo(500, secret).withFixedDelay(SHORT_HANG_MILLIS),
        echo(302, secret).withHeader("Location", "http://elsewhere.invalid/?k=" + encoded));
  }

  /** The same, and answers that look good at first. */
  private static List<ResponseDefinitionBuilder> faults(MarkedSecret secret) {
    List<ResponseDefinitionBuilder> faults = new ArrayList<>(refusals(secret));
    faults.add(echo(200, secret).withHeader("Content-Length", "1000000"));
    faults.add(echo(200, secret).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    faults.add(echo(200, secret).withBody("<html>" + secret.everyForm()));
    faults.add(
        echo(200, secret)
            .withBody(("{\"k\":\"" + secret.marker()).getBytes(StandardCharsets.UTF_16LE)));
    return faults;
  }

  private void failOnFaultySlates() {
    SECRET_OF.forEach(
        (path, secret) -> {
          if (!CHANNELS.contains(path)) {
            List<ResponseDefinitionBuilder> faults = faults(secret);
            for (int i = 0; i < faults.size(); i++) {
              fail(path + ".*2031-01-" + (20 + i) + ".*", faults.get(i), echo(404, secret));
            }
          }
        });
  }

  /** A second try finds that there is nothing: the tests need not wait for a third. */
  private void fail(String path, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    server.stubFor(
        any(urlMatching(path))
            .inScenario(path)
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("asked")
            .willReturn(first));
    server.stubFor(
        any(urlMatching(path)).inScenario(path).whenScenarioStateIs("asked").willReturn(then));
  }

  /** Dataflow's translation of a graph asks BigQuery how much its queries read. */
  private void estimateQueries() {
    server.stubFor(
        any(urlMatching("/bigquery/v2/projects/[^/]+/jobs.*"))
            .willReturn(
                okJson(
                    "{\"statistics\": {\"totalBytesProcessed\": \"0\","
                        + " \"query\": {\"totalBytesProcessed\": \"0\"}}}")));
  }

  /** Slack and Sentry take what they are sent. */
  void takeAlerts() {
    CHANNELS.forEach(path -> answer(path, echo(200, SECRET_OF.get(path))));
  }

  /**
   * Slack and Sentry refuse what they are sent.
   *
   * @param how from 0 to below {@link #refusals}
   */
  void refuseAlerts(int how) {
    for (String path : CHANNELS) {
      answer(path, refusals(SECRET_OF.get(path)).get(how));
    }
  }

  /** How many ways there are to refuse an alert. */
  static int refusals() {
    return refusals(MarkedSecret.SENTRY_DSN).size();
  }

  private void answer(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlMatching(path + ".*")).willReturn(answer));
  }

  /** How many requests came with a secret. */
  long received(MarkedSecret secret) {
    return server.getAllServeEvents().stream()
        .map(ServeEvent::getRequest)
        .map(request -> request.getUrl() + " " + request.getHeaders())
        .filter(head -> secret.isIn(head))
        .count();
  }

  /**
   * What Slack and Sentry were told, which is not how they are addressed, with the texts of its
   * JSON as they are read.
   */
  Map<String, byte[]> places() {
    Map<String, byte[]> places = new TreeMap<>();
    CHANNELS.forEach(
        path -> {
          List<byte[]> bodies = new ArrayList<>();
          server
              .findAll(postRequestedFor(urlMatching(path + ".*")))
              .forEach(request -> bodies.add(withTexts(request.getBodyAsString())));
          for (int i = 0; i < bodies.size(); i++) {
            places.put("alert " + (i + 1) + " at " + path, bodies.get(i));
          }
        });
    return places;
  }

  private static byte[] withTexts(String json) {
    StringBuilder texts = new StringBuilder(json);
    try (JsonParser parser = JSON.createParser(json)) {
      while (parser.nextToken() != null) {
        texts.append('\n').append(parser.getText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
    return texts.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
