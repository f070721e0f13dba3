package dev.tipoff.io.http;

import com.google.common.base.Preconditions;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many more requests may go out for a call, whatever they are: attempts, redirects that are
 * followed, further pages.
 */
public interface Allowance {
  int left();

  /**
   * Takes one, just before it goes out. Whoever takes has looked whether one is {@link #left}, and
   * nobody else takes from the same allowance in between.
   */
  void take();

  /** So many. */
  static Allowance of(int requests) {
    AtomicInteger left = new AtomicInteger(requests);
    return new Allowance() {
      @Override
      public int left() {
        return left.get();
      }

      @Override
      public void take() {
        Preconditions.checkState(left.getAndDecrement() > 0, "no request is left");
      }
    };
  }
}
