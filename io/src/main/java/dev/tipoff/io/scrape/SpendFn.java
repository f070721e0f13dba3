package dev.tipoff.io.scrape;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;

/**
 * Sets a provider's credits aside for the calls of a stage, all in one place, before any of them
 * goes out. What may be spent is the least of what the provider said was left, less what was set
 * aside since, and of what the day's budget leaves. Where neither is known nothing is held back.
 */
final class SpendFn extends DoFn<KV<String, Iterable<PlannedCall>>, PlannedCall> {
  static final TupleTag<PlannedCall> GRANTED = new TupleTag<>("granted") {};
  static final TupleTag<QuotaEntry> DEBITS = new TupleTag<>("debits") {};
  static final TupleTag<CallOutcome> OUTCOMES = new TupleTag<>("outcomes") {};
  static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private static final String STEP = "Spend";
  private static final double WARNING = 0.8;

  private final ScrapeSettings settings;
  private final PCollectionView<List<QuotaEntry>> ledger;

  /**
   * @param ledger the budget day's entries, those of this run included as far as it has got
   */
  SpendFn(ScrapeSettings settings, PCollectionView<List<QuotaEntry>> ledger) {
    this.settings = settings;
    this.ledger = ledger;
  }

  @ProcessElement
  public void spend(ProcessContext context) {
    String provider = context.element().getKey();
    List<QuotaEntry> entries =
        context.sideInput(ledger).stream()
            .filter(entry -> entry.getProvider().equals(provider))
            .toList();
    long spentToday = debits(entries.stream());
    long budgetLeft = Math.max(0, settings.creditsPerDay() - spentToday);
    long credits = left(entries).map(left -> Math.min(left, budgetLeft)).orElse(budgetLeft);
    Budget budget = Budget.of(context.element().getValue(), credits);
    for (PlannedCall call : budget.granted()) {
      context.output(call);
      context.output(DEBITS, debit(provider, call));
      context.output(OUTCOMES, SpendCredits.outcome(call, true));
    }
    for (PlannedCall call : budget.refused()) {
      context.output(FAILURES, notFetched(call, credits));
      context.output(OUTCOMES, SpendCredits.outcome(call, false));
    }
    double used = (double) (spentToday + budget.credits()) / settings.creditsPerDay();
    if (used >= WARNING || !budget.refused().isEmpty()) {
      context.output(FAILURES, warning(provider, spentToday + budget.credits(), credits));
    }
  }

  /**
   * What the provider said last was left, less what was set aside since. What this run itself was
   * told may be from before or after its own debits, so these count.
   */
  private Optional<Long> left(List<QuotaEntry> entries) {
    Instant last = null;
    long least = Long.MAX_VALUE;
    for (QuotaEntry entry : entries) {
      Integer remaining = entry.getRemaining();
      if (remaining != null && (last == null || !entry.getAsOf().isBefore(last))) {
        // Of one run the lowest: requests still under way are not in the others.
        least = entry.getAsOf().equals(last) ? Math.min(least, remaining) : remaining;
        last = entry.getAsOf();
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    Instant since = last.equals(settings.asOf()) ? last : last.plus(1);
    Stream<QuotaEntry> later = entries.stream().filter(each -> !each.getAsOf().isBefore(since));
    return Optional.of(Math.max(0, least - debits(later)));
  }

  private static long debits(Stream<QuotaEntry> entries) {
    return entries
        .filter(entry -> entry.getKind() == Kind.DEBIT)
        .mapToLong(QuotaEntry::getCredits)
        .sum();
  }

  private QuotaEntry debit(String provider, PlannedCall call) {
    return settings
        .entry(provider, call.key(), Kind.DEBIT)
        .setCredits(call.getCredits() * call.getRequests())
        .build();
  }

  private static Failure notFetched(PlannedCall call, long credits) {
    return Failure.of(
        STEP,
        FailureCode.NOT_FETCHED,
        call.getSource() + "|" + call.getGameDate() + "|" + call.label(),
        String.format(
            "it costs %d credits, and of the %d that may be spent more urgent calls left less",
            call.getCredits(), credits),
        call.getParameters().toString(),
        call.getGameDate());
  }

  private Failure warning(String provider, long spent, long credits) {
    return Failure.of(
        STEP,
        FailureCode.QUOTA_WARNING,
        provider + "|" + settings.budgetDate(),
        String.format(
            "of the day's %d credits %d are spent or set aside; %d could still be spent",
            settings.creditsPerDay(), spent, credits),
        "",
        null);
  }
}
