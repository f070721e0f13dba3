package dev.tipoff.io.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.Test;

/** {@link ProviderGate}. */
public class ProviderGateTest {
  private static final Instant NOW = Instant.parse("2031-01-10T22:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final HttpCall PAID =
      HttpCall.builder().setProvider("tested").setBase(URI.create("http://a.example")).build();
  private static final HttpCall FREE =
      HttpCall.builder()
          .setProvider("tested")
          .setBase(URI.create("http://a.example"))
          .setSpendsQuota(false)
          .build();
  private static final Attempt GOOD =
      Attempt.good(HttpAnswer.Outcome.NO_DATA, 204, ImmutableMap.of(), HttpBody.EMPTY);

  private static Attempt bad(HttpFault.Code code, boolean isTransient) {
    return Attempt.failed(
        OptionalInt.of(500),
        ImmutableMap.of(),
        HttpBody.EMPTY,
        HttpFault.of(code, "told"),
        isTransient);
  }

  private static Politeness.Builder open() {
    return Politeness.builder()
        .setRequestsPerSecond(1e6)
        .setBurst(1_000)
        .setMaxConcurrent(100)
        .setBreakerFailures(2)
        .setBreakerWindow(2)
        .setBreakerDelay(LONG);
  }

  private static ProviderGate gate(Politeness.Builder politeness) {
    return new ProviderGate(politeness.build(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static HttpFault.@Nullable Code enter(ProviderGate gate, HttpCall call, Duration budget)
      throws InterruptedException {
    return gate.enter(call, new Budget(budget)).map(HttpFault::code).orElse(null);
  }

  private static void pass(ProviderGate gate, Attempt made) throws InterruptedException {
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    gate.leave(made, null);
  }

  @Test
  public void soManyAreInAtOnce() throws InterruptedException {
    ProviderGate gate = gate(open().setMaxConcurrent(2));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    assertThat(enter(gate, FREE, Duration.ofNanos(1)), is(HttpFault.Code.NOT_SENT));
    gate.leave(GOOD, null);
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
  }

  @Test
  public void whoWaitsForRoomGetsItWhenAnotherLeaves() throws InterruptedException {
    ProviderGate gate = gate(open().setMaxConcurrent(1));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    CountDownLatch entered = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              try {
                if (gate.enter(FREE, new Budget(LONG)).isEmpty()) {
                  entered.countDown();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    other.start();
    assertThat("it is still out", entered.getCount(), is(1L));
    gate.leave(GOOD, null);
    assertThat(entered.await(1, TimeUnit.MINUTES), is(true));
    other.join();
  }

  @Test
  public void whoHasNoTimeForHisTurnIsNotSent() throws InterruptedException {
    ProviderGate gate = gate(open().setRequestsPerSecond(0.001).setBurst(1));
    pass(gate, GOOD);
    assertThat(enter(gate, FREE, Duration.ofSeconds(1)), is(HttpFault.Code.NOT_SENT));
  }

  @Test
  public void aProviderThatAsksForAPauseGetsItFromAll() throws InterruptedException {
    ProviderGate gate = gate(open().setMaxConcurrent(1));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    gate.leave(bad(HttpFault.Code.RATE_LIMITED, true), Duration.ofMinutes(10));
    HttpFault refused = gate.enter(PAID, new Budget(LONG)).orElseThrow();
    assertThat(refused.code(), is(HttpFault.Code.RATE_LIMITED));
    assertThat(refused.retryAt(), is(notNullValue()));
    assertThat(refused.retryAt().isAfter(NOW.plusSeconds(500)), is(true));
    assertThat("its room is free", enter(gate, FREE, LONG), is(HttpFault.Code.RATE_LIMITED));
  }

  @Test
  public void theBreakerOpensWhenTooManyFail() throws InterruptedException {
    ProviderGate gate = gate(open());
    pass(gate, bad(HttpFault.Code.SERVER_ERROR, true));
    pass(gate, bad(HttpFault.Code.TIMEOUT, true));
    HttpFault refused = gate.enter(FREE, new Budget(LONG)).orElseThrow();
    assertThat(refused.code(), is(HttpFault.Code.CIRCUIT_OPEN));
    assertThat(refused.retryAt(), is(notNullValue()));
  }

  @Test
  public void faultsOfTheCallAndPausesDoNotOpenIt() throws InterruptedException {
    ProviderGate gate = gate(open());
    for (int i = 0; i < 5; i++) {
      pass(gate, bad(HttpFault.Code.NOT_FOUND, false));
      assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
      gate.leave(bad(HttpFault.Code.RATE_LIMITED, true), Duration.ZERO);
    }
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
  }

  @Test
  public void aHalfOpenBreakerLetsOneOutAndThenDecides() throws InterruptedException {
    ProviderGate gate = gate(open().setBreakerDelay(Duration.ofNanos(1)));
    pass(gate, bad(HttpFault.Code.SERVER_ERROR, true));
    pass(gate, bad(HttpFault.Code.SERVER_ERROR, true));
    assertThat("one to try", gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    assertThat("no other", enter(gate, FREE, LONG), is(HttpFault.Code.CIRCUIT_OPEN));
    gate.leave(GOOD, null);
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
  }

  @Test
  public void aTrialThatIsBrokenOffFromInsideDoesNotKeepItHalfOpen() throws InterruptedException {
    ProviderGate gate = gate(open().setBreakerDelay(Duration.ofNanos(1)));
    pass(gate, bad(HttpFault.Code.SERVER_ERROR, true));
    pass(gate, bad(HttpFault.Code.SERVER_ERROR, true));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
    gate.leave(null, null);
    assertThat("another trial", gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
  }

  @Test
  public void onceTheQuotaIsSpentOnlyFreeCallsGoOut() throws InterruptedException {
    ProviderGate gate = gate(open());
    pass(gate, bad(HttpFault.Code.QUOTA_EXHAUSTED, false));
    assertThat(enter(gate, PAID, LONG), is(HttpFault.Code.QUOTA_EXHAUSTED));
    assertThat(gate.enter(FREE, new Budget(LONG)), is(Optional.empty()));
  }

  @Test
  public void aClosedGateLetsNobodyOut() throws InterruptedException {
    ProviderGate gate = gate(open());
    gate.close();
    assertThat(enter(gate, FREE, LONG), is(HttpFault.Code.NOT_SENT));
  }
}
