package dev.tipoff.io.metrics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** One file of many pieces, whole or not at all. */
public class WriteTextFileTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file;

  @Before
  public void name() {
    file = folder.getRoot().toPath().resolve("predictions.csv");
  }

  private void write(List<KV<String, String>> pieces) {
    Pipeline pipeline = Pipeline.create(TestPipeline.testingPipelineOptions());
    pipeline
        .apply(Create.of(pieces).withCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of())))
        .apply(WriteTextFile.to(file.toString(), "header\n"));
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void writesTheHeaderAndThePiecesByKey() throws IOException {
    List<KV<String, String>> pieces = new ArrayList<>();
    StringBuilder expected = new StringBuilder("header\n");
    for (int i = 0; i < 500; i++) {
      pieces.add(KV.of(String.format("%03d", (i * 7) % 500), "Čížek " + (i * 7) % 500 + "\n"));
      expected.append("Čížek ").append(i).append('\n');
    }
    write(pieces);
    assertThat(Files.readString(file), is(expected.toString()));
    assertThat(folder.getRoot().list(), is(arrayContaining("predictions.csv")));
  }

  @Test
  public void withoutPiecesTheHeaderAloneReplacesAnOldFile() throws IOException {
    Files.writeString(file, "header\nold\n");
    write(List.of());
    assertThat(Files.readString(file), is("header\n"));
  }

  /** A reader finds the old file or the new one: the name never goes away in between. */
  @Test
  public void replacesAFileInOneStep() throws Exception {
    Files.writeString(file, "old and longer than the new one\n".repeat(100));
    try (WatchService watch = folder.getRoot().toPath().getFileSystem().newWatchService()) {
      folder
          .getRoot()
          .toPath()
          .register(
              watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
      write(List.of(KV.of("a", "new\n")));
      Files.createFile(folder.getRoot().toPath().resolve("end"));
      List<String> events = new ArrayList<>();
      while (!events.contains("ENTRY_CREATE end")) {
        WatchKey key = watch.take();
        for (WatchEvent<?> event : key.pollEvents()) {
          events.add(event.kind().name() + " " + event.context());
        }
        key.reset();
      }
      assertThat(events, hasItem("ENTRY_CREATE predictions.csv"));
      assertThat(events, not(hasItem("ENTRY_DELETE predictions.csv")));
    }
    assertThat(Files.readString(file), is("header\nnew\n"));
  }

  @Test
  public void makesTheFoldersOfTheFile() throws IOException {
    file = folder.getRoot().toPath().resolve("a/b/predictions.csv");
    write(List.of(KV.of("a", "new\n")));
    assertThat(Files.readString(file), is("header\nnew\n"));
  }
}
