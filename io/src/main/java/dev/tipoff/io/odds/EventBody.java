package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.SourceError;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The event inside a body of The Odds API v4, whatever wraps it: nothing, a list of one, or the
 * envelope of a historical answer.
 *
 * @param event the event object
 * @param envelope what wraps it; absent without an envelope
 * @param timestamp the envelope's time; absent without one
 */
record EventBody(BodyNode event, @Nullable BodyNode envelope, @Nullable Instant timestamp) {
  /**
   * The only event.
   *
   * @throws BadBodyException if there is another number of them than one
   */
  static EventBody read(String body) throws BadBodyException {
    return find(body).orElseThrow(() -> new BadBodyException("a list of 0, not of one event"));
  }

  /** The event, or none if the body is an empty list. */
  static Optional<EventBody> find(String body) throws BadBodyException {
    if (body.isBlank()) {
      throw new BadBodyException("the body is empty");
    }
    Optional<JsonNode> outer = only(JsonBody.tree(body), "");
    if (outer.isEmpty()) {
      return Optional.empty();
    }
    BodyNode root = BodyNode.object(outer.get(), "");
    SourceError.refuse(root, "data", "bookmakers");
    if (!root.json().has("data")) {
      return Optional.of(new EventBody(root, null, null));
    }
    Optional<JsonNode> inner = only(root.json().path("data"), "/data");
    if (inner.isEmpty()) {
      return Optional.empty();
    }
    BodyNode event = BodyNode.object(inner.get(), "/data");
    SourceError.refuse(event, "bookmakers");
    return Optional.of(new EventBody(event, root, root.time("timestamp")));
  }

  private static Optional<JsonNode> only(JsonNode json, String path) throws BadBodyException {
    if (!json.isArray()) {
      return Optional.of(json);
    }
    if (json.size() > 1) {
      throw new BadBodyException(
          "at "
              + (path.isEmpty() ? "/" : path)
              + ": a list of "
              + json.size()
              + ", not of one event");
    }
    return json.isEmpty() ? Optional.empty() : Optional.of(json.path(0));
  }
}
