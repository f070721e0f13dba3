package dev.tipoff.io.live;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.EnvelopeMessage;
import dev.tipoff.io.sources.Source;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubIO;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubMessage;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubMessageWithAttributesCoder;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Sends the answers that tell of players' lines to a topic, for {@link ReadMoves}. A message is
 * named by its envelope, so that one that is sent again is known as a copy.
 */
@AutoValue
public abstract class PublishMoves extends PTransform<PCollection<Envelope>, PDone> {
  abstract String topic();

  /**
   * Sends to a topic.
   *
   * @param topic {@code projects/PROJECT/topics/NAME}
   */
  public static PublishMoves to(String topic) {
    return new AutoValue_PublishMoves(topic);
  }

  @Override
  public PDone expand(PCollection<Envelope> envelopes) {
    return messages(envelopes)
        .apply(
            "Publish",
            PubsubIO.writeMessages()
                .to(topic())
                .withIdAttribute(EnvelopeMessage.ID)
                .withTimestampAttribute(EnvelopeMessage.RECEIVED_TIME));
  }

  /** What is sent of them. */
  static PCollection<PubsubMessage> messages(PCollection<Envelope> envelopes) {
    Set<String> sources =
        ReadMoves.sources().stream().map(Source::id).collect(Collectors.toUnmodifiableSet());
    return envelopes
        .apply(
            "OfLines",
            Filter.by(
                envelope ->
                    envelope.getOutcome() == Envelope.Outcome.FETCHED
                        && sources.contains(envelope.getSource())))
        .apply(
            "Pack",
            MapElements.into(TypeDescriptor.of(PubsubMessage.class))
                .via(
                    envelope ->
                        new PubsubMessage(
                            EnvelopeMessage.write(envelope),
                            ImmutableMap.of(
                                EnvelopeMessage.ID, envelope.path(),
                                EnvelopeMessage.RECEIVED_TIME,
                                    envelope.getReceivedTime().toString()))))
        .setCoder(PubsubMessageWithAttributesCoder.of());
  }
}
