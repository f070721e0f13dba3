package dev.tipoff.pipelines.docs;

import com.google.common.base.Preconditions;
import dev.tipoff.pipelines.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tutorial, done as its reader would do it: files written, changes made, commands given, and what
 * they say held against what the page says that they say.
 */
final class Tutorial {
  /** How the page begins to serve the bodies that it has written. */
  private static final String SERVE = "python3 -m http.server";

  private final MarkdownPage page;
  private final TutorialTree tree;

  private Tutorial(MarkdownPage page, TutorialTree tree) {
    this.page = page;
    this.tree = tree;
  }

  static Tutorial of(MarkdownPage page, Path folder) {
    return new Tutorial(page, new TutorialTree(Path.of(System.getProperty("tipoff.root")), folder));
  }

  /** A command and the blocks that say, exactly or in part, what it says. */
  private record Step(String command, List<MarkdownPage.Block> says) {}

  /** Does all of it, and finds where commands said otherwise than the page says. */
  List<String> differences() throws IOException, InterruptedException {
    return differences("", "");
  }

  /**
   * Does all of it, with a server, and finds where commands said otherwise than the page says.
   *
   * @param stated the address that the page has for a server on the reader's machine
   * @param real the address of the server that stands there in a test
   * @throws IllegalStateException if a change cannot be made, the code does not compile or a
   *     command fails
   */
  List<String> differences(String stated, String real) throws IOException, InterruptedException {
    List<Step> steps = new ArrayList<>();
    for (MarkdownPage.Block block : page.blocks()) {
      switch (block.language()) {
        case "sh" -> commands(block).forEach(each -> steps.add(new Step(each, new ArrayList<>())));
        case "text", "csv" -> {
          if (block.file().isEmpty()) {
            steps.get(steps.size() - 1).says().add(block);
          } else {
            tree.put(block);
          }
        }
        default -> {
          Preconditions.checkState(
              !block.file().isEmpty(), "%s names no file of %s", page.name(), block);
          tree.put(block);
        }
      }
    }
    String classPath = tree.compile(ChildJvm.testClassPath()) + ":" + ChildJvm.testClassPath();
    steps.removeIf(step -> step.command().startsWith(SERVE));
    for (Step step : steps) {
      tree.bring(step.command());
    }
    Files.write(
        tree.folder().resolve("commands"),
        steps.stream().map(step -> step.command().replace(stated, real)).toList());
    try (ChildJvm terminal =
        ChildJvm.start(
            classPath, tree.folder(), TutorialSession.class.getName(), tree.folder().toString())) {
      Preconditions.checkState(terminal.exitCode() == 0, saidBy(steps, terminal));
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      List<String> said = Files.readAllLines(tree.folder().resolve("said-" + i));
      for (MarkdownPage.Block block : step.says()) {
        if (!isShown(block, said)) {
          differences.add(
              "%s\nsaid\n%s\nnot\n%s"
                  .formatted(step.command(), String.join("\n", said), block.text()));
        }
      }
    }
    return differences;
  }

  private static boolean isShown(MarkdownPage.Block block, List<String> said) {
    return block.language().equals("csv")
        ? said.equals(block.lines())
        : said.stream().filter(block.lines()::contains).toList().equals(block.lines());
  }

  private static List<String> commands(MarkdownPage.Block block) {
    return block.lines().stream()
        .map(line -> line.replaceFirst("\\s+#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String saidBy(List<Step> steps, ChildJvm terminal) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Path said = tree.folder().resolve("said-" + i);
      if (Files.exists(said)) {
        all.put(steps.get(i).command(), Files.readString(said));
      }
    }
    return all + "\n" + terminal.output();
  }
}
