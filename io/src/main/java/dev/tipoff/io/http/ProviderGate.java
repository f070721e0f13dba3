package dev.tipoff.io.http;

import com.google.common.base.Stopwatch;
import com.google.common.base.Ticker;
import dev.failsafe.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Lets requests to one provider out: so many at once, so many a second, none while the provider has
 * asked for a pause or keeps failing, and none that spends quota once there is none left.
 */
final class ProviderGate {
  /** The longest pause that one answer may impose on all calls to its provider. */
  private static final Duration LONGEST_HOLD = Duration.ofHours(1);

  private final Politeness politeness;
  private final Clock clock;

  /** Failsafe's Bulkhead loses a permit with every wait that times out. */
  private final Semaphore room;

  private final TokenBucket rate;
  private final CircuitBreaker<Object> breaker;
  private final AtomicBoolean quotaSpent = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Stopwatch running = Stopwatch.createStarted();

  /** On the stopwatch, in nanoseconds. */
  private final AtomicLong heldUntil = new AtomicLong();

  ProviderGate(Politeness politeness, Clock clock) {
    this.politeness = politeness;
    this.clock = clock;
    this.room = new Semaphore(politeness.maxConcurrent(), true);
    this.rate =
        new TokenBucket(politeness.requestsPerSecond(), politeness.burst(), Ticker.systemTicker());
    this.breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(politeness.breakerFailures(), politeness.breakerWindow())
            .withDelay(politeness.breakerDelay())
            .withSuccessThreshold(1)
            .build();
  }

  Politeness politeness() {
    return politeness;
  }

  /**
   * Waits for the turn of an attempt. If it may be made, {@link #leave} must follow.
   *
   * @return why it may not be made; empty if it may
   */
  Optional<HttpFault> enter(HttpCall call, Budget budget) throws InterruptedException {
    Optional<HttpFault> refused = refusal(call);
    if (refused.isPresent()) {
      return refused;
    }
    if (!room.tryAcquire(budget.left().toNanos(), TimeUnit.NANOSECONDS)) {
      return notSent("no room among the requests that are open at once");
    }
    boolean isEntered = false;
    try {
      refused = awaitTurn(call, budget);
      if (refused.isEmpty() && !breaker.tryAcquirePermit()) {
        refused = circuitOpen();
      }
      isEntered = refused.isEmpty();
      return refused;
    } finally {
      if (!isEntered) {
        room.release();
      }
    }
  }

  /**
   * Waits for the turn of one request of an attempt that has entered.
   *
   * @return why it may not be made; empty if it may
   */
  Optional<HttpFault> awaitTurn(HttpCall call, Budget budget) throws InterruptedException {
    do {
      Duration hold = hold();
      if (hold.compareTo(budget.left()) > 0) {
        return Optional.of(
            new HttpFault(
                HttpFault.Code.RATE_LIMITED,
                "the provider has asked for a pause",
                clock.instant().plus(hold)));
      }
      if (isClosedWithin(hold)) {
        break;
      }
      Optional<Duration> turn = rate.take(budget.left());
      if (turn.isEmpty()) {
        return notSent("no turn among the requests of a second");
      }
      if (isClosedWithin(turn.get())) {
        break;
      }
    } while (!hold().isZero()); // Another call may have been asked for a pause meanwhile.
    return refusal(call);
  }

  /** How much longer the provider wants to be left alone. */
  private Duration hold() {
    Duration hold = Duration.ofNanos(heldUntil.get()).minus(running.elapsed());
    return hold.isNegative() ? Duration.ZERO : hold;
  }

  private boolean isClosedWithin(Duration wait) throws InterruptedException {
    return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What no waiting mends. */
  private Optional<HttpFault> refusal(HttpCall call) {
    if (closed.getCount() == 0) {
      return notSent("the client is closed");
    }
    if (quotaSpent.get() && call.spendsQuota()) {
      return Optional.of(
          HttpFault.of(HttpFault.Code.QUOTA_EXHAUSTED, "an earlier call used up the quota"));
    }
    boolean isOpen = breaker.isOpen() && !breaker.getRemainingDelay().isZero();
    return isOpen ? circuitOpen() : Optional.empty();
  }

  private static Optional<HttpFault> notSent(String why) {
    return Optional.of(HttpFault.of(HttpFault.Code.NOT_SENT, why));
  }

  private Optional<HttpFault> circuitOpen() {
    return Optional.of(
        new HttpFault(
            HttpFault.Code.CIRCUIT_OPEN,
            "the provider has failed too often of late",
            clock.instant().plus(breaker.getRemainingDelay())));
  }

  /**
   * Ends an attempt and learns from it.
   *
   * @param made what it brought; null if it was broken off from inside
   * @param asked the pause that the provider asked for; null if it did not
   */
  void leave(@Nullable Attempt made, @Nullable Duration asked) {
    try {
      if (asked != null) {
        Duration hold = asked.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : asked;
        heldUntil.accumulateAndGet(running.elapsed().plus(hold).toNanos(), Math::max);
      }
      if (made != null && isOutOfQuota(made)) {
        quotaSpent.set(true);
      }
      record(made, asked != null);
    } finally {
      room.release();
    }
  }

  /** A provider that asks for a pause gets one, and has not failed. */
  private void record(@Nullable Attempt made, boolean isPauseAsked) {
    if (made == null) {
      if (breaker.isHalfOpen()) {
        breaker.recordFailure();
      }
    } else if (made.isTransient() && !isPauseAsked) {
      breaker.recordFailure();
    } else {
      breaker.recordSuccess();
    }
  }

  private static boolean isOutOfQuota(Attempt made) {
    return made.fault() != null && made.fault().code() == HttpFault.Code.QUOTA_EXHAUSTED;
  }

  /** Lets nobody out any more, and wakes those who wait for a pause to end. */
  void close() {
    closed.countDown();
  }
}
