package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.JsonBody;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The event inside a body of The Odds API v4, whatever wraps it: nothing, a list of one, or the
 * envelope of a historical answer.
 *
 * @param event the event object
 * @param timestamp the envelope's time; absent without one
 */
record EventBody(BodyNode event, @Nullable Instant timestamp) {
  private static final int SHOWN = 200;

  static EventBody read(String body) throws BadBodyException {
    if (body.isBlank()) {
      throw new BadBodyException("the body is empty");
    }
    BodyNode root = BodyNode.object(only(JsonBody.tree(body), ""), "");
    refuseError(root);
    if (!root.json().has("data")) {
      return new EventBody(root, null);
    }
    BodyNode event = BodyNode.object(only(root.json().path("data"), "/data"), "/data");
    refuseError(event);
    return new EventBody(event, root.time("timestamp"));
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

  private static void refuseError(BodyNode node) throws BadBodyException {
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
