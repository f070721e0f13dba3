package dev.tipoff.pipelines.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command run as a process of its own, from its start to its exit, as whoever types it waits for
 * it.
 *
 * @param seconds on the clock
 * @param liveMegabytes the most that a collection of garbage has left; 0 if there was none
 * @param heapMegabytes the most that Java has held for its heap; 0 if there was no collection
 */
record WholeProcess(double seconds, long liveMegabytes, long heapMegabytes) {
  /** The variable that every Java reads its options from. */
  static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

  private static final Pattern COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\((\\d+)M\\)");
  private static final int TOLD = 2_000;

  /** What the launcher ends with that has no memory left, since it is killed then. */
  private static final int OUT_OF_MEMORY = 137;

  /** A command ended with another code than 0. */
  static final class FailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final int code;

    FailedException(String message, int code) {
      super(message);
      this.code = code;
    }

    boolean isOutOfMemory() {
      return code == OUT_OF_MEMORY;
    }
  }

  /**
   * Runs a command to its end.
   *
   * @param log what it says goes there, in place of what is there
   * @throws FailedException if it fails; the message ends with the last that it said
   */
  static WholeProcess run(Path log, List<String> command) {
    return run(log, command, Map.of());
  }

  /**
   * As {@link #run(Path, List)}.
   *
   * @param environment beside this process's own
   */
  static WholeProcess run(Path log, List<String> command, Map<String, String> environment) {
    try {
      Path collections = Files.createTempDirectory("tipoff-bench");
      try {
        return run(log, command, environment, collections);
      } finally {
        MoreFiles.deleteRecursively(collections, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  private static WholeProcess run(
      Path log, List<String> command, Map<String, String> environment, Path collections)
      throws IOException, InterruptedException {
      ProcessBuilder process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      process.environment().putAll(environment);
      process
          .environment()
          .merge(
              JAVA_OPTIONS,
              "-Xlog:gc:file=" + collections.resolve("gc.%p.log"),
              (more, collected) -> more + " " + collected);
      long start = System.nanoTime();
      int code = process.start().waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (code != 0) {
        String said = Files.readString(log);
        throw new FailedException(
            String.format(
                "%s ended with code %d: %s",
                String.join(" ", command),
                code,
                said.substring(Math.max(0, said.length() - TOLD))),
            code);
      }
      return of(seconds, collections);
  }

  private static WholeProcess of(double seconds, Path collections) throws IOException {
    long live = 0;
    long heap = 0;
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(collections)) {
      for (Path log : logs) {
        Matcher sizes = COLLECTION.matcher(Files.readString(log, StandardCharsets.UTF_8));
        while (sizes.find()) {
          live = Math.max(live, Long.parseLong(sizes.group(1)));
          heap = Math.max(heap, Long.parseLong(sizes.group(2)));
        }
      }
    }
    return new WholeProcess(seconds, live, heap);
  }
}
