package dev.tipoff.io.sources;

import static java.util.stream.Collectors.joining;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.tables.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Bodies that nobody should send, and what every parser makes of them nevertheless. */
final class Torture {
  private static final int BELOW_THE_LIMIT = 900;
  private static final int ABOVE_THE_LIMIT = 100_000;

  /** Values that stand where others are meant; an entry may be empty or absent for all of them. */
  static final List<String> EMPTY = List.of("null", "[]", "{}");

  /** Values that stand where others are meant. */
  static final List<String> VALUES =
      List.of(
          "1e999999",
          "-1e999999",
          "1e-999999",
          "9".repeat(400),
          "-" + "9".repeat(400),
          "9223372036854775808",
          "-2147483649",
          "0.1",
          "-1",
          "NaN",
          "Infinity",
          "\"\"",
          "\" \"",
          "\"\\ud800\"",
          "\"a\\udc00b\"",
          "\"\\u0000\"",
          "\"\\u2028\\uFEFF\"",
          "\"1e999999\"",
          "\"" + "9".repeat(400) + "\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"0000-00-00 99:99:99\"",
          "\"" + "a(".repeat(20_000) + "\"",
          "\"PT99999999999999999M99.99S\"",
          "true",
          "[null]",
          "[[[]]]",
          "[1,\"x\",{}]",
          "{\"id\":null,\"x\":[{}]}",
          "{\"\":\"\"}",
          "[".repeat(BELOW_THE_LIMIT) + "]".repeat(BELOW_THE_LIMIT),
          "{\"a\":".repeat(BELOW_THE_LIMIT) + "1" + "}".repeat(BELOW_THE_LIMIT),
          nested());

  private final Map<Table<?>, Coder<Object>> coders = new HashMap<>();

  /** Arrays a hundred thousand deep. */
  static String nested() {
    return "[".repeat(ABOVE_THE_LIMIT) + "]".repeat(ABOVE_THE_LIMIT);
  }

  /**
   * What is wrong with what the parser makes of a body; absent if it holds: no exception leaves it,
   * the fault is never its own, every row can be stored, and the body is not passed over in
   * silence.
   *
   * @param mayBeEmpty whether the body may well say nothing
   */
  @Nullable String complaint(Source source, Body body, boolean mayBeEmpty) {
    ParsedRows parsed;
    try {
      parsed = ParsedRows.of(source.parser(), body);
      parsed.forEach(this::store);
    } catch (RuntimeException | StackOverflowError e) {
      return "throws " + e;
    }
    List<Failure> faults =
        parsed.failures().stream()
            .filter(failure -> failure.getCode() == FailureCode.PARSER_FAULT)
            .toList();
    if (!faults.isEmpty()) {
      return faults.stream().map(Failure::getMessage).collect(joining("; "));
    }
    boolean silent =
        parsed.tables().isEmpty() && parsed.failures().isEmpty() && parsed.ignored().isEmpty();
    return silent && !mayBeEmpty ? "is silent" : null;
  }

  private void store(Table<?> table, Object row) {
    Coder<Object> coder = coders.computeIfAbsent(table, Torture::coder);
    try {
      Object same = CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, row));
      if (!same.equals(row)) {
        throw new IllegalStateException("a row is another once it is stored: " + row);
      }
    } catch (CoderException e) {
      throw new IllegalStateException("a row cannot be stored: " + row, e);
    }
  }

  @SuppressWarnings("unchecked") // A parser gives a table rows of its own.
  private static Coder<Object> coder(Table<?> table) {
    return (Coder<Object>) table.coder();
  }
}
