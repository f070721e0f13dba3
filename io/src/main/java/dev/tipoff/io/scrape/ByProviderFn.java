package dev.tipoff.io.scrape;

import dev.tipoff.io.sources.Catalogue;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Keys calls by the id of their provider. */
final class ByProviderFn extends DoFn<PlannedCall, KV<String, PlannedCall>> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Catalogue catalogue;

  @Setup
  public void load() {
    catalogue = Catalogue.load();
  }

  @ProcessElement
  public void key(@Element PlannedCall call, OutputReceiver<KV<String, PlannedCall>> output) {
    String provider = Objects.requireNonNull(catalogue).get(call.getSource()).provider().id();
    output.output(KV.of(provider, call));
  }
}
