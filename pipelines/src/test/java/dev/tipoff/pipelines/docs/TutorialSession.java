package dev.tipoff.pipelines.docs;

import dev.tipoff.pipelines.command.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;

/**
 * A terminal in which a tutorial's commands are given, one after another, in a process that has the
 * tutorial's classes before ours. It knows {@code ./tipoff}, the test of one class by {@code mvn},
 * {@code mkdir}, {@code cp}, and {@code duckdb} copying a query to the terminal.
 */
public final class TutorialSession {
  private static final String TERMINAL = "'/dev/stdout'";

  private TutorialSession() {}

  /**
   * Runs commands until one fails.
   *
   * @param args the folder to begin in, which has the commands, one a line, in {@code commands};
   *     what the n-th says goes into {@code said-N}
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    Path folder = Path.of(args[0]);
    System.setProperty("tipoff.root", folder.toString());
    List<String> commands = Files.readAllLines(folder.resolve("commands"));
    for (int i = 0; i < commands.size(); i++) {
      int exit;
      try (PrintStream said =
          new PrintStream(folder.resolve("said-" + i).toFile(), StandardCharsets.UTF_8)) {
        exit = run(words(commands.get(i)), folder, said);
      }
      if (exit != 0) {
        System.out.println(commands.get(i) + " ended with " + exit);
        System.exit(1);
      }
    }
    System.exit(0);
  }

  private static int run(List<String> words, Path folder, PrintStream said) throws Exception {
    List<String> rest = words.subList(1, words.size());
    return switch (words.get(0)) {
      case "./tipoff" -> Command.run(rest.toArray(String[]::new), said, said);
      case "mvn" -> test(option(rest, "-Dtest="), folder, said);
      case "mkdir" -> {
        Files.createDirectories(folder.resolve(rest.get(rest.size() - 1)));
        yield 0;
      }
      case "cp" -> {
        Files.copy(folder.resolve(rest.get(0)), folder.resolve(rest.get(1)));
        yield 0;
      }
      case "duckdb" -> copy(rest.get(0), rest.get(2), folder, said);
      default -> throw new IllegalArgumentException("what is " + words.get(0) + "?");
    };
  }

  private static int test(String name, Path folder, PrintStream said) throws Exception {
    Result result = JUnitCore.runClasses(Class.forName(packageOf(name, folder) + "." + name));
    result.getFailures().forEach(failure -> said.println(failure.getTrace()));
    said.println("Tests run: " + result.getRunCount());
    return result.wasSuccessful() && result.getRunCount() > 0 ? 0 : 1;
  }

  private static String packageOf(String name, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      String file =
          files
              .map(path -> folder.relativize(path).toString())
              .filter(path -> path.endsWith("/" + name + ".java"))
              .findFirst()
              .orElseThrow();
      return file.replaceFirst(".*src/test/java/", "")
          .replaceFirst("/\\w+\\.java$", "")
          .replace('/', '.');
    }
  }

  private static int copy(String database, String sql, Path folder, PrintStream said)
      throws SQLException, IOException {
    Path copied = Files.createTempFile(folder, "copied", ".csv");
    if (!sql.contains(TERMINAL)) {
      throw new IllegalArgumentException("copy to " + TERMINAL + ": " + sql);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace(TERMINAL, "'" + copied + "'"));
    }
    said.print(Files.readString(copied));
    return 0;
  }

  private static String option(List<String> words, String name) {
    return words.stream()
        .filter(word -> word.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }

  /** The words of a line as a shell takes them, of whose marks it may have double quotes. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + " ").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        if (!word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return words;
  }
}
