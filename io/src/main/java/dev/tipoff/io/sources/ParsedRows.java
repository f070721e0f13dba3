package dev.tipoff.io.sources;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What one body says: rows of tables, failures, and how many entries are of no interest. */
public final class ParsedRows {
  private static final int SHOWN = 200;

  private final Body body;
  private final Map<Table<?>, List<Object>> rows = new LinkedHashMap<>();
  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private final SortedMap<String, Integer> ignored = new TreeMap<>();

  private ParsedRows(Body body) {
    this.body = body;
  }

  /**
   * Reads a body. Nothing in it makes this throw: a body that is not what the source sends gives
   * one failure and no rows, and so does one that a parser has a fault with.
   */
  public static ParsedRows of(BodyParser parser, Body body) {
    ParsedRows parsed = new ParsedRows(body);
    try {
      parser.parse(body, parsed);
      return parsed;
    } catch (BadBodyException e) {
      return parsed.bad(FailureCode.BAD_BODY, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // One source's surprise must not stop the others; the code says that the parser is at fault.
      return parsed.bad(FailureCode.PARSER_FAULT, shortened(e.toString()));
    }
  }

  private ParsedRows bad(FailureCode code, String message) {
    ParsedRows parsed = new ParsedRows(body);
    parsed.fail(code, "", message, body.start());
    return parsed;
  }

  public <T> void add(Table<T> table, T row) {
    rows.computeIfAbsent(table, each -> new ArrayList<>()).add(row);
  }

  /**
   * Reports an entry that cannot become a row.
   *
   * @param where its place in the body, such as {@code /data/3}
   */
  public void fail(FailureCode code, String where, String message, String payload) {
    String key = where.isEmpty() ? body.name() : body.name() + "#" + where;
    keep(Failure.of(step(), code, key, message, payload, body.filedUnder()));
  }

  /**
   * Reports that the source's shape is another than it was: an unknown or a missing field, another
   * type. One failure for each source and place, however many bodies show it.
   *
   * @param place where, without numbers: {@code /data/[]/player/nickname}
   */
  public void drift(String place, String message) {
    keep(
        Failure.of(
            step(), FailureCode.SCHEMA_DRIFT, body.source() + " " + place, message, "", null));
  }

  /** Counts an entry that is well and of no interest, such as a game of the preseason. */
  public void ignore(String reason) {
    ignored.merge(shortened(reason), 1, Integer::sum);
  }

  /** Reads one entry; if it cannot be read, it is a failure and the next one goes on. */
  public void entry(BodyNode entry, EntryReader reader) {
    try {
      reader.read(entry);
    } catch (BadBodyException e) {
      fail(
          FailureCode.BAD_ENTRY,
          entry.path(),
          String.valueOf(e.getMessage()),
          entry.json().toString());
    }
  }

  /** Reads each entry as {@link #entry} does. */
  public void each(Iterable<BodyNode> entries, EntryReader reader) {
    entries.forEach(entry -> entry(entry, reader));
  }

  /** Reads an entry of a body. */
  @FunctionalInterface
  public interface EntryReader {
    void read(BodyNode entry) throws BadBodyException;
  }

  @SuppressWarnings("unchecked") // add() puts only rows of a table under it.
  public <T> List<T> rows(Table<T> table) {
    return List.copyOf((List<T>) rows.getOrDefault(table, List.of()));
  }

  public Set<Table<?>> tables() {
    return Set.copyOf(rows.keySet());
  }

  /** Hands on each row with its table. */
  public void forEach(BiConsumer<Table<?>, Object> action) {
    rows.forEach((table, found) -> found.forEach(row -> action.accept(table, row)));
  }

  public List<Failure> failures() {
    return List.copyOf(failures.values());
  }

  /** How many entries are of no interest, by reason. */
  public SortedMap<String, Integer> ignored() {
    return new TreeMap<>(ignored);
  }

  private void keep(Failure failure) {
    failures.putIfAbsent(failure.getFailureId(), failure);
  }

  private String step() {
    return "Parse " + body.source();
  }

  static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
