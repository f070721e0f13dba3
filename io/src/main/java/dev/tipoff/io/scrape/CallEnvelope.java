package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.HttpAnswer;
import dev.tipoff.io.http.HttpFault;
import dev.tipoff.io.sources.Source;
import dev.tipoff.transforms.failure.FailureCode;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.joda.time.Instant;

/** The envelope of one page of a planned call. */
final class CallEnvelope {
  private final ScrapeSettings settings;
  private final PlannedCall call;
  private final String page;

  /**
   * @param page empty for the first
   */
  CallEnvelope(ScrapeSettings settings, PlannedCall call, String page) {
    this.settings = settings;
    this.call = call;
    this.page = page;
  }

  Envelope of(HttpAnswer answer) {
    Envelope.Builder envelope =
        common()
            .setRequest("GET " + answer.safeUri())
            .setStatus(answer.status().isPresent() ? answer.status().getAsInt() : null)
            .setHeaders(answer.headers())
            .setAttempts(answer.attempts())
            .setReceivedTime(Instant.ofEpochMilli(answer.received().toEpochMilli()))
            .setBody(answer.body().bytes());
    HttpFault fault = answer.fault().orElse(null);
    if (fault != null) {
      return envelope
          .setOutcome(Outcome.FAILED)
          .setFault(code(fault.code(), answer.attempts()))
          .setMessage(message(fault))
          .build();
    }
    return envelope
        .setOutcome(
            answer.outcome() == HttpAnswer.Outcome.NO_DATA ? Outcome.NO_DATA : Outcome.FETCHED)
        .build();
  }

  /** Of a call that was not made. It is received when the run began. */
  Envelope unasked(Source source, FailureCode fault, String why) {
    return common()
        .setRequest("GET " + source.path())
        .setOutcome(Outcome.FAILED)
        .setFault(fault)
        .setMessage(why)
        .setAttempts(0)
        .setReceivedTime(settings.asOf())
        .build();
  }

  private Envelope.Builder common() {
    Map<String, String> parameters = new HashMap<>(call.getParameters());
    if (!page.isEmpty()) {
      parameters.put("page", page);
    }
    return Envelope.builder()
        .setSource(call.getSource())
        .setGameDate(call.getGameDate())
        .setRequestKey(settings.requestKey(call, page))
        .setParameters(parameters);
  }

  private static String message(HttpFault fault) {
    java.time.Instant retryAt = fault.retryAt();
    return retryAt == null
        ? fault.message()
        : fault.message() + "; not before " + retryAt.truncatedTo(ChronoUnit.SECONDS);
  }

  private static FailureCode code(HttpFault.Code code, int requests) {
    return switch (code) {
      case UNAUTHORIZED -> FailureCode.UNAUTHORIZED;
      case MISSING_SECRET -> FailureCode.MISSING_SECRET;
      case SECRET_DENIED -> FailureCode.SECRET_DENIED;
      // Of the calls that a used-up quota stops only those that met it say so.
      case QUOTA_EXHAUSTED -> requests > 0 ? FailureCode.QUOTA_EXHAUSTED : FailureCode.NOT_FETCHED;
      case NOT_FOUND -> FailureCode.NOT_FOUND;
      case REJECTED -> FailureCode.CALL_REJECTED;
      case RATE_LIMITED -> FailureCode.RATE_LIMITED;
      case SERVER_ERROR, SECRET_UNAVAILABLE -> FailureCode.SOURCE_DOWN;
      case TIMEOUT -> FailureCode.CALL_TIMEOUT;
      case CONNECTION -> FailureCode.CONNECTION_LOST;
      case TOO_LARGE -> FailureCode.BODY_TOO_LARGE;
      case WRONG_MEDIA -> FailureCode.BAD_BODY;
      case BAD_REDIRECT -> FailureCode.BAD_REDIRECT;
      case BAD_ENCODING -> FailureCode.BAD_ENCODING;
      case CIRCUIT_OPEN, NOT_SENT -> FailureCode.PROVIDER_PAUSED;
    };
  }
}
