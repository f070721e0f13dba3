package dev.tipoff.io.scrape;

import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * What a ledger says of one provider's quota to a stage of a run that is about to ask. A call
 * counts with all that was set aside for it until it is answered, then with what its requests may
 * have cost at most; a call of the stage itself, asked by a run before that died, may be asked
 * again and counts in full.
 */
final class QuotaAccount {
  /** A call of a run. */
  private record Asked(Instant asOf, String call) {
    static Asked of(QuotaEntry entry) {
      return new Asked(entry.getAsOf(), entry.getCallKey().split("-", 2)[0]);
    }
  }

  private final Instant asOf;
  private final Set<String> stage;
  private final List<QuotaEntry> debits;
  private final List<QuotaEntry> remainders;
  private final Map<Asked, List<QuotaEntry>> answers;

  /**
   * @param asOf the run's present
   * @param entries of the provider's budget day, in any order; one may come twice
   * @param stage the keys of the calls that the stage is about to make
   */
  QuotaAccount(Instant asOf, Collection<QuotaEntry> entries, Set<String> stage) {
    this.asOf = asOf;
    this.stage = stage;
    Map<String, QuotaEntry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.put(entry.getEntryId(), entry));
    this.debits = of(byId, Kind.DEBIT);
    List<QuotaEntry> observed = of(byId, Kind.OBSERVED);
    this.answers = observed.stream().collect(Collectors.groupingBy(Asked::of));
    this.remainders = observed.stream().filter(entry -> entry.getRemaining() != null).toList();
  }

  private static List<QuotaEntry> of(Map<String, QuotaEntry> entries, Kind kind) {
    return entries.values().stream().filter(entry -> entry.getKind() == kind).toList();
  }

  /** What this run has set aside for the calls of the stage before, by the key of the call. */
  Map<String, Integer> setAside() {
    return debits.stream()
        .filter(this::isOfStage)
        .collect(Collectors.toMap(QuotaEntry::getCallKey, QuotaEntry::getCredits));
  }

  /** What the day's calls have cost at most, or may still. */
  long spentToday() {
    return debits.stream().mapToLong(this::cost).sum();
  }

  /**
   * What the provider said last was left, less what calls may have cost, or may still, that it did
   * not know of then; empty if it said nothing. Of one run's answers the least counts, whatever the
   * order in which they are told: a quota only falls.
   */
  Optional<Long> left() {
    QuotaEntry last = last();
    if (last == null) {
      return Optional.empty();
    }
    long unknown =
        debits.stream()
            .filter(debit -> !debit.getAsOf().isBefore(last.getAsOf()))
            .mapToLong(debit -> Math.max(0, cost(debit) - known(debit)))
            .sum();
    return Optional.of(Math.max(0, remaining(last) - unknown));
  }

  /** The share of the plan's credits that was used up as the provider said last, if it did. */
  double usedOfPlan(long more) {
    QuotaEntry last = last();
    Integer used = last == null ? null : last.getUsed();
    return last == null || used == null
        ? 0
        : (double) (used + more) / Math.max(1, used + remaining(last));
  }

  private @Nullable QuotaEntry last() {
    return remainders.stream()
        .max(
            Comparator.comparing(QuotaEntry::getAsOf)
                .thenComparing(QuotaAccount::remaining, Comparator.reverseOrder()))
        .orElse(null);
  }

  private static int remaining(QuotaEntry entry) {
    Integer remaining = entry.getRemaining();
    return remaining == null ? 0 : remaining;
  }

  private boolean isOfStage(QuotaEntry debit) {
    return debit.getAsOf().equals(asOf) && stage.contains(debit.getCallKey());
  }

  private long cost(QuotaEntry debit) {
    List<QuotaEntry> answered = answers.get(Asked.of(debit));
    return answered == null || isOfStage(debit)
        ? debit.getCredits()
        : answered.stream().mapToLong(QuotaEntry::getCredits).sum();
  }

  /** What the provider's own count has of a call: the requests before one that told the count. */
  private long known(QuotaEntry debit) {
    return answers.getOrDefault(Asked.of(debit), List.of()).stream()
        .filter(entry -> entry.getRemaining() != null)
        .mapToLong(QuotaEntry::getCredits)
        .sum();
  }
}
