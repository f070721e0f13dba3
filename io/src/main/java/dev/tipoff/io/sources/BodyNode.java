package dev.tipoff.io.sources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.transforms.model.TeamCode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A JSON object and where it stands in its body, so that a wrong shape is reported with its place.
 * A field that is missing or null is absent; a field of another type than asked for is refused, a
 * number written as text too.
 *
 * @param path the place as a JSON pointer, empty for the body itself
 */
public record BodyNode(JsonNode json, String path) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int FIRST_HALF = 0xD800;
  private static final int LAST_HALF = 0xDFFF;

  /**
   * @throws BadBodyException if it is no object
   */
  public static BodyNode object(JsonNode json, String path) throws BadBodyException {
    if (!json.isObject()) {
      throw wrong(path, "an object", json);
    }
    return new BodyNode(json, path);
  }

  public boolean has(String field) {
    return !isAbsent(json.path(field));
  }

  /** A text that must be there and not be blank. */
  public String text(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(path + "/" + field, "a text", value);
    }
    if (!isStorable(value.textValue())) {
      throw wrong(path + "/" + field, "a text of whole characters", value);
    }
    return value.textValue();
  }

  /**
   * Whether the text comes back as it is from UTF-8 and from databases: it has no half of a
   * surrogate pair, which JSON can escape, and no NUL.
   */
  public static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= FIRST_HALF && c <= LAST_HALF));
  }

  /** A text, absent if it is blank too. */
  public @Nullable String textOrNone(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    return isAbsent(value) || (value.isTextual() && value.textValue().isBlank())
        ? null
        : text(field);
  }

  /** An id that must be there: a text, or a whole number of at most 64 bits as text. */
  public String id(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    return value.isIntegralNumber() && value.canConvertToLong() ? value.asText() : text(field);
  }

  /** A whole number that must be there. */
  public int integer(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (!value.isNumber() || !value.canConvertToInt() || value.doubleValue() % 1 != 0) {
      throw wrong(path + "/" + field, "a whole number", value);
    }
    return value.intValue();
  }

  public @Nullable Integer integerOrNone(String field) throws BadBodyException {
    return has(field) ? integer(field) : null;
  }

  /** A finite number that must be there. */
  public double number(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw wrong(path + "/" + field, "a number", value);
    }
    return value.doubleValue();
  }

  public @Nullable Double numberOrNone(String field) throws BadBodyException {
    return has(field) ? number(field) : null;
  }

  public @Nullable Boolean flagOrNone(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrong(path + "/" + field, "true or false", value);
    }
    return value.booleanValue();
  }

  /** An object that must be there. */
  public BodyNode object(String field) throws BadBodyException {
    return object(json.path(field), path + "/" + field);
  }

  /** The objects of an array that must be there. */
  public List<BodyNode> objects(String field) throws BadBodyException {
    List<BodyNode> objects = new ArrayList<>();
    for (JsonNode element : array(field)) {
      objects.add(object(element, path + "/" + field + "/" + objects.size()));
    }
    return objects;
  }

  /** The elements of an array that must be there, whatever they are. */
  public List<JsonNode> array(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (!value.isArray()) {
      throw wrong(path + "/" + field, "an array", value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  /** A time in ISO form, absent if the field is missing or null. */
  public @Nullable Instant time(String field) throws BadBodyException {
    return has(field) ? requiredTime(field) : null;
  }

  /** A time in ISO form with its offset, such as {@code 2031-01-11T00:30:00Z}. */
  public Instant requiredTime(String field) throws BadBodyException {
    String text = text(field);
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= FIRST_YEAR && time.getYear() < LAST_YEAR) {
        return Instant.ofEpochMilli(time.toInstant().toEpochMilli());
      }
    } catch (DateTimeException e) {
      throw notATime(field, text);
    }
    throw notATime(field, text);
  }

  /** A team by its code or full name, which must be one of the league. */
  public TeamCode team(String field) throws BadBodyException {
    try {
      return TeamCode.parse(text(field));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("at " + path + "/" + field + ": " + e.getMessage());
    }
  }

  /** Reports fields that are not among the known ones, and known ones that are not there. */
  public void expect(ParsedRows rows, Set<String> required, Set<String> optional) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!required.contains(name) && !optional.contains(name)) {
        rows.drift(place() + "/" + ParsedRows.shortened(name), "the field is new");
      }
    }
    for (String name : required) {
      if (!json.has(name)) {
        rows.drift(place() + "/" + name, "the field is gone");
      }
    }
  }

  /** The path without numbers: {@code /data/[]/player}. */
  private String place() {
    return path.replaceAll("/\\d+(?=/|$)", "/[]");
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private BadBodyException notATime(String field, String text) {
    return new BadBodyException(
        "at "
            + path
            + "/"
            + field
            + ": '"
            + ParsedRows.shortened(text)
            + "' is not a time like 2031-01-11T00:30:00Z");
  }

  static BadBodyException wrong(String path, String expected, JsonNode found) {
    String what = found.isMissingNode() ? "nothing" : found.getNodeType() + " " + start(found);
    return new BadBodyException(
        "at " + (path.isEmpty() ? "/" : path) + ": expected " + expected + ", found " + what);
  }

  private static String start(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
