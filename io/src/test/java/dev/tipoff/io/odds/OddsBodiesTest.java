package dev.tipoff.io.odds;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import com.google.common.collect.Streams;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.odds.RawPropLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Reify;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OddsBodiesTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder archive = new TemporaryFolder();

  private void file(String day, String name, byte[] content) throws IOException {
    Path path = archive.getRoot().toPath().resolve("odds-api/player-props").resolve(day);
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] body(String scenario) {
    return Bodies.read(scenario).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(content);
    }
    return bytes.toByteArray();
  }

  private Result<PCollection<RawPropLine>, Failure> read(GameDay from, GameDay to) {
    return pipeline.apply(OddsBodies.of(archive.getRoot().getPath(), from, to));
  }

  @Test
  public void readsTheDaysFoldersAtAnyDepthPackedOrNot() throws IOException {
    file("2031-01-10", "e1-LACBOS/20310110_220000-snap-2200.json", body("no-update-times.json"));
    file("2031-01-10", "e1-LACBOS/more/a.json.gz", gzip(body("list-of-one-event.json")));
    file("2031-01-10", "b.json", body("one-sided-book.json"));
    file("2031-01-10", "notes.txt", body("truncated.json"));
    file("2031-01-11", "c.json", body("wrong-slate.json"));
    file("2031-01-12", "d.json", body("truncated.json"));
    Result<PCollection<RawPropLine>, Failure> result = read(DAY.plusDays(-1), DAY.plusDays(1));
    PAssert.thatSingleton(result.output().apply("Count lines", Count.globally())).isEqualTo(4L);
    PAssert.that(result.output().apply(Reify.timestamps()))
        .satisfies(
            lines -> {
              for (TimestampedValue<RawPropLine> line : lines) {
                assertThat(line.getTimestamp(), is(line.getValue().getGameDate().lastInstant()));
              }
              return null;
            });
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              assertThat(
                  Streams.stream(failures).map(failure -> failure.getCode().name()).toList(),
                  containsInAnyOrder("ONE_SIDED_OFFER", "ONE_SIDED_OFFER"));
              for (Failure failure : failures) {
                assertThat(
                    failure.getFailureKey(),
                    containsString("odds-api/player-props/2031-01-10/b.json|alphabook"));
              }
              return null;
            });
    pipeline.run();
  }

  @Test
  public void filesThatCannotBeUnpackedOrDecodedAreFailures() throws IOException {
    byte[] packed = gzip(body("list-of-one-event.json"));
    file("2031-01-10", "cut.json.gz", Arrays.copyOf(packed, packed.length / 2));
    file("2031-01-10", "latin.json", new byte[] {'{', (byte) 0xe9, '}'});
    file("2031-01-10", "empty.json", new byte[0]);
    Result<PCollection<RawPropLine>, Failure> result = read(DAY, DAY);
    PAssert.that(result.output()).empty();
    PAssert.that(result.failures())
        .satisfies(
            failures -> {
              assertThat(
                  Streams.stream(failures)
                      .map(failure -> failure.getCode() + " " + failure.getMessage())
                      .toList(),
                  containsInAnyOrder(
                      containsString("BAD_FILE the file cannot be unpacked"),
                      containsString("BAD_BODY the body is not UTF-8"),
                      containsString("BAD_BODY the body is empty")));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void daysWithoutBodiesHaveNoLines() {
    Result<PCollection<RawPropLine>, Failure> result = read(DAY, DAY.plusDays(3));
    PAssert.that(result.output()).empty();
    PAssert.that(result.failures()).empty();
    pipeline.run();
  }

  @Test
  public void refusesAMissingArchiveAndAnEmptyRange() {
    pipeline.enableAbandonedNodeEnforcement(false);
    Exception missing =
        assertThrows(
            IllegalArgumentException.class, () -> OddsBodies.of("/no/such/archive", DAY, DAY));
    assertThat(missing.getMessage(), containsString("'/no/such/archive' is not a folder"));
    assertThrows(IllegalArgumentException.class, () -> read(DAY, DAY.plusDays(-1)));
  }
}
