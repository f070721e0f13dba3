package dev.tipoff.io.archive;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Adds envelopes to an archive, {@code ARCHIVE/SOURCE/DAY/KEY-HASH.json.gz}, on a local folder or
 * {@code gs://}. What is there is never written again: a file appears whole, under a name made of
 * the request and of what came back, or not at all. Gives the envelopes once they are stored.
 */
@AutoValue
public abstract class WriteEnvelopes
    extends PTransform<PCollection<Envelope>, PCollection<Envelope>> {
  abstract String archive();

  public static WriteEnvelopes to(String archive) {
    return new AutoValue_WriteEnvelopes(archive.replaceAll("/+$", ""));
  }

  @Override
  public PCollection<Envelope> expand(PCollection<Envelope> envelopes) {
    return envelopes.apply("Store", ParDo.of(new StoreFn(archive())));
  }

  private static final class StoreFn extends DoFn<Envelope, Envelope> {
    private final Counter stored = Metrics.counter(WriteEnvelopes.class, "stored");
    private final Counter present = Metrics.counter(WriteEnvelopes.class, "present");
    private final String archive;

    StoreFn(String archive) {
      this.archive = archive;
    }

    @ProcessElement
    public void store(@Element Envelope envelope, OutputReceiver<Envelope> output)
        throws IOException {
      String name = archive + "/" + envelope.path();
      if (isThere(name)) {
        present.inc();
      } else {
        create(name, EnvelopeFile.write(envelope));
        stored.inc();
      }
      output.output(envelope);
    }

    private static boolean isThere(String name) throws IOException {
      MatchResult match = FileSystems.match(List.of(name)).get(0);
      return match.status() == MatchResult.Status.OK && !match.metadata().isEmpty();
    }

    /** Two writers of one name write the same bytes, each to a file of its own first. */
    private static void create(String name, byte[] bytes) throws IOException {
      String part =
          String.format(
              "%s.%d-%d.part", name, ProcessHandle.current().pid(), Thread.currentThread().getId());
      ResourceId unfinished = FileSystems.matchNewResource(part, false);
      try (WritableByteChannel channel =
          FileSystems.create(unfinished, "application/octet-stream")) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      FileSystems.rename(
          List.of(unfinished),
          List.of(FileSystems.matchNewResource(name, false)),
          StandardMoveOptions.SKIP_IF_DESTINATION_EXISTS);
    }
  }
}
