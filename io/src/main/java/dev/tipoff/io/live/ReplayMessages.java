package dev.tipoff.io.live;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.tipoff.io.archive.BadEnvelopeException;
import dev.tipoff.io.archive.EnvelopeMessage;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.transforms.splittabledofn.ManualWatermarkEstimator;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.apache.beam.sdk.transforms.splittabledofn.WatermarkEstimators;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
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
  private static final int TOGETHER = 20;

  abstract String file();

  abstract Duration lateness();

  abstract ImmutableList<PCollection<?>> signals();

  /**
   * Replays a file of this machine.
   *
   * @param lateness how much later than a newer one a message may stand in the file
   */
  public static ReplayMessages of(String file, Duration lateness) {
    return new AutoValue_ReplayMessages(file, lateness, ImmutableList.of());
  }

  /**
   * The same, once something is there. Steps that look it up would otherwise be handed each message
   * again and again until it is, which slows down what they wait for.
   *
   * @param signals what to wait for, in the global window
   */
  public ReplayMessages after(List<PCollection<?>> signals) {
    return new AutoValue_ReplayMessages(file(), lateness(), ImmutableList.copyOf(signals));
  }

  @Override
  public PCollection<byte[]> expand(PBegin begin) {
    PCollection<String> file = begin.apply("File", Create.of(file()));
    return (signals().isEmpty() ? file : file.apply("Wait", Wait.on(signals())))
        .apply("Lines", ParDo.of(new LinesFn(lateness())))
        .setCoder(ListCoder.of(TimestampedValue.TimestampedValueCoder.of(ByteArrayCoder.of())))
        .apply("Each", ParDo.of(new EachFn()))
        .setCoder(ByteArrayCoder.of());
  }

  /** Sends each message at its own time, which is that of its list or later. */
  private static final class EachFn extends DoFn<List<TimestampedValue<byte[]>>, byte[]> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void each(
        @Element List<TimestampedValue<byte[]>> messages, OutputReceiver<byte[]> output) {
      messages.forEach(
          message -> output.outputWithTimestamp(message.getValue(), message.getTimestamp()));
    }
  }

  /**
   * Restrictions are numbers of blocks of lines. DirectRunner stops after a hundred elements, and
   * each stop costs all the steps that follow some milliseconds: an element is a block.
   */
  @DoFn.UnboundedPerElement
  private static final class LinesFn extends DoFn<String, List<TimestampedValue<byte[]>>> {
    private static final long serialVersionUID = 1L;

    private final Duration lateness;

    /** Left open where the runner stopped, which it does often. */
    private transient @Nullable Place place;

    /** A file that has been read up to a block of lines. */
    private static final class Place {
      private final String file;
      private final BufferedReader reader;
      private long block;

      Place(String file) throws IOException {
        this.file = file;
        InputStream bytes = new FileInputStream(file);
        this.reader =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8));
      }

      /** The lines of the next block, fewer than usual at the end of the file. */
      List<String> next() throws IOException {
        block++;
        List<String> lines = new ArrayList<>();
        try {
          for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (lines.size() == TOGETHER) {
              break;
            }
          }
        } catch (EOFException | ZipException e) {
          throw new IOException(
              String.format(
                  "%s breaks off after line %d; make it anew",
                  file, (block - 1) * TOGETHER + lines.size()),
              e);
        }
        return lines;
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
        RestrictionTracker<OffsetRange, Long> blocks,
        ManualWatermarkEstimator<Instant> time,
        OutputReceiver<List<TimestampedValue<byte[]>>> output)
        throws IOException {
      long from = blocks.currentRestriction().getFrom();
      Place here = at(file, from);
      for (long block = from; blocks.tryClaim(block); block++) {
        List<TimestampedValue<byte[]>> messages = new ArrayList<>();
        for (String line : here.next()) {
          byte[] message = line.getBytes(StandardCharsets.UTF_8);
          messages.add(TimestampedValue.of(message, sent(message, time.currentWatermark())));
        }
        send(messages, time, output);
        if (messages.size() < TOGETHER) {
          close();
          blocks.tryClaim(Long.MAX_VALUE);
          return ProcessContinuation.stop();
        }
      }
      // The runner goes on from here when it likes.
      return ProcessContinuation.stop();
    }

    private void send(
        List<TimestampedValue<byte[]>> messages,
        ManualWatermarkEstimator<Instant> time,
        OutputReceiver<List<TimestampedValue<byte[]>>> output) {
      if (messages.isEmpty()) {
        return;
      }
      List<Instant> times = messages.stream().map(TimestampedValue::getTimestamp).toList();
      output.outputWithTimestamp(messages, Collections.min(times));
      Instant now = Collections.max(times).minus(lateness);
      if (now.isAfter(time.currentWatermark())) {
        time.setWatermark(now);
      }
    }

    private Place at(String file, long block) throws IOException {
      Place known = place;
      if (known == null || !known.file.equals(file) || known.block > block) {
        close();
        known = new Place(file);
        place = known;
      }
      while (known.block < block) {
        known.next();
      }
      return known;
    }

    /** What is no message is told of by whoever reads it, as of the time at which it stands. */
    private static Instant sent(byte[] message, Instant byNow) {
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
