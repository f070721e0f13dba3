package dev.tipoff.io.scrape;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.Ints;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.HttpAnswer;
import dev.tipoff.io.http.HttpCall;
import dev.tipoff.io.http.HttpFault;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** Asks over HTTP. */
final class HttpFetcher implements Fetcher {
  private static final int MOST_PAGES = 60;

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

  @Override
  public List<Envelope> fetch(PlannedCall call) {
    Source source = catalogue.get(call.getSource());
    List<Envelope> pages = new ArrayList<>();
    int requests = 0;
    String next = "";
    while (next != null && pages.size() < MOST_PAGES && requests < call.getRequests()) {
      HttpAnswer answer = get(http(source, call, next));
      requests += answer.attempts();
      Envelope page = envelope(source, call, next, answer);
      pages.add(page);
      next = next(source, page);
    }
    return pages;
  }

  private HttpAnswer get(HttpCall call) {
    try {
      return client.get(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the worker is stopped during " + call, e);
    }
  }

  private HttpCall http(Source source, PlannedCall call, String page) {
    Map<String, String> parameters = call.getParameters();
    HttpCall.Builder http =
        HttpCall.builder()
            .setProvider(source.provider().id())
            .setBase(access.address(source.provider()))
            .setPath(ScrapePlan.filled(source.path(), parameters))
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

  private Envelope envelope(Source source, PlannedCall call, String page, HttpAnswer answer) {
    HttpFault fault = answer.fault().orElse(null);
    Map<String, String> parameters = new HashMap<>(call.getParameters());
    if (!page.isEmpty()) {
      parameters.put("page", page);
    }
    return Envelope.builder()
        .setSource(source.id())
        .setGameDate(call.getGameDate())
        .setRequestKey(settings.requestKey(call, page))
        .setRequest("GET " + answer.safeUri())
        .setParameters(parameters)
        .setOutcome(
            switch (answer.outcome()) {
              case FETCHED -> Outcome.FETCHED;
              case NO_DATA -> Outcome.NO_DATA;
              case FAILED -> Outcome.FAILED;
            })
        .setFault(fault == null ? null : code(fault.code()))
        .setMessage(fault == null ? "" : fault.message())
        .setStatus(answer.status().isPresent() ? answer.status().getAsInt() : null)
        .setHeaders(answer.headers())
        .setAttempts(answer.attempts())
        .setReceivedTime(Instant.ofEpochMilli(answer.received().toEpochMilli()))
        .setBody(answer.body().bytes())
        .build();
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

  private static FailureCode code(HttpFault.Code code) {
    return switch (code) {
      case UNAUTHORIZED -> FailureCode.UNAUTHORIZED;
      case QUOTA_EXHAUSTED -> FailureCode.QUOTA_EXHAUSTED;
      case NOT_FOUND -> FailureCode.NOT_FOUND;
      case REJECTED -> FailureCode.CALL_REJECTED;
      case RATE_LIMITED -> FailureCode.RATE_LIMITED;
      case SERVER_ERROR -> FailureCode.SOURCE_DOWN;
      case TIMEOUT -> FailureCode.CALL_TIMEOUT;
      case CONNECTION -> FailureCode.CONNECTION_LOST;
      case TOO_LARGE -> FailureCode.BODY_TOO_LARGE;
      case BAD_REDIRECT -> FailureCode.BAD_REDIRECT;
      case BAD_ENCODING -> FailureCode.BAD_ENCODING;
      case CIRCUIT_OPEN, NOT_SENT -> FailureCode.PROVIDER_PAUSED;
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
