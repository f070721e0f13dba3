package dev.tipoff.io.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The raw archive: {@link Envelope}, {@link WriteEnvelopes} and {@link ReadEnvelopes}. */
public class ArchiveTest {
  private static final GameDay DAY = GameDay.parse("2031-01-10");
  private static final Envelope TEXT =
      Envelope.builder()
          .setSource("bdl_games")
          .setGameDate(DAY)
          .setRequestKey("0123456789abcdef-20310110T220000Z")
          .setRequest("GET https://api.balldontlie.io/v1/games?start_date=2031-01-10")
          .setParameters(Map.of("date", "2031-01-10"))
          .setOutcome(Outcome.FETCHED)
          .setStatus(200)
          .setHeaders(Map.of("content-type", "application/json", "etag", "\"x\""))
          .setAttempts(2)
          .setReceivedTime(Instant.parse("2031-01-10T22:00:01.234Z"))
          .setBody("{\"data\":[\"Žďár \uD83C\uDFC0\"]}\r\n".getBytes(UTF_8))
          .build();
  private static final Envelope BYTES =
      Envelope.builder()
          .setSource("nbac_gamebook_pdf")
          .setGameDate(DAY)
          .setRequestKey("fedcba9876543210-20310110T220000Z")
          .setRequest("GET x")
          .setOutcome(Outcome.FETCHED)
          .setStatus(200)
          .setAttempts(1)
          .setReceivedTime(Instant.parse("2031-01-10T22:00:02Z"))
          .setBody(new byte[] {'%', 'P', (byte) 0xff, 0, (byte) 0xfe})
          .build();
  private static final Envelope FAILED =
      Envelope.builder()
          .setSource("bdl_games")
          .setGameDate(DAY)
          .setRequestKey("00000000000000ff-20310110T220000Z")
          .setRequest("GET y")
          .setOutcome(Outcome.FAILED)
          .setFault(FailureCode.CALL_TIMEOUT)
          .setMessage("no answer within 20 s")
          .setAttempts(4)
          .setReceivedTime(Instant.parse("2031-01-10T22:01:00Z"))
          .build();

  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();
  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static Envelope with(String body) {
    return TEXT.toBuilder().setBody(body.getBytes(UTF_8)).build();
  }

  private String write(Envelope... envelopes) throws IOException {
    String archive = folder.getRoot().toString();
    TestPipeline writing = TestPipeline.create().enableAbandonedNodeEnforcement(false);
    writing
        .apply(Create.of(Arrays.asList(envelopes)).withCoder(RowShape.coder(Envelope.class)))
        .apply(WriteEnvelopes.to(archive));
    writing.run().waitUntilFinish();
    return archive;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.getRoot().toPath())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  public void whatIsWrittenIsReadAgain() throws IOException {
    String archive = write(TEXT, BYTES, FAILED);
    Result<PCollection<Envelope>, Failure> read =
        pipeline.apply(ReadEnvelopes.of(archive, SlateRange.of(DAY)));
    PAssert.that(read.output()).containsInAnyOrder(TEXT, BYTES, FAILED);
    PAssert.that(read.failures()).empty();
    pipeline.run();
  }

  @Test
  public void anEnvelopeLiesUnderItsSourceAndSlateByRequestAndContent() throws IOException {
    write(TEXT);
    assertThat(
        files().get(0).toString(),
        allOf(
            containsString("/bdl_games/2031-01-10/0123456789abcdef-20310110T220000Z-"),
            endsWith(".json.gz")));
    assertThat(TEXT.path(), not(is(with("other").path())));
  }

  @Test
  public void nothingIsWrittenTwiceNorOverwritten() throws IOException {
    write(TEXT);
    Path file = files().get(0);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    write(TEXT, TEXT);
    assertThat(files(), hasSize(1));
    assertThat(Files.getLastModifiedTime(file), is(FileTime.fromMillis(1_000)));
    write(with("another body"));
    assertThat(files(), hasSize(2));
  }

  @Test
  public void otherSlatesAreNotRead() throws IOException {
    String archive = write(TEXT);
    Result<PCollection<Envelope>, Failure> read =
        pipeline.apply(ReadEnvelopes.of(archive, SlateRange.of(DAY.plusDays(1))));
    PAssert.that(read.output()).empty();
    PAssert.that(read.failures()).empty();
    pipeline.run();
  }

  @Test
  public void aFileThatIsCutChangedOrNoEnvelopeIsAFailure() throws IOException {
    String archive = write(TEXT);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    Path day = file.getParent();
    Files.write(day.resolve("cut.json.gz"), Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(day.resolve("text.json.gz"), "{}");
    Files.copy(file, day.resolve("renamed.json.gz"));
    Result<PCollection<Envelope>, Failure> read =
        pipeline.apply(ReadEnvelopes.of(archive, SlateRange.of(DAY)));
    PAssert.that(read.output()).containsInAnyOrder(TEXT);
    PAssert.that(read.failures())
        .satisfies(
            failures -> {
              for (Failure failure : failures) {
                assertThat(failure.getCode(), is(FailureCode.BAD_FILE));
                assertThat(failure.getFailureKey(), startsWith("bdl_games/2031-01-10/"));
              }
              assertThat(List.copyOf((java.util.Collection<?>) failures), hasSize(3));
              return null;
            });
    pipeline.run();
  }

  @Test
  public void aBodyThatWasChangedIsNoticed() {
    byte[] file = EnvelopeFile.write(with("true"));
    assertThat(EnvelopeFile.write(with("true")), is(file));
    BadEnvelopeException bad =
        assertThrows(
            BadEnvelopeException.class,
            () ->
                EnvelopeFile.read(
                    with("true").path(), EnvelopeFiles.replaced(file, "\"true\"", "\"fals\"")));
    assertThat(bad.getMessage(), containsString("SHA-256"));
  }

  private static ArchivedRequests requests(String archive) {
    return ArchivedRequests.of(archive, TEXT.getSource(), DAY, TEXT.getRequestKey());
  }

  @Test
  public void anEnvelopeThatLeadsOutOfTheArchiveIsNotWritten() throws IOException {
    ArchivedRequests archive = requests(folder.newFolder("deep", "archive").toString());
    for (String name :
        new String[] {
          "../../escaped", "/escaped", "a/../../../escaped", "..", "a\\b", "a\0b", ""
        }) {
      assertThrows(
          name,
          IllegalArgumentException.class,
          () -> archive.add(TEXT.toBuilder().setSource(name).build()));
    }
    for (String key : new String[] {"x/../../../../escaped", "x\\y", "x\0y", "x".repeat(300)}) {
      assertThrows(
          key,
          IllegalArgumentException.class,
          () -> archive.add(TEXT.toBuilder().setRequestKey(key).build()));
    }
    assertThat(files(), is(empty()));
  }

  @Test
  public void theWriterStopsAtSuchAnEnvelope() throws IOException {
    assertThrows(
        PipelineExecutionException.class,
        () -> write(TEXT.toBuilder().setSource("../escaped").build()));
    assertThat(files(), is(empty()));
  }

  /** Else it would be given on under the name that it says, and be written there. */
  @Test
  public void anEnvelopeThatSaysItIsAnotherIsNoAnswer() throws IOException {
    String archive = write(TEXT);
    assertThat(requests(archive).answers(), is(List.of(TEXT)));
    Path file = files().get(0);
    Files.write(
        file,
        EnvelopeFiles.replaced(Files.readAllBytes(file), "\"bdl_games\"", "\"../../escaped\""));
    assertThat(requests(archive).answers(), is(empty()));
  }
}
