package dev.tipoff.pipelines.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the script {@code tipoff} starts Java with, once it is built. */
public class LauncherScriptTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path home;

  /** A checkout that is built, and a Java that only says how it was started. */
  @Before
  public void build() throws IOException {
    home = folder.getRoot().toPath();
    Files.copy(Path.of(System.getProperty("tipoff.root"), "tipoff"), home.resolve("tipoff"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("pipelines/src/main"));
    Files.createFile(home.resolve("pipelines/pom.xml"));
    Files.createDirectories(home.resolve("pipelines/target"));
    Files.writeString(home.resolve("pipelines/target/tipoff.classpath"), "all.jar");
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true), is(true));
  }

  private List<String> startedWith(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    File out = folder.newFile();
    ProcessBuilder script = new ProcessBuilder("bash", home.resolve("tipoff").toString());
    script.command().addAll(List.of(args));
    script.environment().remove("TIPOFF_HEAP");
    script.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    script.environment().putAll(environment);
    int exit =
        script.redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(out).start().waitFor();
    assertThat(exit, is(0));
    return Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
  }

  @Test
  public void javaIsToldBeforeItsFirstRequestNotToRepeatAny() throws Exception {
    List<String> line = startedWith(Map.of(), "watch", "--date=2031-01-10");
    assertThat(line, hasItem("-Djdk.httpclient.redirects.retrylimit=1"));
    assertThat(line, hasItem("-Xmx4g"));
    assertThat(
        line.subList(line.size() - 5, line.size()),
        is(List.of("-cp", "all.jar", "dev.tipoff.pipelines.Tipoff", "watch", "--date=2031-01-10")));
  }

  @Test
  public void theHeapIsTheEnvironmentsToSay() throws Exception {
    assertThat(
        startedWith(Map.of("TIPOFF_HEAP", "9g"), "import"),
        hasItems("-Xms9g", "-Xmx9g", "-XX:TieredStopAtLevel=4"));
  }

  /** Else the pipeline waits, until its deadline, for a worker that is no more. */
  @Test
  public void whoRunsOutOfMemoryIsToldAndEnds() throws Exception {
    String flag =
        startedWith(Map.of("TIPOFF_HEAP", "64m"), "backfill").stream()
            .filter(argument -> argument.startsWith("-XX:OnOutOfMemoryError="))
            .findFirst()
            .orElseThrow();
    Path hungry = home.resolve("Hungry.java");
    Files.writeString(
        hungry,
        """
        public class Hungry {
          public static void main(String[] args) throws Exception {
            Thread worker = new Thread(() -> System.out.println(new byte[1 << 30].length));
            worker.start();
            Thread.sleep(60_000);
          }
        }
        """);
    File told = folder.newFile();
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                flag,
                hungry.toString())
            .redirectError(told)
            .start();
    assertThat(java.waitFor(), is(137));
    assertThat(
        Files.readString(told.toPath()),
        containsString("tipoff: 64m of memory is too little: give it more by TIPOFF_HEAP"));
  }

  /** What Java once made of the classes is used where it is there, and asked for nowhere else. */
  @Test
  public void theArchiveOfClassesIsUsed() throws Exception {
    String use = "-XX:SharedArchiveFile=" + home.resolve("pipelines/target/tipoff.jsa");
    assertThat(startedWith(Map.of(), "--help"), not(hasItem(use)));
    Files.createFile(home.resolve("pipelines/target/tipoff.jsa"));
    assertThat(startedWith(Map.of(), "--help"), hasItem(use));
  }

  /** The benchmarks have libraries of their own, and are no part of what is deployed. */
  @Test
  public void benchStartsTheBenchmarks() throws Exception {
    Files.createDirectories(home.resolve("pipelines/src/bench"));
    Files.writeString(home.resolve("pipelines/target/bench.classpath"), "bench.jar");
    List<String> line = startedWith(Map.of(), "bench", "reads", "--runs=2");
    assertThat(line, hasItems("-XX:TieredStopAtLevel=4", "-Dtipoff.home=" + home));
    String target = home + "/pipelines/target/";
    assertThat(
        line.subList(line.size() - 5, line.size()),
        is(
            List.of(
                "-cp",
                target + "bench-classes:" + target + "classes:bench.jar",
                "dev.tipoff.pipelines.bench.Bench",
                "reads",
                "--runs=2")));
  }

  /** Java shares the classes of jars only, so that a build makes jars of folders of classes. */
  @Test
  public void aBuildPacksTheClassesAndArchivesThem() throws Exception {
    Path classes = Files.createDirectories(home.resolve("pipelines/target/classes"));
    Files.writeString(classes.resolve("Some.class"), "some");
    Files.createSymbolicLink(
        home.resolve("jdk/bin/jar"), Path.of(System.getProperty("java.home"), "bin/jar"));
    Files.writeString(
        home.resolve("jdk/bin/java"),
        """
        #!/bin/sh
        printf '%s\\n' "$@"
        for each; do
          case $each in -XX:ArchiveClassesAtExit=*) echo "$@" >"${each#*=}" ;; esac
        done
        """);
    List<String> line = startedWith(built("other.jar"), "--help");
    String target = home + "/pipelines/target/";
    String jar = target + "launched/pipelines.jar";
    assertThat(
        line, hasItems("-XX:SharedArchiveFile=" + target + "tipoff.jsa", jar + ":other.jar"));
    try (JarFile packed = new JarFile(jar)) {
      assertThat(packed.getEntry("Some.class"), notNullValue());
    }
    assertThat(
        Files.readString(home.resolve("pipelines/target/tipoff.jsa")),
        containsString("dev.tipoff.pipelines.Tipoff predict --warehouse=duckdb:"));
  }

  /** What is built is told which commit it is, so that {@code health} can say so. */
  @Test
  public void theBuildIsToldItsCommit() throws Exception {
    for (String[] git :
        new String[][] {
          {"git", "init", "-q"},
          {"git", "add", "tipoff"},
          {"git", "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "x"}
        }) {
      assertThat(new ProcessBuilder(git).directory(home.toFile()).start().waitFor(), is(0));
    }
    startedWith(built(""), "--help");
    assertThat(
        Files.readAllLines(home.resolve("built")),
        hasItem(matchesPattern("-Dtipoff\\.revision=[0-9a-f]{7,40}")));
  }

  /** A checkout that is yet to be built, by a Maven that only finds out the libraries. */
  private Map<String, String> built(String libraries) throws IOException {
    Path maven = Files.createDirectories(home.resolve("bin")).resolve("mvn");
    Files.writeString(
        maven,
        "#!/bin/sh\nprintf '%s\\n' \"$@\" >built\nprintf '"
            + libraries
            + "' >pipelines/target/dependencies.classpath\n");
    assertThat(maven.toFile().setExecutable(true), is(true));
    Files.delete(home.resolve("pipelines/target/tipoff.classpath"));
    return Map.of("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
  }
}
