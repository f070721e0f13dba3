package dev.tipoff.io.scrape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Which calls a quota allows: the soonest tips first, of one tip the most valuable call first. A
 * call that cannot be paid is passed over, and a cheaper one after it may still be. What is left
 * when every call has one request pays for retries, again in that order, so that no more than the
 * quota can be spent whatever goes wrong.
 *
 * @param granted the calls to make, with as many requests as each may use
 * @param refused the calls that cannot be paid
 */
record Budget(List<PlannedCall> granted, List<PlannedCall> refused) {
  /** Calls without a tip are of the whole slate and come first. */
  private static final Comparator<@Nullable Instant> SOONEST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private static final Comparator<PlannedCall> BY_WORTH =
      Comparator.comparing(PlannedCall::getTip, SOONEST)
          .thenComparing(PlannedCall::getValue, Comparator.reverseOrder())
          .thenComparing(PlannedCall::key);

  Budget {
    granted = List.copyOf(granted);
    refused = List.copyOf(refused);
  }

  /**
   * @param calls in any order; what each may ask at most is its {@link PlannedCall#getRequests}
   * @param credits what may be spent
   */
  static Budget of(Iterable<PlannedCall> calls, long credits) {
    List<PlannedCall> sorted = new ArrayList<>();
    calls.forEach(sorted::add);
    sorted.sort(BY_WORTH);
    List<PlannedCall> granted = new ArrayList<>();
    List<PlannedCall> refused = new ArrayList<>();
    long left = credits;
    for (PlannedCall call : sorted) {
      if (call.getCredits() <= left) {
        left -= call.getCredits();
        granted.add(call);
      } else {
        refused.add(call);
      }
    }
    List<PlannedCall> allowed = new ArrayList<>();
    for (PlannedCall call : granted) {
      int retries = 0;
      while (retries + 1 < call.getRequests() && call.getCredits() <= left) {
        retries++;
        left -= call.getCredits();
      }
      allowed.add(call.allowing(1 + retries));
    }
    return new Budget(allowed, refused);
  }

  /** What is set aside: every request that may go out, paid. */
  long credits() {
    return granted.stream().mapToLong(call -> (long) call.getCredits() * call.getRequests()).sum();
  }
}
