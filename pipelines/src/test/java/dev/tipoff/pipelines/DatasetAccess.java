package dev.tipoff.pipelines;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import dev.tipoff.io.warehouse.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The datasets that a pipeline reads and those that it writes, in alphabetical order. */
record DatasetAccess(Set<String> read, Set<String> written) {
  private static final Pattern TABLE = Pattern.compile("\\{(nba_[a-z]+)\\.[a-z_]+}");
  private static final Pattern INCLUDE = Pattern.compile("\\{include ([a-z_]+)}");
  private static final Splitter CELLS = Splitter.on('|').trimResults();
  private static final Splitter NAMES = Splitter.on(',').trimResults().omitEmptyStrings();

  /** What the graph asks of the warehouse. */
  static DatasetAccess of(RecordedWarehouse graph) {
    return new DatasetAccess(
        all(graph.namesRead().stream()), all(graph.writes().values().stream()));
  }

  /** Of each pipeline that {@code docs/security.md} has a row of, what that grants. */
  static Map<String, DatasetAccess> granted() throws IOException {
    Map<String, DatasetAccess> granted = new TreeMap<>();
    Path page = Path.of(System.getProperty("tipoff.root", ".."), "docs", "security.md");
    for (String line : Files.readAllLines(page)) {
      List<String> cells = CELLS.splitToList(line);
      if (cells.size() > 3 && cells.get(1).matches("`[a-z-]+`")) {
        granted.put(
            cells.get(1).replace("`", ""),
            new DatasetAccess(
                new TreeSet<>(NAMES.splitToList(cells.get(2))),
                new TreeSet<>(NAMES.splitToList(cells.get(3)))));
      }
    }
    return granted;
  }

  /** Both together. */
  DatasetAccess and(DatasetAccess other) {
    return new DatasetAccess(union(read, other.read), union(written, other.written));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Set<String> all(Stream<String> names) {
    return names.map(DatasetAccess::datasets).reduce(Set.of(), DatasetAccess::union);
  }

  /**
   * @param name of a table, or of a query whose statement names its tables
   */
  static Set<String> datasets(String name) {
    if (name.contains(".")) {
      return Set.of(name.substring(0, name.indexOf('.')));
    }
    String sql = sql(name);
    return union(
        new TreeSet<>(TABLE.matcher(sql).results().map(table -> table.group(1)).toList()),
        all(INCLUDE.matcher(sql).results().map(include -> include.group(1))));
  }

  private static String sql(String query) {
    try {
      return Resources.toString(
          Resources.getResource(Queries.class, "/dev/tipoff/io/sql/" + query + ".sql"),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
