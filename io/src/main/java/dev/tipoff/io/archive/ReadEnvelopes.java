package dev.tipoff.io.archive;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.io.IOException;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileIO.ReadableFile;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Every envelope that an archive keeps under some slates, of all sources, in no order. A file that
 * is none is a failure. Envelopes and failures carry their slate as event time.
 */
@AutoValue
public abstract class ReadEnvelopes
    extends PTransform<PBegin, Result<PCollection<Envelope>, Failure>> {
  private static final String STEP = "ReadEnvelopes";
  private static final TupleTag<Envelope> ENVELOPES = new TupleTag<>("envelopes") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract String archive();

  abstract SlateRange slates();

  public static ReadEnvelopes of(String archive, SlateRange slates) {
    return new AutoValue_ReadEnvelopes(archive, slates);
  }

  @Override
  public Result<PCollection<Envelope>, Failure> expand(PBegin begin) {
    PCollectionTuple read =
        begin
            .apply("NameFolders", Create.of(ArchivedSources.patterns(archive(), slates())))
            .apply("Find", FileIO.matchAll().withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW))
            .apply("Open", FileIO.readMatches().withCompression(Compression.UNCOMPRESSED))
            .apply(
                "Read",
                ParDo.of(new ReadFn()).withOutputTags(ENVELOPES, TupleTagList.of(FAILURES)));
    return Result.of(
        read.get(ENVELOPES).setCoder(RowShape.coder(Envelope.class)), read.get(FAILURES));
  }

  private static final class ReadFn extends DoFn<ReadableFile, Envelope> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void read(@Element ReadableFile file, MultiOutputReceiver output) throws IOException {
      String name = Envelope.pathIn(file.getMetadata().resourceId().toString());
      GameDay day = GameDay.parse(name.split("/")[1]);
      try {
        Envelope envelope = EnvelopeFile.read(name, file.readFullyAsBytes());
        output.get(ENVELOPES).outputWithTimestamp(envelope, day.lastInstant());
      } catch (BadEnvelopeException e) {
        output
            .get(FAILURES)
            .outputWithTimestamp(
                Failure.of(
                    STEP, FailureCode.BAD_FILE, name, String.valueOf(e.getMessage()), "", day),
                day.lastInstant());
      }
    }
  }
}
