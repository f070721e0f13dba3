package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import java.io.Serializable;
import java.util.List;

/** Asks sources. Many threads may ask at once. */
public interface Fetcher extends AutoCloseable {
  /**
   * Makes a planned call, page by page, and waits for it within the provider's deadlines. Whatever
   * the outside does is an envelope, the last one of a call that went wrong says why.
   */
  List<Envelope> fetch(PlannedCall call);

  @Override
  void close();

  /** Opens a fetcher on a worker. */
  @FunctionalInterface
  interface Factory extends Serializable {
    Fetcher open();
  }
}
