package dev.tipoff.io.warehouse;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.Instant;

/**
 * A statement of {@code sql/NAME.sql} in the subset of SQL that both engines run alike, with its
 * values. In the file, <code>{nba_raw.schedule}</code> stands for a table and <code>{from}</code>
 * for a value; values are rendered by their type and never pasted. A line <code>
 * {include phase_runs}
 * </code> stands for the text of that file, for branches that several statements share.
 */
@AutoValue
public abstract class NamedQuery<T> implements Serializable {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_.]+)}");
  private static final Pattern INCLUDE = Pattern.compile("\\{include ([a-z_]+)}\n");

  public abstract String name();

  public abstract Class<T> rowClass();

  abstract ImmutableMap<String, Serializable> values();

  public static <T> NamedQuery<T> of(String name, Class<T> rowClass) {
    return new AutoValue_NamedQuery<>(name, rowClass, ImmutableMap.of());
  }

  public NamedQuery<T> with(String name, GameDay value) {
    return withValue(name, value.date());
  }

  public NamedQuery<T> with(String name, Instant value) {
    return withValue(name, value);
  }

  public NamedQuery<T> with(String name, String value) {
    return withValue(name, value);
  }

  private NamedQuery<T> withValue(String name, Serializable value) {
    return new AutoValue_NamedQuery<>(
        name(),
        rowClass(),
        ImmutableMap.<String, Serializable>builder().putAll(values()).put(name, value).build());
  }

  /** How the query's rows lie in its columns, by name. */
  public RowShape<T> shape() {
    return RowShape.of(rowClass());
  }

  /**
   * The statement with its tables and values.
   *
   * @param dialect the engine's way to write what engines write differently
   * @throws IllegalArgumentException if a placeholder has no value
   */
  String render(SqlDialect dialect) {
    String text =
        INCLUDE
            .matcher(text(name()))
            .replaceAll(file -> Matcher.quoteReplacement(text(file.group(1))));
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder sql = new StringBuilder();
    while (matcher.find()) {
      String placeholder = matcher.group(1);
      matcher.appendReplacement(
          sql,
          Matcher.quoteReplacement(
              placeholder.contains(".")
                  ? dialect.table(placeholder)
                  : literal(placeholder, dialect)));
    }
    return matcher.appendTail(sql).toString();
  }

  private String literal(String placeholder, SqlDialect dialect) {
    Serializable value = values().get(placeholder);
    Preconditions.checkArgument(
        value != null, "%s.sql needs a value for {%s}", name(), placeholder);
    return SqlLiteral.of(value, dialect);
  }

  private static String text(String name) {
    URL file = Resources.getResource(NamedQuery.class, "/dev/tipoff/io/sql/" + name + ".sql");
    try {
      return Resources.toString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
