package dev.tipoff.io.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises what a source says instead of its data, also where the status of the answer is 200.
 */
public final class SourceError {
  private static final List<String> WORDS = List.of("error_code", "message", "error", "errors");

  private SourceError() {}

  /**
   * Passes an object that has some content, or that speaks of no error.
   *
   * @param contents fields that an answer without an error has
   * @throws BadBodyException with the words of the source
   */
  public static void refuse(BodyNode answer, String... contents) throws BadBodyException {
    JsonNode json = answer.json();
    for (String content : contents) {
      if (json.has(content)) {
        return;
      }
    }
    List<String> words = new ArrayList<>();
    for (String field : WORDS) {
      if (json.has(field)) {
        JsonNode value = json.path(field);
        words.add(ParsedRows.shortened(value.isValueNode() ? value.asText() : value.toString()));
      }
    }
    if (!words.isEmpty()) {
      throw new BadBodyException("an error of the source: " + String.join(": ", words));
    }
  }
}
