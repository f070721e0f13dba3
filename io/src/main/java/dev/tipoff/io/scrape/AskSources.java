package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.WriteEnvelopes;
import dev.tipoff.transforms.tables.RowShape;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Redistribute;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PCollection;

/**
 * Makes calls, spread over the workers by provider, and gives what came back once the archive has
 * it. All calls to a provider are one worker's, which can so keep to its manners; it makes them
 * side by side. A provider that hangs does not hold up the others.
 */
final class AskSources extends PTransform<PCollection<PlannedCall>, PCollection<Envelope>> {
  private static final long serialVersionUID = 1L;

  private final Fetcher.Factory factory;
  private final String archive;

  AskSources(Fetcher.Factory factory, String archive) {
    this.factory = factory;
    this.archive = archive;
  }

  @Override
  public PCollection<Envelope> expand(PCollection<PlannedCall> calls) {
    return calls
        .apply("ByProvider", ParDo.of(new ByProviderFn()))
        .apply("Spread", Redistribute.byKey())
        .apply("Calls", Values.create())
        .apply("Fetch", ParDo.of(new FetchFn(factory)))
        .setCoder(RowShape.coder(Envelope.class))
        .apply("Archive", WriteEnvelopes.to(archive));
  }
}
