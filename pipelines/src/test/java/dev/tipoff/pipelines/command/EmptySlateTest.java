package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A slate of which nothing is known, on a busy machine. */
public class EmptySlateTest {
  private static final int NOT_READY = 3;
  private static final int AT_ONCE = 4;
  private static final int EACH = 10;

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  /** A step that waited for a side input without rows was not always woken. */
  @Test
  public void predictEndsHoweverBusyTheMachineIs() throws Exception {
    ExecutorService busy = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<Integer>>> ended = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        Path warehouse = temp.newFolder().toPath().resolve("tipoff.duckdb");
        ended.add(busy.submit(() -> predictAgainAndAgain(warehouse)));
      }
      for (Future<List<Integer>> exits : ended) {
        assertThat(exits.get(5, TimeUnit.MINUTES), is(Collections.nCopies(EACH, NOT_READY)));
      }
    } finally {
      busy.shutdownNow();
    }
  }

  private static List<Integer> predictAgainAndAgain(Path warehouse) {
    List<Integer> exits = new ArrayList<>();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    for (int run = 0; run < EACH; run++) {
      exits.add(
          Command.run(
              new String[] {
                "predict",
                "--date=2099-01-01",
                "--runDeadline=20s",
                "--warehouse=duckdb:" + warehouse
              },
              nowhere,
              nowhere));
    }
    return exits;
  }
}
