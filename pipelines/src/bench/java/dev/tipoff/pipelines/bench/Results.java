package dev.tipoff.pipelines.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tipoff.io.terminal.TextTable;
import dev.tipoff.io.terminal.TextTable.Column;
import dev.tipoff.pipelines.launch.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What has been measured: each table is printed and kept as JSON, as soon as it is there. */
final class Results {
  private static final int WIDTH = 160;
  private static final int LONGEST = 70;

  private final Path folder;
  private final Report report;

  Results(Path folder, Report report) {
    this.folder = folder;
    this.report = report;
  }

  /** Tells people how it goes. */
  void progress(String format, Object... values) {
    report.besideData().line(format, values);
  }

  /**
   * Prints a table and writes it to a file of its name.
   *
   * @param columns the first is text, the others are numbers or text of numbers
   * @param rows a cell a column
   */
  void table(String name, String title, List<String> columns, List<List<Object>> rows)
      throws IOException {
    List<Column> shown = new ArrayList<>();
    for (String column : columns) {
      shown.add(shown.isEmpty() ? Column.text(column, LONGEST) : Column.number(column));
    }
    TextTable text = new TextTable(report.terminal(), WIDTH, shown);
    rows.forEach(row -> text.add(row.stream().map(Results::text).toList()));
    report.line("%n%s", title);
    report.text(text.render());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("machine", Machine.ofThisProcess());
    json.put("rows", rows.stream().map(row -> named(columns, row)).toList());
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(name + ".json"),
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json));
  }

  private static Map<String, Object> named(List<String> columns, List<Object> row) {
    Map<String, Object> named = new LinkedHashMap<>();
    IntStream.range(0, columns.size()).forEach(i -> named.put(columns.get(i), row.get(i)));
    return named;
  }

  private static String text(Object cell) {
    if (cell instanceof Double number) {
      return String.format(Math.abs(number) < 100 ? "%,.2f" : "%,.0f", number);
    }
    return cell instanceof Number number
        ? String.format("%,d", number.longValue())
        : cell.toString();
  }
}
