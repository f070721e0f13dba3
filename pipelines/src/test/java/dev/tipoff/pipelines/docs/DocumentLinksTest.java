package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** Links between our documents lead to files, and to headings, that are there. */
public class DocumentLinksTest {
  private static final Path ROOT = Path.of(System.getProperty("tipoff.root"));

  private static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
    }
    for (String file : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      all.add(ROOT.resolve(file));
    }
    return all;
  }

  private static boolean isOutside(String link) {
    return link.matches("[a-z]+:.*");
  }

  /** The links of a page that lead nowhere, each with why. */
  private static List<String> dead(MarkdownPage page, Path folder) throws IOException {
    List<String> dead = new ArrayList<>();
    for (String link : page.links()) {
      if (isOutside(link)) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path file = folder.resolve(parts[0]);
      if (!parts[0].isEmpty() && !Files.exists(file)) {
        dead.add(link + ": no such file");
      } else if (parts.length == 2) {
        MarkdownPage target = parts[0].isEmpty() ? page : MarkdownPage.read(file);
        if (!target.anchors().contains(parts[1])) {
          dead.add(link + ": no such heading");
        }
      }
    }
    return dead;
  }

  @Test
  public void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path file : documents()) {
      MarkdownPage page = MarkdownPage.read(file);
      links += (int) page.links().stream().filter(link -> !isOutside(link)).count();
      dead(page, file.getParent()).forEach(each -> dead.add(page.name() + ": " + each));
    }
    assertThat(dead, is(empty()));
    assertThat(links, is(greaterThan(20)));
  }

  @Test
  public void theReadmeLeadsToEveryDocument() throws IOException {
    List<String> links = MarkdownPage.read(ROOT.resolve("README.md")).links();
    String[] all =
        documents().stream()
            .map(file -> ROOT.relativize(file).toString())
            .filter(name -> !name.equals("README.md"))
            .toArray(String[]::new);
    assertThat(links, hasItems(all));
  }

  @Test
  public void whatLeadsNowhereIsFound() throws IOException {
    MarkdownPage page =
        MarkdownPage.of(
            "a page",
            List.of(
                "# A heading, with `code`",
                "[a](#a-heading-with-code) [b](#another) [c](no-such.md) [`d`](design.md#no)",
                "`[e](not-a-link.md)` [f](https://example.org/x) [g](design.md)"));
    assertThat(
        dead(page, ROOT.resolve("docs")),
        contains(
            "#another: no such heading",
            "no-such.md: no such file",
            "design.md#no: no such heading"));
  }
}
