package dev.tipoff.transforms.profile;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.transforms.tables.Column;
import dev.tipoff.transforms.tables.Table;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The rule that follows from how a table is declared: columns whose cells may be absent, and lists,
 * may be empty, and the day that the table is split by is one on each slate. What else is allowed
 * is said by name.
 */
@AutoValue
public abstract class DeclaredColumns implements ColumnRule {
  abstract Table<?> table();

  abstract ImmutableSet<String> empty();

  abstract ImmutableSet<String> constant();

  public static DeclaredColumns of(Table<?> table) {
    String partition = table.partition();
    return new AutoValue_DeclaredColumns(
        table,
        table.columns().stream()
            .filter(column -> column.nullable() || column.repeated())
            .map(Column::name)
            .collect(ImmutableSet.toImmutableSet()),
        partition == null ? ImmutableSet.of() : ImmutableSet.of(partition));
  }

  /**
   * These too may be the same in all rows of a slate.
   *
   * @throws IllegalArgumentException if the table lacks one of the columns
   */
  public DeclaredColumns allowingConstant(String... columns) {
    return new AutoValue_DeclaredColumns(table(), empty(), with(constant(), columns));
  }

  /**
   * These too may be empty in all rows of a slate.
   *
   * @throws IllegalArgumentException if the table lacks one of the columns
   */
  public DeclaredColumns allowingEmpty(String... columns) {
    return new AutoValue_DeclaredColumns(table(), with(empty(), columns), constant());
  }

  private ImmutableSet<String> with(ImmutableSet<String> allowed, String... columns) {
    for (String name : columns) {
      Preconditions.checkArgument(
          table().columns().stream().anyMatch(column -> column.name().equals(name)),
          "%s has no column %s",
          table(),
          name);
    }
    return Stream.concat(allowed.stream(), Arrays.stream(columns))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public boolean mayBeEmpty(String column) {
    return empty().contains(column);
  }

  @Override
  public boolean mayBeConstant(String column) {
    return constant().contains(column);
  }
}
