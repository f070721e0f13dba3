package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A {@link Tutorial} that lags behind the code does not pass. */
public class TutorialTest {
  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private String complaint(String... lines) {
    MarkdownPage page = MarkdownPage.of("a page", List.of(lines));
    return String.valueOf(
        assertThrows(
                AssertionError.class, () -> Tutorial.of(page, temp.newFolder().toPath()).complete())
            .getMessage());
  }

  @Test
  public void aChangeOfLinesThatAreNotThereAnyMore() {
    assertThat(
        complaint("`pom.xml`", "", "```diff", "-  <version>of yesterday</version>", "```"),
        containsString("pom.xml has, once, what the change begins from"));
  }

  @Test
  public void aFileThatTheRepositoryHasByNow() {
    assertThat(
        complaint("`pom.xml`", "", "```xml", "<project/>", "```"),
        containsString("pom.xml is there already"));
  }

  @Test
  public void codeThatDoesNotCompile() {
    assertThat(
        complaint(
            "`io/src/main/java/dev/tipoff/io/A.java`",
            "",
            "```java",
            "package dev.tipoff.io;",
            "class A extends dev.tipoff.io.sources.SourceOfYesterday {}",
            "```"),
        containsString("SourceOfYesterday"));
  }

  @Test
  public void aBlockWithoutAFile() {
    assertThat(
        complaint("Some code:", "", "```java", "class A {}", "```"), containsString("names"));
  }

  @Test
  public void aCommandThatSaysSomethingElse() {
    assertThat(
        complaint("```sh", "./tipoff workflow", "```", "", "```text", "of yesterday", "```"),
        containsString("betting_lines"));
  }

  @Test
  public void partsOfAChangeAreMadeOneAfterAnother() {
    MarkdownPage page =
        MarkdownPage.of(
            "a page",
            List.of("`a.txt`", "", "```diff", " one", "+two", "@@ later", "-four", "+4", "```"));
    assertThat(
        TutorialTree.changed(page.blocks().get(0), "one\nthree\nfour\n"),
        is("one\ntwo\nthree\n4\n"));
  }

  @Test
  public void wordsOfACommand() {
    assertThat(
        TutorialSession.words("duckdb  a.db -c \"SELECT 'a b'\""),
        is(List.of("duckdb", "a.db", "-c", "SELECT 'a b'")));
  }
}
