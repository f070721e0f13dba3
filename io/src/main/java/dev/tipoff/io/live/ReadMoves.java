package dev.tipoff.io.live;

import com.google.auto.value.AutoValue;
import com.google.common.hash.Hashing;
import dev.tipoff.io.archive.BadEnvelopeException;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.EnvelopeMessage;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.ParsedRows;
import dev.tipoff.io.sources.Source;
import dev.tipoff.transforms.catalogue.FeedTables;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.odds.RawPropLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubIO;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubMessage;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Lines of players from messages, which are envelopes of the archive; those of other sources are
 * passed over. What is no envelope, or cannot be read, is a failure.
 */
@AutoValue
public abstract class ReadMoves
    extends PTransform<PBegin, WithFailures.Result<PCollection<RawPropLine>, Failure>> {
  private static final TupleTag<RawPropLine> LINES = new TupleTag<>("lines") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PTransform<PBegin, PCollection<byte[]>> messages();

  /** Messages that come from anywhere. */
  public static ReadMoves from(PTransform<PBegin, PCollection<byte[]>> messages) {
    return new AutoValue_ReadMoves(messages);
  }

  /**
   * Messages of a subscription of Pub/Sub, which drops copies of one that are sent within minutes.
   *
   * @param subscription {@code projects/PROJECT/subscriptions/NAME}
   */
  public static ReadMoves ofSubscription(String subscription) {
    return from(new Subscription(subscription));
  }

  private static final class Subscription extends PTransform<PBegin, PCollection<byte[]>> {
    private static final long serialVersionUID = 1L;

    private final String subscription;

    Subscription(String subscription) {
      this.subscription = subscription;
    }

    @Override
    public PCollection<byte[]> expand(PBegin begin) {
      return begin
          .apply(
              "Pull",
              PubsubIO.readMessages()
                  .fromSubscription(subscription)
                  .withIdAttribute(EnvelopeMessage.ID)
                  .withTimestampAttribute(EnvelopeMessage.RECEIVED_TIME))
          .apply(
              "Payload",
              MapElements.into(TypeDescriptor.of(byte[].class)).via(PubsubMessage::getPayload))
          .setCoder(ByteArrayCoder.of());
    }
  }

  @Override
  public WithFailures.Result<PCollection<RawPropLine>, Failure> expand(PBegin begin) {
    PCollectionTuple read =
        begin
            .apply("Messages", messages())
            .apply(
                "Read",
                ParDo.of(new ReadFn(sources().stream().map(Source::id).collect(Collectors.toSet())))
                    .withOutputTags(LINES, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(
        read.get(LINES).setCoder(Tables.ODDS_API_PLAYER_PROPS.coder()),
        read.get(FAILURES).setCoder(Tables.FAILURES.coder()));
  }

  /** The sources that tell of players' lines. */
  public static List<Source> sources() {
    return Catalogue.load().all().stream()
        .filter(
            source ->
                source.tables().contains(Tables.ODDS_API_PLAYER_PROPS)
                    || source.tables().contains(FeedTables.BETTINGPROS_PLAYER_PROPS))
        .toList();
  }

  /**
   * Lines keep the time of their message, which holds the stream's time back until they are used.
   */
  private static final class ReadFn extends DoFn<byte[], RawPropLine> {
    private static final long serialVersionUID = 1L;

    private final Set<String> sources;
    private final Counter messages = Metrics.counter(ReadMoves.class, "messages");
    private final Counter others = Metrics.counter(ReadMoves.class, "others");
    private transient @Nullable Catalogue catalogue;

    ReadFn(Set<String> sources) {
      this.sources = Set.copyOf(sources);
    }

    @Setup
    public void load() {
      catalogue = Catalogue.load();
    }

    @ProcessElement
    public void read(@Element byte[] message, MultiOutputReceiver output) {
      messages.inc();
      try {
        Envelope envelope = EnvelopeMessage.read(message);
        if (!sources.contains(envelope.getSource())
            || envelope.getOutcome() != Envelope.Outcome.FETCHED) {
          others.inc();
          return;
        }
        Source source = Objects.requireNonNull(catalogue).get(envelope.getSource());
        ParsedRows parsed = ParsedRows.of(source.parser(), envelope.body());
        parsed.rows(Tables.ODDS_API_PLAYER_PROPS).forEach(output.get(LINES)::output);
        parsed.rows(FeedTables.BETTINGPROS_PLAYER_PROPS).forEach(output.get(LINES)::output);
        parsed.failures().forEach(output.get(FAILURES)::output);
      } catch (BadEnvelopeException e) {
        output.get(FAILURES).output(failure(message, String.valueOf(e.getMessage())));
      }
    }

    private static Failure failure(byte[] message, String why) {
      return Failure.of(
          "ReadMoves",
          FailureCode.BAD_FILE,
          Hashing.sha256().hashBytes(message).toString().substring(0, 16),
          why,
          new String(message, StandardCharsets.UTF_8),
          null);
    }
  }
}
