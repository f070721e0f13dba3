package dev.tipoff.pipelines.docs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** {@code docs/adding-a-system.md}, done from its first block to its last. */
public class AddingASystemTest {
  private static final Path PAGE =
      Path.of(System.getProperty("tipoff.root"), "docs", "adding-a-system.md");

  @Rule public final TemporaryFolder temp = new TemporaryFolder();

  @Test
  public void thePageLeadsToWhatItShows() throws IOException, InterruptedException {
    assertThat(
        Tutorial.of(MarkdownPage.read(PAGE), temp.newFolder().toPath()).differences(), is(empty()));
  }
}
