package dev.tipoff.io.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.transforms.catalogue.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.duckdb.DuckDBConnection;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Who may open a warehouse when, and what the others are told. */
public class BusyWarehouseTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void namesTheProcessThatHoldsTheFile() {
    WarehouseFile file = WarehouseFile.in(folder);
    try (OtherProcess other = OtherProcess.holding(file.path())) {
      Exception busy = assertThrows(WarehouseBusyException.class, () -> file.warehouse().admin());
      assertThat(
          busy.getMessage(),
          allOf(
              containsString("the warehouse " + file.path() + " is in use by"),
              containsString("(PID " + other.pid() + ")"),
              containsString("waited 0 s"),
              containsString("--warehouse=duckdb:FILE")));
    }
  }

  @Test
  public void aPipelineFailsWithTheSameWords() {
    WarehouseFile file = WarehouseFile.in(folder);
    try (OtherProcess other = OtherProcess.holding(file.path())) {
      Throwable failed =
          assertThrows(
              PipelineExecutionException.class,
              () -> file.replace(Tables.SCHEDULE, List.of(InventedRows.scheduled().build())));
      assertThat(failed.getCause(), is(instanceOf(WarehouseBusyException.class)));
      assertThat(failed.getCause().getMessage(), containsString("(PID " + other.pid() + ")"));
    }
  }

  @Test
  public void waitsUntilTheOtherProcessLetsGo() throws Exception {
    WarehouseFile file = WarehouseFile.in(folder);
    CompletableFuture<Boolean> opened;
    try (OtherProcess other = OtherProcess.holding(file.path())) {
      assertThat(ProcessHandle.of(other.pid()).isPresent(), is(true));
      opened =
          CompletableFuture.supplyAsync(
              () -> {
                try (WarehouseAdmin admin =
                    DuckDbWarehouse.at(file.path(), Duration.ofMinutes(5)).admin()) {
                  return admin.digest(Tables.SCHEDULE, Optional.empty()).rows() == 0;
                }
              });
    }
    assertThat(opened.get(5, TimeUnit.MINUTES), is(true));
  }

  @Test
  public void oneProcessOpensItSeveralTimes() throws Exception {
    WarehouseFile file = WarehouseFile.in(folder);
    try (DuckDBConnection one = file.file().connect();
        DuckDBConnection other = file.file().connect()) {
      assertThat(one.isClosed(), is(false));
      assertThat(other.isClosed(), is(false));
    }
  }

  /** DuckDB refuses a connection that comes while the process's last one is being closed. */
  @Test
  public void oneProcessOpensItWhileItCloses() throws Exception {
    WarehouseFile file = WarehouseFile.in(folder);
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      threads.add(
          CompletableFuture.runAsync(
              () -> {
                for (int round = 0; round < 60; round++) {
                  file.warehouse().admin().close();
                }
              },
              command -> new Thread(command).start()));
    }
    CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
  }

  @Test
  public void makesTheFoldersOfANewFile() throws IOException {
    Path file = folder.getRoot().toPath().resolve("a/b/new.duckdb");
    try (WarehouseAdmin admin = DuckDbWarehouse.at(file.toString(), Duration.ZERO).admin()) {
      admin.createTables();
    }
    assertThat(Files.isRegularFile(file), is(true));
  }

  @Test
  public void refusesAFolder() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> DuckDbWarehouse.at(folder.getRoot().getPath(), Duration.ZERO).admin());
    assertThat(
        refused.getMessage(),
        is(
            "the warehouse "
                + folder.getRoot()
                + " is a directory; --warehouse=duckdb:FILE names a file"));
  }

  @Test
  public void refusesAFileThatIsNoWarehouse() throws IOException {
    Path file = folder.newFile("letter.txt").toPath();
    Files.writeString(file, "Dear Zed, this is no warehouse. ".repeat(1_000));
    Exception refused =
        assertThrows(
            WarehouseException.class,
            () -> DuckDbWarehouse.at(file.toString(), Duration.ofMinutes(5)).admin());
    assertThat(refused.getMessage(), containsString("cannot open the warehouse " + file));
  }
}
