package dev.tipoff.io.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.Test;

/** {@link Politeness}. */
public class PolitenessTest {
  private static void refuses(String part, UnaryOperator<Politeness.Builder> change) {
    Politeness.Builder builder = change.apply(Politeness.builder());
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertThat(refused.getMessage(), containsString(part));
  }

  @Test
  public void theUsualOneCanBeBuilt() {
    Politeness usual = Politeness.builder().build();
    assertThat(usual.toBuilder().build(), is(usual));
    assertThat(usual.attempts(), is(4));
  }

  @Test
  public void numbersThatMakeNoSenseAreRefused() {
    refuses("connectDeadline", each -> each.setConnectDeadline(Duration.ZERO));
    refuses("attemptDeadline", each -> each.setAttemptDeadline(Duration.ofSeconds(-1)));
    refuses("attemptDeadline", each -> each.setAttemptDeadline(Duration.ofSeconds(61)));
    refuses("callBudget", each -> each.setCallBudget(Duration.ZERO));
    refuses("baseBackOff", each -> each.setBaseBackOff(Duration.ZERO));
    refuses("maxBackOff", each -> each.setMaxBackOff(Duration.ZERO));
    refuses("breakerDelay", each -> each.setBreakerDelay(Duration.ZERO));
    refuses("attempts", each -> each.setAttempts(0));
    refuses("burst", each -> each.setBurst(0));
    refuses("maxConcurrent", each -> each.setMaxConcurrent(0));
    refuses("breakerFailures", each -> each.setBreakerFailures(0));
    refuses("breakerWindow", each -> each.setBreakerWindow(7));
    refuses("maxBodyBytes", each -> each.setMaxBodyBytes(0));
    refuses("redirectLimit", each -> each.setRedirectLimit(-1));
    refuses("requestsPerSecond", each -> each.setRequestsPerSecond(0));
    refuses("requestsPerSecond", each -> each.setRequestsPerSecond(Double.NaN));
    refuses("requestsPerSecond", each -> each.setRequestsPerSecond(Double.POSITIVE_INFINITY));
  }
}
