package dev.tipoff.io.site;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WriteSiteTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path site;

  @Before
  public void place() {
    site = folder.getRoot().toPath().resolve("public/site");
  }

  private static SiteFile page(String text) {
    return SiteFile.at("index.html", text, HOUR);
  }

  private static SiteFile props(String table) {
    return SiteFile.forPages("predictions/today", table);
  }

  private static SiteFile export(String path, String text) {
    return SiteFile.at("v1/" + path, text, HOUR);
  }

  private void write(SiteFile... files) {
    Pipeline pipeline = Pipeline.create();
    changes(pipeline, files);
    pipeline.run().waitUntilFinish();
  }

  /** Writes, and asserts how many files there are then and how many of them were written. */
  private void writes(long there, long written, SiteFile... files) {
    Pipeline pipeline = Pipeline.create();
    PAssert.thatSingleton(changes(pipeline, files))
        .satisfies(
            change -> {
              assertThat(change.getFiles(), is(there));
              assertThat(change.getWritten(), is(written));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private PCollection<SiteChange> changes(Pipeline pipeline, SiteFile... files) {
    return pipeline
        .apply(Create.of(List.of(files)).withCoder(RowShape.coder(SiteFile.class)))
        .apply(WriteSite.to(site.toString(), DAY));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file)) {
          texts.put(site.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** What a page finds under a name, as a browser would: by the manifest. */
  private String found(String name) throws IOException {
    Matcher file =
        Pattern.compile("\"" + name + "\":\"([^\"]+)\"")
            .matcher(Files.readString(site.resolve("manifest.js")));
    assertThat(name, file.find(), is(true));
    return Files.readString(site.resolve("data").resolve(file.group(1)));
  }

  private void makeOld() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    }
  }

  private boolean isOld(String path) throws IOException {
    return Files.getLastModifiedTime(site.resolve(path)).equals(LONG_AGO);
  }

  @Test
  public void pagesFindWhatTheManifestNames() throws IOException {
    write(page("<p>tonight</p>"), props("{\"rows\":[1]}"), export("status.json", "{}"));
    assertThat(
        found("predictions/today"), is("tipoff.data(\"predictions/today\",{\"rows\":[1]});\n"));
    assertThat(
        Files.readString(site.resolve("manifest.js")),
        startsWith("tipoff.manifest({\"day\":\"2031-01-10\","));
    assertThat(Files.readString(site.resolve("index.html")), is("<p>tonight</p>"));
  }

  @Test
  public void theManifestHasTheHashOfEveryFile() throws IOException {
    write(page("a page"), props("{}"), export("predictions/2031-01-10.json", "{\"count\":0}"));
    JsonNode manifest = new ObjectMapper().readTree(files().get("v1/manifest.json"));
    Map<String, String> others = files();
    others.remove("v1/manifest.json");
    others.remove("manifest.js");
    assertThat(manifest.get("day").asText(), is("2031-01-10"));
    assertThat(manifest.get("files").size(), is(others.size()));
    others.forEach(
        (path, text) -> {
          JsonNode file = manifest.get("files").get(path);
          assertThat(
              file.get("sha256").asText(),
              is(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString()));
          assertThat(file.get("bytes").asInt(), is(text.getBytes(StandardCharsets.UTF_8).length));
        });
  }

  @Test
  public void whatHasNotChangedIsNotWrittenAgain() throws IOException {
    SiteFile[] files = {
      page("<p>é</p>"), props("{\"rows\":[1]}"), export("status.json", "{}"), export("a.json", "1")
    };
    writes(6, 6, files);
    makeOld();
    writes(6, 0, files);
    for (String path : files().keySet()) {
      assertThat(path, isOld(path), is(true));
    }
    files[2] = export("status.json", "{\"count\":1}");
    writes(6, 2, files);
    assertThat(isOld("v1/status.json"), is(false));
    assertThat(isOld("v1/manifest.json"), is(false));
    assertThat(isOld("v1/a.json"), is(true));
    assertThat(isOld("manifest.js"), is(true));
  }

  @Test
  public void whatSomebodyTookAwayOrCutShortIsWrittenAgain() throws IOException {
    SiteFile[] files = {page("<p>tonight</p>"), export("a.json", "1"), export("b.json", "22")};
    write(files);
    Files.delete(site.resolve("v1/a.json"));
    Files.writeString(site.resolve("index.html"), "<p>to");
    makeOld();
    write(files);
    assertThat(Files.readString(site.resolve("v1/a.json")), is("1"));
    assertThat(Files.readString(site.resolve("index.html")), is("<p>tonight</p>"));
    assertThat(isOld("v1/b.json"), is(true));
  }

  @Test
  public void anotherContentIsAnotherFileAndTheOldOneGoes() throws IOException {
    write(props("{\"rows\":[1]}"));
    Map<String, String> before = files();
    write(props("{\"rows\":[2]}"));
    assertThat(found("predictions/today"), containsString("[2]"));
    assertThat(files().keySet().stream().filter(path -> path.startsWith("data/")).count(), is(1L));
    assertThat(files().keySet(), not(is(before.keySet())));
  }

  @Test
  public void exportsOfOtherDaysStay() throws IOException {
    write(export("predictions/2031-01-09.json", "1"), export("status.json", "1"));
    write(export("predictions/2031-01-10.json", "2"), export("status.json", "2"));
    assertThat(files(), hasKey("v1/predictions/2031-01-09.json"));
    JsonNode named = new ObjectMapper().readTree(files().get("v1/manifest.json")).get("files");
    assertThat(
        ImmutableList.copyOf(named.fieldNames()),
        contains(
            "v1/predictions/2031-01-09.json", "v1/predictions/2031-01-10.json", "v1/status.json"));
  }

  @Test
  public void aManifestThatNobodyCanReadIsMadeAnew() throws IOException {
    write(page("<p>tonight</p>"));
    Files.writeString(site.resolve("v1/manifest.json"), "{\"files\": {\"index.ht");
    writes(3, 2, page("<p>tonight</p>"));
    assertThat(new ObjectMapper().readTree(files().get("v1/manifest.json")).has("files"), is(true));
  }

  private void writeUntilCrash(int changes, SiteFile... files) {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(List.of(files)).withCoder(RowShape.coder(SiteFile.class)))
        .apply(WriteSite.to(CrashingStore.after(changes, site.toString()), DAY));
    try {
      pipeline.run().waitUntilFinish();
    } catch (Pipeline.PipelineExecutionException e) {
      assertThat(e.getCause().getMessage(), is("the machine died"));
    }
  }

  /**
   * Wherever a run dies, pages show all of the old or all of the new, and the next run mends it.
   */
  @Test
  public void aCrashLeavesTheSiteWhole() throws IOException {
    SiteFile[] old = {
      page("old"),
      props("{\"rows\":[1]}"),
      SiteFile.forPages("trends", "[1]"),
      export("a.json", "1")
    };
    SiteFile[] next = {
      page("old"),
      props("{\"rows\":[2]}"),
      SiteFile.forPages("trends", "[2]"),
      export("a.json", "2")
    };
    write(next);
    Map<String, String> mended = files();
    boolean survived = false;
    for (int changes = 0; !survived; changes++) {
      write(old);
      writeUntilCrash(changes, next);
      survived = CrashingStore.survived();
      boolean isNew = found("trends").contains("[2]");
      String why = "after " + changes + " changes";
      assertThat(why, found("predictions/today").contains("[2]"), is(isNew));
      assertThat(why, isNew || !survived, is(true));
      new ObjectMapper().readTree(files().get("v1/a.json"));
      write(next);
      assertThat(why, files(), is(mended));
    }
  }
}
