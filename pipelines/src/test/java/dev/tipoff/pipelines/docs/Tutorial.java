package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

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

  /** Does all of it. */
  void complete() throws IOException, InterruptedException {
    complete("", "");
  }

  /**
   * Does all of it, with a server.
   *
   * @param stated the address that the page has for a server on the reader's machine
   * @param real the address of the server that stands there in a test
   */
  void complete(String stated, String real) throws IOException, InterruptedException {
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
          assertThat(
              page.name() + " names the file of " + block, block.file().isEmpty(), is(false));
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
      int exit = terminal.exitCode();
      assertThat(saidBy(steps, terminal), exit, is(0));
    }
    for (int i = 0; i < steps.size(); i++) {
      check(steps.get(i), Files.readAllLines(tree.folder().resolve("said-" + i)));
    }
  }

  private static void check(Step step, List<String> said) {
    for (MarkdownPage.Block block : step.says()) {
      if (block.language().equals("csv")) {
        assertThat(step.command(), said, is(block.lines()));
      } else {
        List<String> shown = said.stream().filter(block.lines()::contains).toList();
        assertThat(step.command() + " said\n" + String.join("\n", said), shown, is(block.lines()));
      }
    }
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
