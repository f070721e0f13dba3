package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A {@link Tutorial} that lags behind the code does not pass. */
public class TutorialTest {
  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  private Tutorial tutorial(String... lines) throws IOException {
    return Tutorial.of(MarkdownPage.of("a page", List.of(lines)), temp.newFolder().toPath());
  }

  private String complaint(String... lines) throws IOException {
    Tutorial tutorial = tutorial(lines);
    return String.valueOf(
        assertThrows(IllegalStateException.class, tutorial::differences).getMessage());
  }

  @Test
  public void aChangeOfLinesThatAreNotThereAnyMore() throws IOException {
    assertThat(
        complaint("`pom.xml`", "", "```diff", "-  <version>of yesterday</version>", "```"),
        containsString("pom.xml does not have, once, what the change begins from"));
  }

  @Test
  public void aFileThatTheRepositoryHasByNow() throws IOException {
    assertThat(
        complaint("`pom.xml`", "", "```xml", "<project/>", "```"),
        containsString("pom.xml is there already"));
  }

  @Test
  public void codeThatDoesNotCompile() throws IOException {
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
  public void aBlockWithoutAFile() throws IOException {
    assertThat(
        complaint("Some code:", "", "```java", "class A {}", "```"),
        containsString("a page names no file"));
  }

  @Test
  public void aCommandThatSaysSomethingElse() throws IOException, InterruptedException {
    assertThat(
        tutorial("```sh", "./tipoff workflow", "```", "", "```text", "of yesterday", "```")
            .differences(),
        contains(allOf(containsString("betting_lines"), endsWith("not\nof yesterday\n"))));
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
