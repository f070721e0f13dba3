package dev.tipoff.io.live;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.EnvelopeMessage;
import dev.tipoff.transforms.model.GameDay;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ReplayMessagesTest implements Serializable {
  private static final Instant START = Instant.parse("2026-01-14T22:00:00Z");
  private static final Duration TEN_MINUTES = Duration.standardMinutes(10);

  /** More than DirectRunner takes before it stops and asks to go on. */
  private static final int MANY = 4_321;

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();
  @Rule public final transient TemporaryFolder folder = new TemporaryFolder();

  private static byte[] message(int number, Instant received) {
    return EnvelopeMessage.write(
        Envelope.answered()
            .setSource("oddsa_player_props")
            .setGameDate(GameDay.parse("2026-01-14"))
            .setRequestKey("request-" + number)
            .setRequest("GET https://example.com/odds")
            .setReceivedTime(received)
            .setBody(("{\"number\": " + number + "}").getBytes(StandardCharsets.UTF_8))
            .build());
  }

  private Path packed(List<byte[]> messages) throws IOException {
    Path file = folder.newFile("moves.jsonl.gz").toPath();
    try (OutputStream lines = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (byte[] message : messages) {
        lines.write(message);
        lines.write('\n');
      }
    }
    return file;
  }

  private PCollection<byte[]> replayed(Path file) {
    return pipeline.apply(ReplayMessages.of(file.toString(), TEN_MINUTES));
  }

  /** What each message says it is, and the time that it has in the stream. */
  private static final class ReadFn extends DoFn<byte[], String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void read(@Element byte[] message, @Timestamp Instant time, OutputReceiver<String> out)
        throws Exception {
      out.output(EnvelopeMessage.read(message).getRequestKey() + " at " + time);
    }
  }

  @Test
  public void everyMessageComesOnceWithItsOwnTime() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int number = 0; number < MANY; number++) {
      // Every seventh stands nine minutes later in the file than it should.
      Instant received =
          START
              .plus(Duration.standardSeconds(number))
              .minus(Duration.standardMinutes(number % 7 == 0 ? 9 : 0));
      messages.add(message(number, received));
      expected.add("request-" + number + " at " + received);
    }
    PAssert.that(replayed(packed(messages)).apply(ParDo.of(new ReadFn())))
        .containsInAnyOrder(expected);
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void whatIsLateByLessThanWasSaidIsInItsWindow() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    for (int number = 0; number < MANY; number++) {
      Instant inOrder = START.plus(Duration.standardSeconds(number));
      messages.add(message(number, inOrder));
      messages.add(message(MANY + number, inOrder.minus(Duration.standardMinutes(9))));
    }
    PAssert.that(
            replayed(packed(messages))
                .apply(Window.into(FixedWindows.of(Duration.standardMinutes(1))))
                .apply(WithKeys.<String, byte[]>of("all").withKeyType(TypeDescriptors.strings()))
                .apply(Count.perKey())
                .apply(Values.create()))
        .satisfies(
            counts -> {
              long inTime = 0;
              for (long count : counts) {
                inTime += count;
              }
              assertThat(inTime, is(2L * MANY));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void aFileMayBePlainAndHoldWhatIsNoMessage() throws IOException {
    Path file = folder.newFile("moves.jsonl").toPath();
    Files.write(
        file,
        List.of(
            "no message",
            new String(message(1, START), StandardCharsets.UTF_8),
            "nothing",
            "{\"half\":"));
    PAssert.that(
            replayed(file)
                .apply(
                    MapElements.into(TypeDescriptors.strings())
                        .via(line -> new String(line, StandardCharsets.UTF_8).substring(0, 3))))
        .containsInAnyOrder("no ", "{\"s", "not", "{\"h");
    pipeline.run().waitUntilFinish();
  }

  /** Reads what is looked up, in no hurry. */
  private static final class SlowFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean READ = new AtomicBoolean();

    @ProcessElement
    public void read(@Element String row, OutputReceiver<String> out) throws InterruptedException {
      Thread.sleep(1_000);
      READ.set(true);
      out.output(row);
    }
  }

  private static final class IsReadFn extends DoFn<byte[], Boolean> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void ask(OutputReceiver<Boolean> out) {
      out.output(SlowFn.READ.get());
    }
  }

  @Test
  public void messagesWaitForWhatIsLookedUp() throws IOException {
    SlowFn.READ.set(false);
    PCollection<String> rows =
        pipeline.apply("Names", Create.of("row")).apply("Rows", ParDo.of(new SlowFn()));
    PAssert.that(
            pipeline
                .apply(
                    ReplayMessages.of(packed(List.of(message(1, START))).toString(), TEN_MINUTES)
                        .after(List.of(rows)))
                .apply(ParDo.of(new IsReadFn())))
        .containsInAnyOrder(true);
    pipeline.run().waitUntilFinish();
  }

  @Test
  public void aFileThatIsNotThereIsNamed() {
    replayed(folder.getRoot().toPath().resolve("nowhere.jsonl"));
    PipelineExecutionException failed =
        assertThrows(PipelineExecutionException.class, () -> pipeline.run().waitUntilFinish());
    assertThat(failed.getMessage(), containsString("nowhere.jsonl"));
  }

  @Test
  public void halfOfAPackedFileIsSaidToBeBroken() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    for (int number = 0; number < MANY; number++) {
      messages.add(message(number, START.plus(number)));
    }
    Path file = packed(messages);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    replayed(file);
    PipelineExecutionException failed =
        assertThrows(PipelineExecutionException.class, () -> pipeline.run().waitUntilFinish());
    assertThat(failed.getMessage(), containsString("moves.jsonl.gz breaks off after line "));
  }
}
