package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.transforms.DoFn;

/** A failure for each call that brought no usable answer. */
final class FailedCallFn extends DoFn<Envelope, Failure> {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 2_000;

  @ProcessElement
  public void process(@Element Envelope envelope, OutputReceiver<Failure> output) {
    FailureCode fault = envelope.getFault();
    if (envelope.getOutcome() == Outcome.FAILED && fault != null) {
      byte[] body = envelope.getBody();
      output.output(
          Failure.of(
              "Fetch " + envelope.getSource(),
              fault,
              envelope.getRequestKey(),
              envelope.getRequest() + ": " + envelope.getMessage(),
              new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8),
              envelope.getGameDate()));
    }
  }
}
