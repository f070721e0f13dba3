package dev.tipoff.io.odds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tipoff.transforms.model.TeamCode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A JSON object and where it stands in its body, so that a wrong shape is reported with its place.
 */
record EventNode(JsonNode json, String path) {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  static EventNode object(JsonNode json, String path) throws BadBodyException {
    if (!json.isObject()) {
      throw wrong(path, "an object", json);
    }
    return new EventNode(json, path);
  }

  /** A text that must be there and not be blank. */
  String text(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(path + "/" + field, "a text", value);
    }
    return value.textValue();
  }

  /** The objects of an array that must be there. */
  List<EventNode> objects(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    if (!value.isArray()) {
      throw wrong(path + "/" + field, "an array", value);
    }
    List<EventNode> objects = new ArrayList<>();
    for (JsonNode element : value) {
      objects.add(object(element, path + "/" + field + "/" + objects.size()));
    }
    return objects;
  }

  /** A time in ISO form, absent if the field is missing or null. */
  @Nullable Instant time(String field) throws BadBodyException {
    JsonNode value = json.path(field);
    return value.isMissingNode() || value.isNull() ? null : requiredTime(field);
  }

  /** A time in ISO form such as {@code 2031-01-11T00:30:00Z}. */
  Instant requiredTime(String field) throws BadBodyException {
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

  TeamCode team(String field) throws BadBodyException {
    try {
      return TeamCode.parse(text(field));
    } catch (IllegalArgumentException e) {
      throw new BadBodyException("at " + path + "/" + field + ": " + e.getMessage());
    }
  }

  private BadBodyException notATime(String field, String text) {
    return new BadBodyException(
        "at " + path + "/" + field + ": '" + text + "' is not a time like 2031-01-11T00:30:00Z");
  }

  private static BadBodyException wrong(String path, String expected, JsonNode found) {
    String what = found.isMissingNode() ? "nothing" : found.getNodeType() + " " + start(found);
    return new BadBodyException(
        "at " + (path.isEmpty() ? "/" : path) + ": expected " + expected + ", found " + what);
  }

  private static String start(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
