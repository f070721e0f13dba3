package dev.tipoff.io.live;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tipoff.io.archive.BadEnvelopeException;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.archive.EnvelopeMessage;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.tables.RowShape;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.io.gcp.pubsub.PubsubMessage;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.joda.time.Instant;
import org.junit.Rule;
import org.junit.Test;

public class PublishMovesTest implements Serializable {
  private static final Instant RECEIVED = Instant.parse("2026-01-14T22:00:00Z");

  @Rule public final transient TestPipeline pipeline = TestPipeline.create();

  private static Envelope envelope(String source, Outcome outcome) {
    return Envelope.answered()
        .setSource(source)
        .setGameDate(GameDay.parse("2026-01-14"))
        .setRequestKey("request-1")
        .setRequest("GET https://example.com/odds")
        .setOutcome(outcome)
        .setReceivedTime(RECEIVED)
        .setBody("{}".getBytes(StandardCharsets.UTF_8))
        .build();
  }

  @Test
  public void onlyAnswersThatTellOfPlayersLinesAreSent() {
    PAssert.that(
            PublishMoves.messages(
                pipeline.apply(
                    Create.of(
                            envelope("oddsa_player_props", Outcome.FETCHED),
                            envelope("oddsa_player_props", Outcome.NO_DATA),
                            envelope("oddsa_player_props", Outcome.FAILED),
                            envelope("nbac_player_boxscore", Outcome.FETCHED))
                        .withCoder(RowShape.coder(Envelope.class)))))
        .satisfies(
            messages -> {
              int sent = 0;
              for (PubsubMessage message : messages) {
                assertIs(message, envelope("oddsa_player_props", Outcome.FETCHED));
                sent++;
              }
              assertThat(sent, is(1));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  /** A message is named by its envelope: sent again, it is known as a copy. */
  private static void assertIs(PubsubMessage message, Envelope envelope) {
    assertThat(
        message.getAttributeMap(),
        is(
            Map.of(
                EnvelopeMessage.ID, envelope.path(),
                EnvelopeMessage.RECEIVED_TIME, RECEIVED.toString())));
    try {
      Envelope read = EnvelopeMessage.read(Objects.requireNonNull(message.getPayload()));
      assertThat(read, is(envelope));
    } catch (BadEnvelopeException e) {
      throw new AssertionError(e);
    }
  }
}
