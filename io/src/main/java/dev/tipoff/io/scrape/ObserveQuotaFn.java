package dev.tipoff.io.scrape;

import com.google.common.primitives.Ints;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a provider's headers say of its quota: The Odds API tells it with every answer. */
final class ObserveQuotaFn extends DoFn<Envelope, QuotaEntry> {
  private static final long serialVersionUID = 1L;

  private final ScrapeSettings settings;
  private transient @Nullable Catalogue catalogue;

  ObserveQuotaFn(ScrapeSettings settings) {
    this.settings = settings;
  }

  @Setup
  public void load() {
    catalogue = Catalogue.load();
  }

  @ProcessElement
  public void observe(@Element Envelope envelope, OutputReceiver<QuotaEntry> output) {
    Integer remaining = number(envelope, "x-requests-remaining");
    if (remaining == null) {
      return;
    }
    String provider = Objects.requireNonNull(catalogue).get(envelope.getSource()).provider().id();
    Integer last = number(envelope, "x-requests-last");
    output.output(
        settings
            .entry(provider, envelope.getRequestKey(), Kind.OBSERVED)
            .setCredits(last == null ? 0 : last)
            .setRemaining(remaining)
            .setUsed(number(envelope, "x-requests-used"))
            .build());
  }

  /** The API writes some counts with a fraction, "499.0". */
  private static @Nullable Integer number(Envelope envelope, String header) {
    String text = envelope.getHeaders().get(header);
    return text == null ? null : Ints.tryParse(text.trim().replaceFirst("\\.0+$", ""));
  }
}
