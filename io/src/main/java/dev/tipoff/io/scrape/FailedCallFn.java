package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Names what went wrong with each call that brought no usable answer. */
final class FailedCallFn extends DoFn<Envelope, Failure> {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 2_000;

  private final ScrapeSettings settings;
  private transient @Nullable Catalogue catalogue;

  FailedCallFn(ScrapeSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void load() {
    catalogue = Catalogue.load();
  }

  @ProcessElement
  public void process(@Element Envelope envelope, OutputReceiver<Failure> output) {
    FailureCode fault = envelope.getFault();
    if (envelope.getOutcome() != Outcome.FAILED || fault == null) {
      return;
    }
    output.output(
        fault == FailureCode.QUOTA_EXHAUSTED ? exhausted(envelope) : failure(envelope, fault));
  }

  private Failure exhausted(Envelope envelope) {
    String provider = Objects.requireNonNull(catalogue).get(envelope.getSource()).provider().id();
    return Failure.of(
        "Fetch " + provider,
        FailureCode.QUOTA_EXHAUSTED,
        provider + "|" + settings.budgetDate(),
        "the provider says that the quota is used up; calls that cost are not made any more",
        start(envelope),
        null);
  }

  private static Failure failure(Envelope envelope, FailureCode fault) {
    return Failure.of(
        "Fetch " + envelope.getSource(),
        fault,
        envelope.getRequestKey(),
        envelope.getRequest() + ": " + envelope.getMessage(),
        start(envelope),
        envelope.getGameDate());
  }

  private static String start(Envelope envelope) {
    byte[] body = envelope.getBody();
    return new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8);
  }
}
