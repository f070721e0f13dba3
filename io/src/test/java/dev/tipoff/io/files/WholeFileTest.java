package dev.tipoff.io.files;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WholeFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file;

  @Before
  public void writeAnOldFile() throws IOException {
    file = folder.getRoot().toPath().resolve("table.csv");
    Files.writeString(file, "old\n");
  }

  private static WholeFile.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  public void aWholeFileTakesThePlaceOfTheOldOne() throws IOException {
    WholeFile.write(file.toString(), text("new\n"));
    assertThat(Files.readString(file), is("new\n"));
    assertThat(folder.getRoot().list().length, is(1));
  }

  @Test
  public void aWriteThatFailsLeavesTheOldFile() throws IOException {
    IOException full =
        assertThrows(
            IOException.class,
            () ->
                WholeFile.write(
                    file.toString(),
                    out -> {
                      text("ne").writeTo(out);
                      throw new IOException("full");
                    }));
    assertThat(full.getMessage(), is("full"));
    assertThat(Files.readString(file), is("old\n"));
  }
}
