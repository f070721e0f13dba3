package dev.tipoff.io.warehouse;

import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.util.List;
import java.util.Optional;

/** What the launcher asks of a warehouse beside the pipelines: tables, digests, a few rows. */
public interface WarehouseAdmin extends AutoCloseable {
  /**
   * Creates what is missing of the datasets, tables and views.
   *
   * @throws IllegalStateException if a table exists with other columns; it says which
   */
  void createTables();

  /**
   * Makes ready for a command. An embedded warehouse makes its tables. One that belongs to a
   * project does nothing, which saves a call for each table: {@code schema} makes and checks them.
   *
   * @throws IllegalStateException if a table exists with other columns; it says which
   */
  void prepare();

  /** Whether there is a warehouse. An embedded one that is not there is made when it is read. */
  boolean exists();

  /** The statements that make the warehouse, in the engine's dialect and in running order. */
  List<String> statements();

  /**
   * How what is stored differs from what is declared, one line a missing table or a missing,
   * surplus or changed column; none if it is as declared. Changes nothing.
   */
  List<String> drift();

  /**
   * Number and order-free digest of the stored rows, of all slates or of those in the range.
   *
   * @throws IllegalArgumentException if a range is given and the table is not split by slates
   */
  Digest digest(Table<?> table, Optional<SlateRange> slates);

  /** The rows of a query, for the terminal. */
  <T> List<T> rows(NamedQuery<T> query);

  /**
   * Stores a few events, all or none: the launcher's entries in the run ledger. An event whose key
   * is stored already is left as it is.
   *
   * @throws IllegalArgumentException if the table is not of events
   */
  <T> void store(Table<T> table, List<T> events);

  @Override
  void close();

  /**
   * Equal digests mean equal tables: the rows' number and the XOR of their hashes.
   *
   * @param rows how many rows
   * @param hash XOR of the 64-bit row hashes; zero without rows
   */
  record Digest(long rows, long hash) {
    @Override
    public String toString() {
      return String.format("%d rows %016x", rows, hash);
    }
  }
}
