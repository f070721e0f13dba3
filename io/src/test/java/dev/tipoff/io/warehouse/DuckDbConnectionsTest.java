package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.catalogue.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DuckDbConnectionsTest {
  private static final int THREADS = 8;
  private static final int TIMES = 40;

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private Warehouse warehouse(String name) {
    return DuckDbWarehouse.at(
        temp.getRoot().toPath().resolve(name).toString(), Duration.ofSeconds(30));
  }

  /** What each of several calls at once said. */
  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<T> said = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(Collections.nCopies(times, call))) {
        said.add(each.get());
      }
      return said;
    } finally {
      threads.shutdownNow();
    }
  }

  /** The last connection closes the file; the next may come while it is being closed. */
  @Test
  public void threadsMayOpenAndCloseTheFileAtOnce() throws Exception {
    Warehouse warehouse = warehouse("tipoff.duckdb");
    try (WarehouseAdmin admin = warehouse.admin()) {
      admin.createTables();
    }
    List<Long> rows =
        atOnce(
            THREADS * TIMES,
            () -> {
              try (WarehouseAdmin admin = warehouse.admin()) {
                return admin.digest(Tables.SCHEDULE, Optional.empty()).rows();
              }
            });
    assertThat(rows, everyItem(is(0L)));
  }

  /** Of two that write the catalogue of a file the database refuses one. */
  @Test
  public void threadsMayCreateTheTablesAtOnce() throws Exception {
    for (int file = 0; file < 3; file++) {
      Warehouse warehouse = warehouse("new-" + file + ".duckdb");
      List<List<String>> drifts =
          atOnce(
              3 * THREADS,
              () -> {
                try (WarehouseAdmin admin = warehouse.admin()) {
                  admin.createTables();
                  return admin.drift();
                }
              });
      assertThat(drifts, everyItem(is(List.of())));
    }
  }
}
