package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * The objects that a body of The Odds API lists, bare or inside an object.
 *
 * @param timestamp the time of a historical answer; absent without one
 */
record OddsApiList(List<BodyNode> entries, @Nullable Instant timestamp) {
  private static final Set<String> ENVELOPE =
      Set.of("timestamp", "previous_timestamp", "next_timestamp");

  OddsApiList {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a list.
   *
   * @param field what the list is called where it is inside an object
   */
  static OddsApiList read(Body body, String field, ParsedRows rows) throws BadBodyException {
    JsonNode root = JsonBody.tree(body.text());
    if (root.isArray()) {
      List<BodyNode> entries = new ArrayList<>();
      for (JsonNode entry : root) {
        entries.add(BodyNode.object(entry, "/" + entries.size()));
      }
      return new OddsApiList(entries, null);
    }
    BodyNode envelope = BodyNode.object(root, "");
    SourceError.refuse(envelope, field);
    envelope.expect(rows, Set.of(field), ENVELOPE);
    return new OddsApiList(envelope.objects(field), envelope.time("timestamp"));
  }
}
