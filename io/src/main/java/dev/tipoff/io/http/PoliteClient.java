package dev.tipoff.io.http;

import com.google.common.base.Preconditions;
import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.tipoff.io.secrets.SecretException;
import dev.tipoff.io.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The one way to fetch from a source. Any number of threads share a client; what one of them learns
 * of a provider (that it wants a pause, keeps failing or has no quota left) goes for all.
 *
 * <p>Whatever the outside does is an answer and never an exception. Only what the same request may
 * cure is tried again: 429, 5xx and broken or late connections.
 */
public final class PoliteClient implements AutoCloseable {
  private final ImmutableMap<String, ProviderGate> gates;
  private final Secrets secrets;
  private final CallLog log;
  private final Clock clock;
  private final RandomGenerator random;
  private final Wire wire = new Wire();

  private PoliteClient(
      ImmutableMap<String, ProviderGate> gates,
      Secrets secrets,
      CallLog log,
      Clock clock,
      RandomGenerator random) {
    this.gates = gates;
    this.secrets = secrets;
    this.log = log;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Opens a client.
   *
   * @param providers how each provider is treated, by its id; there are no others
   * @param random of the pauses between attempts; any number of threads must be able to use it
   */
  public static PoliteClient open(
      Map<String, Politeness> providers,
      Secrets secrets,
      CallLog log,
      Clock clock,
      RandomGenerator random) {
    return new PoliteClient(
        ImmutableMap.copyOf(
            Maps.transformValues(providers, politeness -> new ProviderGate(politeness, clock))),
        secrets,
        log,
        clock,
        random);
  }

  /**
   * Makes a call, within its provider's {@link Politeness#callBudget}.
   *
   * @param allowance how many requests may go out for it
   * @throws InterruptedException if the thread is interrupted; the request is broken off
   * @throws IllegalArgumentException if nobody said how the call's provider is treated
   */
  public HttpAnswer get(HttpCall call, Allowance allowance) throws InterruptedException {
    ProviderGate gate = gates.get(call.provider());
    Preconditions.checkArgument(gate != null, "no provider %s", call.provider());
    Politeness politeness = gate.politeness();
    Budget budget = new Budget(politeness.callBudget());
    SignedCall signed;
    try {
      signed = SignedCall.of(call, secrets);
    } catch (SecretException e) {
      return answer(call, Attempt.refused(HttpFault.of(e)), 0, budget.spent());
    } catch (IllegalArgumentException e) {
      HttpFault fault = HttpFault.of(HttpFault.Code.UNAUTHORIZED, String.valueOf(e.getMessage()));
      return answer(call, Attempt.refused(fault), 0, budget.spent());
    }
    Trip trip = new Trip(signed, gate, wire, log, clock, budget, allowance);
    BackOff backOff = new BackOff(politeness.baseBackOff(), politeness.maxBackOff(), random);
    RetryPolicy<Attempt> retries =
        RetryPolicy.<Attempt>builder()
            .handleIf((attempt, error) -> error == null && attempt.pause() != null)
            .withMaxAttempts(politeness.attempts())
            .withDelayFn(context -> context.getLastResult().pause())
            .build();
    try {
      Attempt last =
          Failsafe.with(retries)
              .get(
                  context -> {
                    Attempt made = trip.attempt(context.getLastResult());
                    int number = context.getAttemptCount() + 1;
                    return number < politeness.attempts() && allowance.left() > 0
                        ? next(made, trip.asked(made), backOff.after(number), budget)
                        : dated(made, trip.asked(made));
                  });
      return answer(call, last, trip.requests(), budget.spent());
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        // The exception says it from here on.
        Thread.interrupted();
        throw interrupted;
      }
      throw e;
    }
  }

  /** The attempt, to be followed by another if that helps and there is time for it. */
  private Attempt next(Attempt made, Optional<Duration> asked, Duration backOff, Budget budget) {
    Duration pause = Comparators.max(backOff, asked.orElse(Duration.ZERO));
    return made.isTransient() && pause.compareTo(budget.left()) < 0
        ? made.again(pause)
        : dated(made, asked);
  }

  private Attempt dated(Attempt made, Optional<Duration> asked) {
    return asked.map(pause -> made.until(clock.instant().plus(pause))).orElse(made);
  }

  private HttpAnswer answer(HttpCall call, Attempt last, int requests, Duration took) {
    return HttpAnswer.builder()
        .setProvider(call.provider())
        .setRequestKey(call.requestKey())
        .setSafeUri(call.safeUri())
        .setOutcome(last.outcome())
        .setStatus(last.status())
        .setHeaders(last.headers())
        .setBody(last.body())
        .setReceived(clock.instant())
        .setAttempts(requests)
        .setTook(took)
        .setFault(Optional.ofNullable(last.fault()))
        .build();
  }

  /** Breaks off all calls; later ones are not sent. */
  @Override
  public void close() {
    gates.values().forEach(ProviderGate::close);
    wire.close();
  }
}
