package dev.tipoff.pipelines.docs;

import com.google.common.base.Preconditions;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The files that a tutorial writes or changes, in a folder of their own and at the places that they
 * would have in the repository; and what they compile to.
 */
record TutorialTree(Path repository, Path folder) {
  private static final Pattern SERVICE = Pattern.compile("@AutoService\\((\\w+)\\.class\\)");
  private static final Splitter PARTS =
      Splitter.on(Pattern.compile("(?m)^@@.*\n")).omitEmptyStrings();
  private static final Pattern TEST_DATA = Pattern.compile("test-data/[\\w./-]+");
  private static final List<String> TEST_SOURCES =
      List.of("transforms/src/test/java", "io/src/test/java");

  /** Writes a block to its file, or makes the change that it shows of its file. */
  void put(MarkdownPage.Block block) throws IOException {
    Path file = folder.resolve(block.file());
    Files.createDirectories(file.getParent());
    if (!block.language().equals("diff")) {
      Preconditions.checkState(
          !Files.exists(repository.resolve(block.file())), "%s is there already", block.file());
      Files.writeString(file, block.text());
      return;
    }
    Path changed = Files.exists(file) ? file : repository.resolve(block.file());
    Files.writeString(file, changed(block, Files.readString(changed)));
  }

  /** Copies the files of the repository's test data that a command names. */
  void bring(String command) throws IOException {
    for (MatchResult found : TEST_DATA.matcher(command).results().toList()) {
      Path file = folder.resolve(found.group());
      if (!Files.exists(file) && Files.isRegularFile(repository.resolve(found.group()))) {
        Files.createDirectories(file.getParent());
        Files.copy(repository.resolve(found.group()), file);
      }
    }
  }

  /**
   * What the block leaves of a text. Of each part, which {@code @@} ends, the lines with a minus or
   * none must be there, once.
   */
  static String changed(MarkdownPage.Block diff, String text) {
    String changed = text;
    for (String part : PARTS.split(diff.text())) {
      changed = changed(diff.file(), part, changed);
    }
    return changed;
  }

  private static String changed(String file, String part, String text) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : part.lines().toList()) {
      String rest = line.isEmpty() ? "" : line.substring(1);
      char mark = line.isEmpty() ? ' ' : line.charAt(0);
      if (mark != ' ' && mark != '-' && mark != '+') {
        throw new IllegalArgumentException("neither +, - nor a space begins: " + line);
      }
      if (mark != '+') {
        before.append(rest).append('\n');
      }
      if (mark != '-') {
        after.append(rest).append('\n');
      }
    }
    String sought = before.toString();
    int at = text.indexOf(sought);
    Preconditions.checkState(
        at >= 0 && at == text.lastIndexOf(sought),
        "%s does not have, once, what the change begins from:\n%s",
        file,
        sought);
    return text.substring(0, at) + after + text.substring(at + sought.length());
  }

  /** Compiles what was put, resources beside it, and declares the services that it announces. */
  Path compile(String classPath) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (name.endsWith(".java")) {
          sources.add(file);
          declareServices(Files.readString(file), classes);
        } else if (name.contains("src/main/resources/")) {
          Path copy = classes.resolve(name.replaceFirst(".*src/main/resources/", ""));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    if (!sources.isEmpty()) {
      compile(classPath, sources, classes);
    }
    return classes;
  }

  private void compile(String classPath, List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-parameters",
              "-Xlint:all,-processing,-classfile,-path",
              "-implicit:class",
              "-classpath",
              classPath,
              "-sourcepath",
              String.join(
                  java.io.File.pathSeparator,
                  TEST_SOURCES.stream().map(part -> repository.resolve(part).toString()).toList()),
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
              .call();
      Preconditions.checkState(compiled, said);
    }
  }

  /** What the annotation's processor would write. */
  private static void declareServices(String source, Path classes) throws IOException {
    for (MatchResult found : SERVICE.matcher(source).results().toList()) {
      String service = group(source, "import ([\\w.]+\\." + found.group(1) + ");");
      String named =
          group(source, "(?m)^package ([\\w.]+);")
              + "."
              + group(source, "(?m)^public final class (\\w+)");
      Path file = classes.resolve("META-INF/services").resolve(service);
      Files.createDirectories(file.getParent());
      Files.writeString(file, named + "\n");
    }
  }

  private static String group(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + pattern))
        .group(1);
  }
}
