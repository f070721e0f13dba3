package dev.tipoff.io.live;

import com.google.auto.value.AutoValue;
import dev.tipoff.io.archive.BadEnvelopeException;
import dev.tipoff.io.archive.EnvelopeMessage;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.splittabledofn.ManualWatermarkEstimator;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.WatermarkEstimators;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Messages from a file, one a line and packed or not, as fast as they are taken: a stream with the
 * times that they had, and an end. The stream's time stays behind the newest message by as much as
 * one may come late.
 */
@AutoValue
public abstract class ReplayMessages extends PTransform<PBegin, PCollection<byte[]>> {
  abstract String file();

  abstract Duration lateness();

  /**
   * Replays a file of this machine.
   *
   * @param lateness how much later than a newer one a message may stand in the file
   */
  public static ReplayMessages of(String file, Duration lateness) {
    return new AutoValue_ReplayMessages(file, lateness);
  }

  @Override
  public PCollection<byte[]> expand(PBegin begin) {
    return begin
        .apply("File", Create.of(file()))
        .apply("Lines", ParDo.of(new LinesFn(lateness())))
        .setCoder(ByteArrayCoder.of());
  }

  /** Restrictions are numbers of lines. */
  @DoFn.UnboundedPerElement
  private static final class LinesFn extends DoFn<String, byte[]> {
    private static final long serialVersionUID = 1L;

    private final Duration lateness;

    /** Left open where the runner stopped, which it does often. */
    private transient @Nullable Place place;

    /** A file that has been read up to a line. */
    private static final class Place {
      private final String file;
      private final BufferedReader reader;
      private long line;

      Place(String file) throws IOException {
        this.file = file;
        InputStream bytes = new FileInputStream(file);
        this.reader =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8));
      }

      @Nullable String next() throws IOException {
        line++;
        try {
          return reader.readLine();
        } catch (EOFException | ZipException e) {
          throw new IOException(file + " breaks off at line " + line + "; make it anew", e);
        }
      }
    }

    LinesFn(Duration lateness) {
      this.lateness = lateness;
    }

    @GetInitialRestriction
    public OffsetRange all() {
      return new OffsetRange(0, Long.MAX_VALUE);
    }

    @GetInitialWatermarkEstimatorState
    public Instant start() {
      return Instant.EPOCH;
    }

    @NewWatermarkEstimator
    public WatermarkEstimators.Manual time(@WatermarkEstimatorState Instant state) {
      return new WatermarkEstimators.Manual(state);
    }

    @ProcessElement
    public ProcessContinuation read(
        @Element String file,
        RestrictionTracker<OffsetRange, Long> lines,
        ManualWatermarkEstimator<Instant> time,
        OutputReceiver<byte[]> output)
        throws IOException {
      Place here = at(file, lines.currentRestriction().getFrom());
      for (long line = here.line; lines.tryClaim(line); line = here.line) {
        String text = here.next();
        if (text == null) {
          close();
          lines.tryClaim(Long.MAX_VALUE);
          return ProcessContinuation.stop();
        }
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Instant sent = time(message, time.currentWatermark());
        output.outputWithTimestamp(message, sent);
        Instant now = sent.minus(lateness);
        if (now.isAfter(time.currentWatermark())) {
          time.setWatermark(now);
        }
      }
      // The runner goes on from here when it likes.
      return ProcessContinuation.stop();
    }

    private Place at(String file, long line) throws IOException {
      Place known = place;
      if (known == null || !known.file.equals(file) || known.line > line) {
        close();
        known = new Place(file);
        place = known;
      }
      while (known.line < line) {
        known.next();
      }
      return known;
    }

    /** What is no message is told of by whoever reads it, as of the time at which it stands. */
    private static Instant time(byte[] message, Instant byNow) {
      try {
        return EnvelopeMessage.read(message).getReceivedTime();
      } catch (BadEnvelopeException e) {
        return byNow;
      }
    }

    @Teardown
    public void close() throws IOException {
      Place known = place;
      if (known != null) {
        known.reader.close();
        place = null;
      }
    }
  }
}
