package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.OnePerKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * A failure for each call that brought no usable answer. That a provider's quota is used up is one
 * failure of the provider, however many calls were on their way.
 */
final class FailedCalls extends PTransform<PCollection<Envelope>, PCollection<Failure>> {
  private static final long serialVersionUID = 1L;

  private final ScrapeSettings settings;

  FailedCalls(ScrapeSettings settings) {
    this.settings = settings;
  }

  @Override
  public PCollection<Failure> expand(PCollection<Envelope> answers) {
    return answers
        .apply("Name", ParDo.of(new FailedCallFn(settings)))
        .apply("Once", OnePerKey.by(Failure::getFailureId));
  }
}
