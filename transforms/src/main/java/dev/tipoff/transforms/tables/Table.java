package dev.tipoff.transforms.tables;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import dev.tipoff.transforms.model.GameDay;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A stored table, declared once: its rows, partition, key, clustering and kind of write. DDL, reads
 * and writes of every engine come from here.
 *
 * <p>A table is written in one way only. A {@link Kind#COMPUTED} table replaces whole partitions;
 * an {@link Kind#EVENT} table is upserted by key.
 */
@AutoValue
public abstract class Table<T> implements Serializable {
  /** How a table is written. */
  public enum Kind {
    COMPUTED,
    EVENT
  }

  /** Dataset and table, {@code nba_raw.player_games} for instance. */
  public abstract String name();

  public abstract Kind kind();

  public abstract Class<T> rowClass();

  public abstract String description();

  /** The DATE column that splits the table; absent if it is not split. */
  public abstract @Nullable String partition();

  /** The slate a row is stored under; absent if the table is not split. */
  public abstract @Nullable SerializableFunction<T, GameDay> partitionOf();

  /** The columns no two rows may agree on. */
  public abstract ImmutableList<String> key();

  /** Whether an event that is stored is never rewritten by a later one with its key. */
  public abstract boolean keepsFirst();

  /** The columns the engine sorts by. */
  public abstract ImmutableList<String> clustering();

  /** Whether some statement reads the table without a range of slates. */
  public abstract boolean readsWhole();

  public static <T> Table<T> computed(String name, Class<T> rowClass, String description) {
    return Table.<T>builder(name, Kind.COMPUTED, rowClass, description).build();
  }

  public static <T> Table<T> event(String name, Class<T> rowClass, String description) {
    return Table.<T>builder(name, Kind.EVENT, rowClass, description).build();
  }

  private static <T> Builder<T> builder(
      String name, Kind kind, Class<T> rowClass, String description) {
    return new AutoValue_Table.Builder<T>()
        .name(name)
        .kind(kind)
        .rowClass(rowClass)
        .description(description)
        .key(ImmutableList.of())
        .keepsFirst(false)
        .readsWhole(false)
        .clustering(ImmutableList.of());
  }

  abstract Builder<T> toBuilder();

  public Table<T> partitionedBy(String column, SerializableFunction<T, GameDay> day) {
    return toBuilder().partition(column).partitionOf(day).build();
  }

  /**
   * @throws IllegalArgumentException if the table lacks one of the columns, or it is repeated
   */
  public Table<T> keyedBy(String... columns) {
    List<String> known =
        columns().stream().filter(column -> !column.repeated()).map(Column::name).toList();
    for (String column : columns) {
      Preconditions.checkArgument(known.contains(column), "%s has no column %s", name(), column);
    }
    return toBuilder().key(ImmutableList.copyOf(columns)).build();
  }

  public Table<T> keepingFirst() {
    return toBuilder().keepsFirst(true).build();
  }

  public Table<T> clusteredBy(String... columns) {
    return toBuilder().clustering(ImmutableList.copyOf(columns)).build();
  }

  /** Declares that a statement reads the table without a range of slates. */
  public Table<T> alsoReadWhole() {
    return toBuilder().readsWhole(true).build();
  }

  /** Whether an engine may refuse a read of the table that names no range of slates. */
  public boolean needsRange() {
    return partition() != null && !readsWhole();
  }

  @AutoValue.Builder
  abstract static class Builder<T> {
    abstract Builder<T> name(String name);

    abstract Builder<T> kind(Kind kind);

    abstract Builder<T> rowClass(Class<T> rowClass);

    abstract Builder<T> description(String description);

    abstract Builder<T> partition(@Nullable String partition);

    abstract Builder<T> partitionOf(@Nullable SerializableFunction<T, GameDay> partitionOf);

    abstract Builder<T> key(ImmutableList<String> key);

    abstract Builder<T> keepsFirst(boolean keepsFirst);

    abstract Builder<T> readsWhole(boolean readsWhole);

    abstract Builder<T> clustering(ImmutableList<String> clustering);

    abstract Table<T> build();
  }

  /**
   * Refuses the wrong kind of write.
   *
   * @throws IllegalArgumentException if the table is of the other kind
   */
  public void checkKind(Kind kind) {
    Preconditions.checkArgument(
        kind() == kind, "%s is a table of %s rows, not of %s rows", this, kind(), kind);
  }

  /** How rows lie in columns. */
  @Memoized
  public RowShape<T> shape() {
    return RowShape.of(rowClass());
  }

  /** How rows travel between steps. */
  public Coder<T> coder() {
    return RowShape.coder(rowClass());
  }

  /** The row's columns; the engine adds {@code row_hash}, made by {@link RowHash}. */
  public List<Column> columns() {
    return shape().columns();
  }

  public String dataset() {
    return name().substring(0, name().indexOf('.'));
  }

  /** The slate that a row is stored under. */
  public GameDay partitionOf(T row) {
    SerializableFunction<T, GameDay> day = partitionOf();
    Preconditions.checkState(day != null, "%s is not split by day", name());
    return day.apply(row);
  }

  /**
   * The row's key as text, one part a key column with {@code |} between, for messages and for
   * finding duplicates. Different keys give different texts, keys that SQL holds equal one text.
   *
   * @throws IllegalArgumentException if a part is NaN, which engines do not compare alike
   */
  public String keyOf(T row) {
    return keyOf(shape().cells(row));
  }

  /** As {@link #keyOf(Object)}, of the row's cells. */
  public String keyOf(@Nullable Object[] cells) {
    StringBuilder text = new StringBuilder();
    for (int i : keyColumns()) {
      text.append(text.length() == 0 ? "" : "|").append(part(columns().get(i).name(), cells[i]));
    }
    return text.toString();
  }

  /** Where the parts of the key are among the columns. */
  @Memoized
  ImmutableList<Integer> keyColumns() {
    List<String> names = columns().stream().map(Column::name).toList();
    return key().stream().map(names::indexOf).collect(ImmutableList.toImmutableList());
  }

  private String part(String column, @Nullable Object cell) {
    if (cell instanceof Double number) {
      Preconditions.checkArgument(
          !number.isNaN(), "%s.%s is part of the key and cannot be NaN", name(), column);
      return String.valueOf(number == 0 ? 0.0 : number);
    }
    return String.valueOf(cell).replace("\\", "\\\\").replace("|", "\\|");
  }

  @Override
  public final String toString() {
    return name();
  }
}
