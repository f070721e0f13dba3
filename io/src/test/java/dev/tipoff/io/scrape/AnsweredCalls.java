package dev.tipoff.io.scrape;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;

/**
 * Sources whose answers are given beforehand: a body, {@code -} for no data, or a failure's code.
 * Every request that a call may make and that fails is made.
 */
final class AnsweredCalls implements Fetcher.Factory {
  private static final long serialVersionUID = 1L;

  private final ScrapeSettings settings;
  private final HashMap<String, String> answers;

  /**
   * @param answers by source, or by source and event, {@code oddsa_player_props/e1}
   */
  AnsweredCalls(ScrapeSettings settings, Map<String, String> answers) {
    this.settings = settings;
    this.answers = new HashMap<>(answers);
  }

  @Override
  public Fetcher open() {
    return new Fetcher() {
      @Override
      public List<Envelope> fetch(PlannedCall call) {
        return List.of(answer(call));
      }

      @Override
      public void close() {}
    };
  }

  private Envelope answer(PlannedCall call) {
    String event = call.getSource() + "/" + call.getParameters().get("event_id");
    String text = answers.containsKey(event) ? answers.get(event) : answers.get(call.getSource());
    Envelope.Builder envelope =
        Envelope.builder()
            .setSource(call.getSource())
            .setGameDate(call.getGameDate())
            .setRequestKey(settings.requestKey(call, ""))
            .setRequest("GET " + event)
            .setParameters(call.getParameters())
            .setHeaders(
                call.getSource().equals("oddsa_events") && answers.containsKey("left")
                    ? ImmutableMap.of("x-requests-remaining", answers.get("left"))
                    : ImmutableMap.of())
            .setAttempts(1)
            .setReceivedTime(Instant.parse("2031-01-10T22:00:01Z"));
    if (text == null) {
      throw new IllegalStateException("nobody said what " + event + " answers");
    }
    if (text.equals("-")) {
      return envelope.setOutcome(Outcome.NO_DATA).setStatus(204).build();
    }
    for (FailureCode code : FailureCode.values()) {
      if (text.equals(code.name())) {
        return envelope
            .setOutcome(Outcome.FAILED)
            .setFault(code)
            .setMessage("as told")
            .setAttempts(call.getRequests())
            .build();
      }
    }
    return envelope
        .setOutcome(Outcome.FETCHED)
        .setStatus(200)
        .setBody(text.getBytes(UTF_8))
        .build();
  }
}
