package dev.tipoff.io.alerts;

import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Claims that are opened once somebody asks for one: a run that sends nothing needs none. */
public final class LazyBudget implements AlertBudget {
  private final Source source;
  private @Nullable AlertBudget open;

  public LazyBudget(Source source) {
    this.source = source;
  }

  private AlertBudget open() {
    if (open == null) {
      open = source.open();
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
