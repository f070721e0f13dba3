package dev.tipoff.io.http;

import com.google.common.base.Stopwatch;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The attempts at one call: each waits for its turn, and follows redirects within its deadline. */
final class Trip {
  private final SignedCall call;
  private final ProviderGate gate;
  private final Wire wire;
  private final CallLog log;
  private final Clock clock;
  private final Budget budget;
  private final Verdict verdict;
  private final Allowance allowance;
  private int requests;

  Trip(
      SignedCall call,
      ProviderGate gate,
      Wire wire,
      CallLog log,
      Clock clock,
      Budget budget,
      Allowance allowance) {
    this.call = call;
    this.allowance = allowance;
    this.gate = gate;
    this.wire = wire;
    this.log = log;
    this.clock = clock;
    this.budget = budget;
    this.verdict = new Verdict(call, gate.politeness().maxBodyBytes());
  }

  /** How many requests have gone out so far. */
  int requests() {
    return requests;
  }

  /**
   * Makes an attempt.
   *
   * @param previous the attempt before it, which is the last if this one may not be made
   */
  Attempt attempt(@Nullable Attempt previous) throws InterruptedException {
    Optional<HttpFault> refused =
        allowance.left() > 0
            ? gate.enter(call.call(), budget)
            : Optional.of(HttpFault.of(HttpFault.Code.NOT_SENT, "no request is left to the call"));
    if (refused.isPresent()) {
      return previous == null ? Attempt.refused(refused.get()) : previous.last();
    }
    Attempt made = null;
    try {
      made = follow();
      return made;
    } finally {
      gate.leave(made, made == null ? null : asked(made).orElse(null));
    }
  }

  /** The pause that a source asked for before it is to be tried again. */
  Optional<Duration> asked(Attempt attempt) {
    String header = attempt.headers().get("retry-after");
    return attempt.isTransient() && header != null
        ? RetryAfter.parse(header, clock.instant())
        : Optional.empty();
  }

  private Attempt follow() throws InterruptedException {
    Politeness politeness = gate.politeness();
    Redirects way = new Redirects(call, politeness.redirectLimit());
    Duration deadline = budget.atMost(politeness.attemptDeadline());
    Stopwatch sending = Stopwatch.createUnstarted();
    Reply reply = request(way.current(), deadline, sending);
    while (leadsOn(reply)) {
      try {
        if (allowance.left() == 0) {
          throw new BadRedirectException("a redirect, and no request is left to follow it");
        }
        way.follow(reply.header("location"));
      } catch (BadRedirectException e) {
        return verdict.of(reply, e);
      }
      Optional<HttpFault> refused = gate.awaitTurn(call.call(), budget);
      if (refused.isPresent()) {
        return Attempt.refused(refused.get());
      }
      reply = request(way.current(), budget.atMost(deadline.minus(sending.elapsed())), sending);
    }
    return verdict.of(reply);
  }

  private boolean leadsOn(Reply reply) {
    return reply.status().isPresent()
        && StatusRules.isRedirect(reply.status().getAsInt())
        && !call.call().statusRules().isNoData(reply.status().getAsInt());
  }

  private Reply request(Redirects.Hop hop, Duration deadline, Stopwatch sending)
      throws InterruptedException {
    if (deadline.isNegative() || deadline.isZero()) {
      return new Reply(null, new byte[0], Reply.Ending.LATE, null);
    }
    Politeness politeness = gate.politeness();
    allowance.take();
    int number = ++requests;
    log.started(call.call(), number);
    Duration before = sending.elapsed();
    sending.start();
    Reply reply;
    try {
      reply =
          wire.send(
              call.request(hop, politeness.headerProfile()),
              politeness.connectDeadline(),
              deadline,
              politeness.maxBodyBytes());
    } finally {
      sending.stop();
    }
    log.ended(call.call(), number, reply.status(), sending.elapsed().minus(before));
    return reply;
  }
}
