package dev.tipoff.io.nba;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tipoff.io.sources.BadBodyException;
import dev.tipoff.io.sources.Body;
import dev.tipoff.io.sources.BodyNode;
import dev.tipoff.io.sources.JsonBody;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.SourceError;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of an answer of stats.nba.com, each with its headers once and its rows as arrays. The
 * headers say what is where; their order means nothing.
 */
final class ResultSets {
  private final List<BodyNode> sets;

  private ResultSets(List<BodyNode> sets) {
    this.sets = sets;
  }

  static ResultSets read(Body body) throws BadBodyException {
    return read(JsonBody.object(body));
  }

  static ResultSets read(BodyNode answer) throws BadBodyException {
    SourceError.refuse(answer, "resultSets");
    return new ResultSets(answer.objects("resultSets"));
  }

  /**
   * The rows of a table as objects by header. A header that is new or gone is reported as drift, a
   * row with another number of values than there are headers as a failure.
   *
   * @throws BadBodyException if there is no such table
   */
  List<BodyNode> rows(String table, Set<String> required, Set<String> optional, ParsedRows parsed)
      throws BadBodyException {
    for (BodyNode set : sets) {
      if (table.equals(set.textOrNone("name"))) {
        List<String> headers = headers(set);
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        headers.forEach(header -> known.put(header, true));
        new BodyNode(known, "/resultSets/" + table).expect(parsed, required, optional);
        return rows(set, headers, parsed);
      }
    }
    throw new BadBodyException("at /resultSets: there is no table " + table);
  }

  private static List<String> headers(BodyNode set) throws BadBodyException {
    Set<String> headers = new LinkedHashSet<>();
    for (JsonNode header : set.array("headers")) {
      if (!header.isTextual() || !headers.add(header.textValue())) {
        throw new BadBodyException(
            "at " + set.path() + "/headers: " + header + " is no name, or is there twice");
      }
    }
    return List.copyOf(headers);
  }

  private static List<BodyNode> rows(BodyNode set, List<String> headers, ParsedRows parsed)
      throws BadBodyException {
    List<BodyNode> rows = new ArrayList<>();
    List<JsonNode> arrays = set.array("rowSet");
    for (int number = 0; number < arrays.size(); number++) {
      JsonNode array = arrays.get(number);
      String path = set.path() + "/rowSet/" + number;
      if (array.isArray() && array.size() == headers.size()) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < headers.size(); column++) {
          row.set(headers.get(column), array.path(column));
        }
        rows.add(new BodyNode(row, path));
      } else {
        parsed.fail(
            FailureCode.BAD_ENTRY,
            path,
            "expected a row of " + headers.size() + " values, found " + array.size(),
            array.toString());
      }
    }
    return rows;
  }
}
