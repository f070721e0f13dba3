package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.ArchivedRequests;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.http.Allowance;
import java.util.List;

/**
 * Does not ask again what the archive has from the same run, and archives what it asks as soon as
 * it is there: a bundle that is tried again, or a run that is launched again as of the same time,
 * spends nothing twice. What failed is asked again; if it costs, with the requests that are left of
 * those that were set aside for it.
 */
final class ArchivedFirst implements Fetcher {
  private final HttpFetcher others;
  private final String archive;
  private final ScrapeSettings settings;

  ArchivedFirst(HttpFetcher others, String archive, ScrapeSettings settings) {
    this.others = others;
    this.archive = archive;
    this.settings = settings;
  }

  @Override
  public List<Envelope> fetch(PlannedCall call) {
    ArchivedRequests archived =
        ArchivedRequests.of(
            archive, call.getSource(), call.getGameDate(), settings.requestKey(call, ""));
    List<Envelope> before = archived.answers();
    boolean isThere =
        !before.isEmpty() && before.stream().allMatch(page -> page.getOutcome() != Outcome.FAILED);
    if (isThere) {
      return before;
    }
    Allowance allowance =
        call.getCredits() > 0
            ? archived.allowance(call.getRequests())
            : Allowance.of(call.getRequests());
    if (allowance.left() == 0 && !before.isEmpty()) {
      return before;
    }
    List<Envelope> answers = others.fetch(call, allowance);
    answers.forEach(archived::add);
    return answers;
  }

  @Override
  public void close() {
    others.close();
  }
}
