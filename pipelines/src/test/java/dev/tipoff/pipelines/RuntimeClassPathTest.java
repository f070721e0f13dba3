package dev.tipoff.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.tipoff.pipelines.simulator.LeagueSimulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The command in a process of its own with the libraries it ships with, and none of the tests'. The
 * build writes their class path; where it has not (in an editor), the tests' class path serves.
 */
public class RuntimeClassPathTest {
  @ClassRule public static final TemporaryFolder TEMP = new TemporaryFolder();

  private static String classPath;

  @BeforeClass
  public static void findClassPath() throws IOException {
    Path target = Path.of(System.getProperty("tipoff.root", ".."), "pipelines", "target");
    Path libraries = target.resolve("runtime.classpath");
    if (!Files.exists(libraries)) {
      classPath = ChildJvm.testClassPath();
      return;
    }
    classPath =
        target.resolve("classes").toAbsolutePath()
            + File.pathSeparator
            + Files.readString(libraries);
    for (String test : new String[] {"test-classes", "archunit", "jqwik", "surefire"}) {
      assertThat(classPath, not(containsString(test)));
    }
  }

  private static String run(int exitCode, String... args) throws Exception {
    try (ChildJvm child =
        ChildJvm.start(classPath, TEMP.getRoot().toPath(), Tipoff.class.getName(), args)) {
      assertThat(child.output(), child.exitCode(), is(exitCode));
      return child.output();
    }
  }

  @Test
  public void itShowsItsHelp() throws Exception {
    assertThat(run(0, "--help"), startsWith("usage: tipoff COMMAND"));
  }

  @Test
  public void itRunsAPipelineOnTheEmbeddedWarehouse() throws Exception {
    Path history = TEMP.newFolder().toPath();
    LocalDate day = LocalDate.of(2025, 10, 21);
    LeagueSimulator.of(1).writeHistory(history, day, day);
    String output =
        run(
            0,
            "import",
            "--schedule=" + history.resolve("schedule.csv.gz"),
            "--warehouse=duckdb:" + history.resolve("tipoff.duckdb"));
    assertThat(output, containsString("nba_raw.schedule"));
    assertThat("no log lines on the terminal", output, startsWith("table  "));
    assertThat(TestWarehouse.in(history).number("SELECT COUNT(*) FROM nba_raw.schedule"), is(2L));
  }
}
