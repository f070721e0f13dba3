package dev.tipoff.pipelines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process beside the test's own, with its output in a file. */
public final class ChildJvm implements AutoCloseable {
  private static final long LONGEST_SECONDS = 180;

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Runs a main class on the tests' class path. */
  public static ChildJvm start(Path folder, Class<?> main, String... args) throws IOException {
    return start(testClassPath(), folder, main.getName(), args);
  }

  public static ChildJvm start(String classPath, Path folder, String main, String... args)
      throws IOException {
    Path output = Files.createTempFile(folder, "child", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main));
    command.addAll(List.of(args));
    return new ChildJvm(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  public static String testClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  public Process process() {
    return process;
  }

  /** Everything it has printed so far. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Waits for its end and returns the exit code. */
  public int exitCode() throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running: " + output());
    }
    return process.exitValue();
  }

  /** Ends it as a power cut would, without a chance to tidy up. */
  public int kill() throws IOException, InterruptedException {
    process.destroyForcibly();
    return exitCode();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
