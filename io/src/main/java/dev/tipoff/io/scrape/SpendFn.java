package dev.tipoff.io.scrape;

import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Sets a provider's credits aside for the calls of a stage, all in one place, before any of them
 * goes out. What may be spent is the lesser of what the provider says is left and of what the day's
 * budget leaves; where the provider says nothing the budget alone counts. A run that is launched
 * again as of the same time keeps to what it set aside at first.
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
    Map<String, PlannedCall> calls = new TreeMap<>();
    context.element().getValue().forEach(call -> calls.put(call.key(), call));
    QuotaAccount account =
        new QuotaAccount(
            settings.asOf(),
            context.sideInput(ledger).stream()
                .filter(entry -> entry.getProvider().equals(provider))
                .toList(),
            calls.keySet());
    Map<String, Integer> setAside = account.setAside();
    List<PlannedCall> fresh = new ArrayList<>();
    for (PlannedCall call : calls.values()) {
      int before = setAside.getOrDefault(call.key(), 0) / call.getCredits();
      if (before > 0) {
        grant(context, provider, call.allowing(before));
      } else {
        fresh.add(call);
      }
    }
    long budgetLeft = Math.max(0, settings.creditsPerDay() - account.spentToday());
    long credits = account.left().map(left -> Math.min(left, budgetLeft)).orElse(budgetLeft);
    Budget budget = Budget.of(fresh, credits);
    budget.granted().forEach(call -> grant(context, provider, call));
    for (PlannedCall call : budget.refused()) {
      context.output(FAILURES, notFetched(call, credits));
      context.output(OUTCOMES, SpendCredits.outcome(call, false));
    }
    long price = budget.granted().stream().mapToLong(PlannedCall::getCredits).sum();
    long spent = account.spentToday() + price;
    boolean isMost =
        spent >= WARNING * settings.creditsPerDay() || account.usedOfPlan(price) >= WARNING;
    if (isMost || !budget.refused().isEmpty()) {
      context.output(FAILURES, warning(provider, spent, credits - price));
    }
  }

  private void grant(ProcessContext context, String provider, PlannedCall call) {
    context.output(call);
    context.output(
        DEBITS,
        settings
            .entry(provider, call.key(), Kind.DEBIT)
            .setCredits(call.getCredits() * call.getRequests())
            .build());
    context.output(OUTCOMES, SpendCredits.outcome(call, true));
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
            "of the day's %d credits %d are spent or about to be; %d more could be",
            settings.creditsPerDay(), spent, credits),
        "",
        null);
  }
}
