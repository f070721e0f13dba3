package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.transforms.catalogue.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DuckDbConnectionsTest {
  private static final int THREADS = 8;
  private static final int TIMES = 40;

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  /** The last connection closes the file; the next may come while it is being closed. */
  @Test
  public void threadsMayOpenAndCloseTheFileAtOnce() throws Exception {
    Warehouse warehouse =
        DuckDbWarehouse.at(
            temp.getRoot().toPath().resolve("tipoff.duckdb").toString(), Duration.ofSeconds(30));
    try (WarehouseAdmin admin = warehouse.admin()) {
      admin.createTables();
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> rows = new ArrayList<>();
      for (int i = 0; i < THREADS * TIMES; i++) {
        rows.add(
            threads.submit(
                () -> {
                  try (WarehouseAdmin admin = warehouse.admin()) {
                    return admin.digest(Tables.SCHEDULE, Optional.empty()).rows();
                  }
                }));
      }
      for (Future<Long> count : rows) {
        assertThat(count.get(60, TimeUnit.SECONDS), is(0L));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
