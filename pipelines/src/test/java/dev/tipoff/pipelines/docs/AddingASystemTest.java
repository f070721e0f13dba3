package dev.tipoff.pipelines.docs;

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
    Tutorial.of(MarkdownPage.read(PAGE), temp.newFolder().toPath()).complete();
  }
}
