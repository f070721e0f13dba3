package dev.tipoff.io.site;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.files.StorageFolder;
import dev.tipoff.io.warehouse.FakeStorage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** A folder and a bucket, which do the same. */
@RunWith(Parameterized.class)
public class SiteStoreTest {
  @Parameters(name = "{0}")
  public static List<String> places() {
    return List.of("folder", "bucket");
  }

  @Parameterized.Parameter public String place = "";
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private FakeStorage storage;
  private SiteStore site;

  @Before
  public void open() throws IOException {
    storage = new FakeStorage();
    site =
        place.equals("folder")
            ? new FolderStore(folder.getRoot() + "/public/site")
            : new BucketStore(
                StorageFolder.at(
                    "gs://tipoff-site/nba",
                    FakeStorage.service(storage.port()),
                    Duration.ofSeconds(20)));
  }

  @After
  public void close() {
    site.close();
    storage.close();
  }

  private static SiteFile file(String path, String text) {
    return SiteFile.at(path, text, Duration.ofMinutes(5));
  }

  @Test
  public void whatIsWrittenIsThere() throws IOException {
    assertThat(site.lengths(), is(Map.of()));
    assertThat(site.read("v1/status.json"), is(Optional.empty()));
    site.write(file("v1/status.json", "{\"é\":1}"));
    site.write(file("index.html", "<p>"));
    assertThat(site.read("v1/status.json"), is(Optional.of("{\"é\":1}")));
    assertThat(site.lengths(), is(Map.of("v1/status.json", 8L, "index.html", 3L)));
  }

  @Test
  public void aFileIsReplacedAndRemoved() throws IOException {
    site.write(file("index.html", "old"));
    site.write(file("index.html", "newer"));
    assertThat(site.read("index.html"), is(Optional.of("newer")));
    site.delete("index.html");
    site.delete("index.html");
    assertThat(site.lengths(), is(Map.of()));
  }

  @Test
  public void noPathLeadsOutOfTheSite() {
    for (String path : List.of("../index.html", "/etc/index.html", "a//b", "v1/.hidden", "a\\b")) {
      assertThrows(path, IllegalArgumentException.class, () -> file(path, ""));
    }
  }

  @Test
  public void aBucketSaysForHowLongAFileMayBeKept() throws IOException {
    site.write(file("index.html", "<p>"));
    SiteFile table = SiteFile.forPages("players/900001", "{}");
    site.write(table);
    if (place.equals("bucket")) {
      assertThat(storage.caches().get("nba/index.html"), is("public, max-age=300"));
      assertThat(
          storage.caches().get("nba/" + table.getPath()),
          is("public, max-age=31536000, immutable"));
    } else {
      assertThat(List.copyOf(storage.caches().keySet()), is(List.of()));
    }
    assertThat(List.copyOf(site.lengths().keySet()), contains(table.getPath(), "index.html"));
  }
}
