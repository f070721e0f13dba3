package dev.tipoff.io.scrape;

import com.google.common.primitives.Ints;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.sources.Source;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What an answer says of its provider's quota: what its requests cost at most, and what is left if
 * the headers tell it, which The Odds API's mostly do.
 */
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
    Source source = Objects.requireNonNull(catalogue).get(envelope.getSource());
    Integer remaining = number(envelope, "x-requests-remaining");
    if (remaining != null || source.credits() > 0) {
      output.output(
          settings
              .entry(source.provider().id(), envelope.path(), Kind.OBSERVED)
              .setCallKey(envelope.getRequestKey())
              .setCredits(cost(envelope, source.credits()))
              .setRemaining(remaining)
              .setUsed(number(envelope, "x-requests-used"))
              .build());
    }
  }

  /** The last request's cost is known where the headers tell it; any before it may have cost. */
  private static int cost(Envelope envelope, int price) {
    if (envelope.getAttempts() == 0) {
      return 0;
    }
    Integer last = number(envelope, "x-requests-last");
    return (envelope.getAttempts() - 1) * price + (last == null ? price : last);
  }

  /** The API writes some counts with a fraction, "499.0". */
  private static @Nullable Integer number(Envelope envelope, String header) {
    String text = envelope.getHeaders().get(header);
    return text == null ? null : Ints.tryParse(text.trim().replaceFirst("\\.0+$", ""));
  }
}
