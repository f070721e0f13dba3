package dev.tipoff.io.alerts;

import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Claims that are opened once somebody asks for one: a run that sends nothing needs none. Those
 * that could not be opened are not tried again, so that a run waits for them once.
 */
final class LazyBudget implements AlertBudget {
  private final Source source;
  private @Nullable AlertBudget open;
  private @Nullable BudgetUnavailableException unavailable;

  LazyBudget(Source source) {
    this.source = source;
  }

  private AlertBudget open() {
    if (unavailable != null) {
      throw unavailable;
    }
    if (open == null) {
      try {
        open = source.open();
      } catch (BudgetUnavailableException e) {
        unavailable = e;
        throw e;
      }
    }
    return open;
  }

  @Override
  public String take(String claim, String holder) {
    return open().take(claim, holder);
  }

  @Override
  public Optional<String> holder(String claim) {
    return open().holder(claim);
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
  }
}
