package dev.tipoff.io.archive;

import com.google.auto.value.AutoValue;
import java.io.IOException;
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
      boolean isNew = ArchiveFolder.at(archive).add(envelope.path(), EnvelopeFile.write(envelope));
      (isNew ? stored : present).inc();
      output.output(envelope);
    }
  }
}
