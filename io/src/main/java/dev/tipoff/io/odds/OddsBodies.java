package dev.tipoff.io.odds;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.odds.RawPropLine;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
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
 * Player props from an archive of The Odds API's bodies, {@code
 * ARCHIVE/odds-api/player-props/YYYY-MM-DD/.../NAME.json} or {@code .json.gz}, for a range of days.
 * A day without bodies has no lines. Rows and failures carry their folder's slate as event time.
 */
@AutoValue
public abstract class OddsBodies
    extends PTransform<PBegin, Result<PCollection<RawPropLine>, Failure>> {
  private static final String FOLDER = "odds-api/player-props";
  private static final Pattern DAY = Pattern.compile(FOLDER + "/(\\d{4}-\\d{2}-\\d{2})/");
  private static final Pattern REMOTE = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  private static final TupleTag<RawPropLine> LINES = new TupleTag<>("lines") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract String archive();

  abstract GameDay from();

  abstract GameDay to();

  /**
   * The bodies filed under the days from one to another, both included.
   *
   * @param archive a local folder or the address of one, {@code gs://bucket/archive}
   * @throws IllegalArgumentException if a local archive is no folder, or the range is empty
   */
  public static OddsBodies of(String archive, GameDay from, GameDay to) {
    Preconditions.checkArgument(
        REMOTE.matcher(archive).matches() || Files.isDirectory(Path.of(archive)),
        "the archive of odds bodies '%s' is not a folder",
        archive);
    Preconditions.checkArgument(!to.isBefore(from), "no days from %s to %s", from, to);
    return new AutoValue_OddsBodies(archive.replaceAll("/+$", ""), from, to);
  }

  @Override
  public Result<PCollection<RawPropLine>, Failure> expand(PBegin input) {
    PCollectionTuple parsed =
        input
            .apply("Name folders", Create.of(patterns()))
            .apply(
                "Find bodies", FileIO.matchAll().withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW))
            .apply("Open bodies", FileIO.readMatches())
            .apply(
                "Parse bodies",
                ParDo.of(new ParseFn()).withOutputTags(LINES, TupleTagList.of(FAILURES)));
    return Result.of(parsed.get(LINES), parsed.get(FAILURES));
  }

  private List<String> patterns() {
    List<String> patterns = new ArrayList<>();
    for (GameDay day = from(); !day.isAfter(to()); day = day.plusDays(1)) {
      String folder = String.join("/", archive(), FOLDER, day.toString());
      patterns.add(folder + "/**.json");
      patterns.add(folder + "/**.json.gz");
    }
    return patterns;
  }

  private static final class ParseFn extends DoFn<ReadableFile, RawPropLine> {
    @ProcessElement
    public void process(@Element ReadableFile file, MultiOutputReceiver output) throws IOException {
      String name = file.getMetadata().resourceId().toString().replace('\\', '/');
      Matcher folder = DAY.matcher(name);
      Preconditions.checkState(folder.find(), "%s lies in no day's folder", name);
      GameDay day = GameDay.parse(folder.group(1));
      OddsApiEventOdds.Parsed parsed = parse(file, name.substring(folder.start()), day);
      parsed
          .lines()
          .forEach(line -> output.get(LINES).outputWithTimestamp(line, day.lastInstant()));
      parsed
          .failures()
          .forEach(failure -> output.get(FAILURES).outputWithTimestamp(failure, day.lastInstant()));
    }

    /** Names the body by its path in the archive, so that a moved archive gives the same rows. */
    private static OddsApiEventOdds.Parsed parse(ReadableFile file, String name, GameDay day)
        throws IOException {
      try {
        String body =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file.readFullyAsBytes()))
                .toString();
        return OddsApiEventOdds.parse(name, body, day);
      } catch (CharacterCodingException e) {
        return failed(FailureCode.BAD_BODY, name, "the body is not UTF-8 text", day);
      } catch (ZipException | EOFException e) {
        return failed(
            FailureCode.BAD_FILE, name, "the file cannot be unpacked: " + e.getMessage(), day);
      }
    }

    private static OddsApiEventOdds.Parsed failed(
        FailureCode code, String name, String message, GameDay day) {
      return OddsApiEventOdds.Parsed.failed(
          Failure.of(OddsApiEventOdds.STEP, code, name, message, "", day));
    }
  }
}
