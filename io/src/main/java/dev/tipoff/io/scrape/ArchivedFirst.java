package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.ArchivedRequests;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import java.util.List;

/**
 * Does not ask again what the archive has from the same run: a bundle that is tried again, or a run
 * that is launched again as of the same time, spends nothing twice. What failed is asked again.
 */
final class ArchivedFirst implements Fetcher {
  private final Fetcher others;
  private final String archive;
  private final ScrapeSettings settings;

  ArchivedFirst(Fetcher others, String archive, ScrapeSettings settings) {
    this.others = others;
    this.archive = archive;
    this.settings = settings;
  }

  @Override
  public List<Envelope> fetch(PlannedCall call) {
    List<Envelope> archived =
        ArchivedRequests.of(
            archive, call.getSource(), call.getGameDate(), settings.requestKey(call, ""));
    boolean isThere =
        !archived.isEmpty()
            && archived.stream().allMatch(page -> page.getOutcome() != Outcome.FAILED);
    return isThere ? archived.stream().map(Envelope::askedBefore).toList() : others.fetch(call);
  }

  @Override
  public void close() {
    others.close();
  }
}
