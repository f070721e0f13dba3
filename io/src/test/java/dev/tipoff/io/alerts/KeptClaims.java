package dev.tipoff.io.alerts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Claims in memory, which all who are given it share; it can be out of order. */
final class KeptClaims implements AlertBudget {
  private final Map<String, String> holders = new ConcurrentHashMap<>();

  /** Cannot be opened. */
  boolean isShut;

  /** Cannot be closed. */
  boolean isStuck;

  private boolean isDown;

  KeptClaims opened() {
    check(isShut, "shut");
    return this;
  }

  void goDown() {
    isDown = true;
  }

  @Override
  public String take(String claim, String holder) {
    check(isDown, "down");
    String before = holders.putIfAbsent(claim, holder);
    return before == null ? holder : before;
  }

  @Override
  public Optional<String> holder(String claim) {
    check(isDown, "down");
    return Optional.ofNullable(holders.get(claim));
  }

  private static void check(boolean isOut, String how) {
    if (isOut) {
      throw new BudgetUnavailableException(how, new IllegalStateException(how));
    }
  }

  @Override
  public void close() {
    check(isStuck, "stuck");
  }
}
