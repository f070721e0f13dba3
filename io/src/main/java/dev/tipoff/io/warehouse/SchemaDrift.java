package dev.tipoff.io.warehouse;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the columns that are stored differ from those that are declared; of any engine. */
final class SchemaDrift {
  private SchemaDrift() {}

  /**
   * A column as the engine has it.
   *
   * @param type in the engine's words
   */
  record StoredColumn(String name, String type, boolean nullable) {
    @Override
    public String toString() {
      return type + (nullable ? "" : " NOT NULL");
    }
  }

  /** One line a difference; none if the table is as declared. */
  static List<String> of(String table, List<StoredColumn> declared, List<StoredColumn> stored) {
    if (stored.isEmpty()) {
      return List.of(table + " is missing");
    }
    Map<String, StoredColumn> wanted = Maps.uniqueIndex(declared, StoredColumn::name);
    Map<String, StoredColumn> found = Maps.uniqueIndex(stored, StoredColumn::name);
    List<String> drift = new ArrayList<>();
    wanted.forEach(
        (name, column) -> {
          StoredColumn other = found.get(name);
          if (other == null) {
            drift.add(String.format("%s.%s is missing, %s", table, name, column));
          } else if (!other.equals(column)) {
            drift.add(String.format("%s.%s is %s instead of %s", table, name, other, column));
          }
        });
    found.forEach(
        (name, column) -> {
          if (!wanted.containsKey(name)) {
            drift.add(String.format("%s.%s is surplus, %s", table, name, column));
          }
        });
    List<String> order =
        declared.stream().map(StoredColumn::name).filter(found::containsKey).toList();
    List<String> storedOrder =
        stored.stream().map(StoredColumn::name).filter(wanted::containsKey).toList();
    if (!order.equals(storedOrder)) {
      drift.add(
          String.format(
              "%s has its columns in another order: %s", table, String.join(", ", storedOrder)));
    }
    return drift;
  }
}
