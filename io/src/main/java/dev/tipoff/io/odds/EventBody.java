package dev.tipoff.io.odds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The event inside a body of The Odds API v4, whatever wraps it: nothing, a list of one, or the
 * envelope of a historical answer.
 *
 * @param event the event object
 * @param timestamp the envelope's time; absent without one
 */
record EventBody(EventNode event, @Nullable Instant timestamp) {
  /** NaN is read as a number so that it spoils one offer and not the body. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int SHOWN = 200;

  static EventBody read(String body) throws BadBodyException {
    if (body.isBlank()) {
      throw new BadBodyException("the body is empty");
    }
    EventNode root = EventNode.object(only(json(body), ""), "");
    refuseError(root);
    if (!root.json().has("data")) {
      return new EventBody(root, null);
    }
    EventNode event = EventNode.object(only(root.json().path("data"), "/data"), "/data");
    refuseError(event);
    return new EventBody(event, root.time("timestamp"));
  }

  private static JsonNode json(String body) throws BadBodyException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      String kind = body.stripLeading().startsWith("<") ? "markup instead of JSON" : "not JSON";
      throw new BadBodyException(kind + where + ": " + shortened(e.getOriginalMessage()));
    }
  }

  private static JsonNode only(JsonNode json, String path) throws BadBodyException {
    if (!json.isArray()) {
      return json;
    }
    if (json.size() != 1) {
      throw new BadBodyException(
          "at "
              + (path.isEmpty() ? "/" : path)
              + ": a list of "
              + json.size()
              + ", not of one event");
    }
    return json.path(0);
  }

  private static void refuseError(EventNode node) throws BadBodyException {
    JsonNode message = node.json().path("message");
    if (!message.isMissingNode() && !node.json().has("data") && !node.json().has("bookmakers")) {
      String code = node.json().path("error_code").asText();
      throw new BadBodyException(
          "an error of the source: "
              + (code.isEmpty() ? "" : shortened(code) + ": ")
              + shortened(message.asText()));
    }
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
