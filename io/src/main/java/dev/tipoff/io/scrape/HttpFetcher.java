package dev.tipoff.io.scrape;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import com.google.common.base.Preconditions;
import com.google.common.primitives.Ints;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.Allowance;
import dev.tipoff.io.http.HttpAnswer;
import dev.tipoff.io.http.HttpCall;
import dev.tipoff.io.http.MediaKind;
import dev.tipoff.io.http.PoliteClient;
import dev.tipoff.io.http.SecretPlace;
import dev.tipoff.io.http.StatusRules;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.Source.Paging;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Asks over HTTP, page by page. */
final class HttpFetcher implements AutoCloseable {
  private static final int MOST_PAGES = 60;
  private static final CharMatcher SLASH = CharMatcher.is('/');

  private final Catalogue catalogue;
  private final PoliteClient client;
  private final ProviderAccess access;
  private final ScrapeSettings settings;

  HttpFetcher(
      Catalogue catalogue, PoliteClient client, ProviderAccess access, ScrapeSettings settings) {
    this.catalogue = catalogue;
    this.client = client;
    this.access = access;
    this.settings = settings;
  }

  /**
   * Makes a call. Whatever the outside does is an envelope; the last one of a call that went wrong
   * says why.
   *
   * @param allowance how many requests may go out for it
   */
  List<Envelope> fetch(PlannedCall call, Allowance allowance) {
    Source source = catalogue.get(call.getSource());
    List<Envelope> pages = new ArrayList<>();
    String page = "";
    while (page != null) {
      Envelope answer = ask(source, call, page, pages.size(), allowance);
      pages.add(answer);
      page = next(source, answer);
    }
    return pages;
  }

  private Envelope ask(
      Source source, PlannedCall call, String page, int before, Allowance allowance) {
    CallEnvelope envelope = new CallEnvelope(settings, call, page);
    if (allowance.left() == 0 && before == 0) {
      return envelope.unasked(
          source,
          FailureCode.NOT_FETCHED,
          "all requests that were set aside for it went out before, and no answer was kept");
    }
    if (allowance.left() == 0 || before == MOST_PAGES) {
      return envelope.unasked(
          source, FailureCode.BODY_TOO_LARGE, "it has more pages than may be asked for");
    }
    HttpCall http;
    try {
      http = http(source, call, page);
    } catch (IllegalArgumentException e) {
      // What goes into an address may come from another source's body.
      return envelope.unasked(
          source, FailureCode.CALL_REJECTED, "it makes no address: " + e.getMessage());
    }
    return envelope.of(get(http, allowance));
  }

  private HttpAnswer get(HttpCall call, Allowance allowance) {
    try {
      return client.get(call, allowance);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the worker is stopped during " + call, e);
    }
  }

  private HttpCall http(Source source, PlannedCall call, String page) {
    Map<String, String> parameters = call.getParameters();
    String path = ScrapePlan.filled(source.path(), parameters);
    Preconditions.checkArgument(
        SLASH.countIn(path) == SLASH.countIn(source.path()), "a slash in what fills %s", path);
    HttpCall.Builder http =
        HttpCall.builder()
            .setProvider(source.provider().id())
            .setBase(access.address(source.provider()))
            .setPath(path)
            .setExpected(MediaKind.valueOf(source.media().name()))
            .setStatusRules(StatusRules.USUAL.withNoData(Ints.toArray(source.noData())))
            .setSpendsQuota(call.getCredits() > 0);
    source
        .query()
        .forEach((name, value) -> http.addParameter(name, ScrapePlan.filled(value, parameters)));
    if (!page.isEmpty()) {
      http.addParameter(source.paging() == Paging.CURSOR ? "cursor" : "page", page);
    }
    SecretPlace secret = access.secret(source.provider());
    return secret == null ? http.build() : http.setSecret(secret).build();
  }

  /** The name of the next page; absent if there is none, or if nobody can tell. */
  private static @Nullable String next(Source source, Envelope page) {
    if (source.paging() == Paging.NONE || page.getOutcome() != Outcome.FETCHED) {
      return null;
    }
    try {
      JsonNode body = JsonBody.tree(page.body().text());
      return source.paging() == Paging.CURSOR ? cursor(body) : number(body.path("_pagination"));
    } catch (BadBodyException e) {
      // The parser will say so of the archived body.
      return null;
    }
  }

  private static @Nullable String cursor(JsonNode body) {
    JsonNode next = body.path("meta").path("next_cursor");
    return next.isValueNode() && !next.isNull() && !next.asText().isEmpty() && !next.isBoolean()
        ? next.asText()
        : null;
  }

  private static @Nullable String number(JsonNode pagination) {
    JsonNode page = pagination.path("page");
    JsonNode pages = pagination.path("total_pages");
    return page.isInt() && pages.isInt() && page.intValue() < pages.intValue()
        ? String.valueOf(page.intValue() + 1)
        : null;
  }

  @Override
  public void close() {
    client.close();
  }
}
