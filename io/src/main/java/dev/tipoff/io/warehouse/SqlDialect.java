package dev.tipoff.io.warehouse;

/** What the engines write differently in statements that they otherwise run alike. */
interface SqlDialect {
  /**
   * A table's name.
   *
   * @param name dataset and table, {@code nba_raw.schedule} for instance
   */
  String table(String name);

  /** A string literal. */
  String text(String value);

  /** DuckDB's way. */
  SqlDialect DUCKDB =
      new SqlDialect() {
        @Override
        public String table(String name) {
          return name;
        }

        @Override
        public String text(String value) {
          return "'" + value.replace("'", "''") + "'";
        }
      };
}
