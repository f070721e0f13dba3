package dev.tipoff.io.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Bodies in JSON. A field twice in one object, anything after the end, and nesting deeper than a
 * thousand make a body bad. NaN is read as a number, so that it spoils one entry and not the body.
 */
public final class JsonBody {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader ELEMENTS =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonBody() {}

  /** The body as a tree. */
  public static JsonNode tree(String text) throws BadBodyException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw notJson(text, e);
    }
  }

  /** The body, which must be one object. */
  public static BodyNode object(Body body) throws BadBodyException {
    return BodyNode.object(tree(body.text()), "");
  }

  /**
   * Reads the objects of one array of a body, one after another and never all of them together: for
   * the body of a season. An object that cannot be read is a failure; the others go on.
   *
   * @param array where the array is, {@code /leagueSchedule/gameDates} for instance
   * @return how many objects there were
   * @throws BadBodyException if the body is not JSON to its end, or has no such array
   */
  public static int elements(
      Body body, String array, ParsedRows rows, ParsedRows.EntryReader reader)
      throws BadBodyException {
    String text = body.text();
    try (JsonParser parser = JSON.createParser(text)) {
      find(parser, JsonPointer.compile(array), array);
      int count = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        JsonNode element = ELEMENTS.readTree(parser);
        String path = array + "/" + count++;
        if (element.isObject()) {
          rows.entry(new BodyNode(element, path), reader);
        } else {
          throw BodyNode.wrong(path, "an object", element);
        }
      }
      finish(parser);
      return count;
    } catch (JsonProcessingException e) {
      throw notJson(text, e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  private static void find(JsonParser parser, JsonPointer pointer, String array)
      throws IOException, BadBodyException {
    while (parser.nextToken() != null) {
      if (parser.currentToken() == JsonToken.START_ARRAY
          && parser.getParsingContext().pathAsPointer().equals(pointer)) {
        return;
      }
    }
    throw new BadBodyException("at " + array + ": expected an array, found nothing");
  }

  /** Reads on, so that a body that is cut or goes on after its end is refused. */
  private static void finish(JsonParser parser) throws IOException, BadBodyException {
    boolean ended = parser.getParsingContext().inRoot();
    while (parser.nextToken() != null) {
      if (ended) {
        throw new BadBodyException("not JSON: there is more after the end");
      }
      parser.skipChildren();
      ended = parser.getParsingContext().inRoot();
    }
  }

  private static BadBodyException notJson(String text, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    String kind = text.stripLeading().startsWith("<") ? "markup instead of JSON" : "not JSON";
    return new BadBodyException(
        kind + where + ": " + ParsedRows.shortened(String.valueOf(e.getOriginalMessage())));
  }
}
