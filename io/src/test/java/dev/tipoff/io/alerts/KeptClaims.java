package dev.tipoff.io.alerts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Claims in memory, which all who are given it share; it can be out of order. */
final class KeptClaims implements AlertBudget {
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private boolean isDown;

  void goDown() {
    isDown = true;
  }

  @Override
  public String take(String claim, String holder) {
    check();
    String before = holders.putIfAbsent(claim, holder);
    return before == null ? holder : before;
  }

  @Override
  public Optional<String> holder(String claim) {
    check();
    return Optional.ofNullable(holders.get(claim));
  }

  private void check() {
    if (isDown) {
      throw new BudgetUnavailableException("down", new IllegalStateException("down"));
    }
  }

  @Override
  public void close() {}
}
