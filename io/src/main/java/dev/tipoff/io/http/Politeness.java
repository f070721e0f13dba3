package dev.tipoff.io.http;

import com.google.auto.value.AutoValue;
import com.google.common.base.Preconditions;
import dev.tipoff.io.deadline.Deadline;
import java.io.Serializable;
import java.time.Duration;

/** What one provider may be asked, how often, and how long to wait for it. */
@AutoValue
public abstract class Politeness implements Serializable {
  /** The most that an attempt takes to connect. */
  public abstract Duration connectDeadline();

  /** The most that an attempt takes from connecting to the last byte, with all its redirects. */
  public abstract Duration attemptDeadline();

  /** The most that a call takes in all: waiting for its turn, attempts and pauses between them. */
  public abstract Duration callBudget();

  /** How often a call is tried, the first time counted too. */
  public abstract int attempts();

  /** The longest pause after the first attempt; the bound doubles with each. */
  public abstract Duration baseBackOff();

  /** The longest pause after any attempt, unless the provider asks for more. */
  public abstract Duration maxBackOff();

  /** Requests a second in the long run. */
  public abstract double requestsPerSecond();

  /**
   * How many requests may go out at once after a pause. In any time {@code t} at most {@code burst
   * + t * requestsPerSecond} go out; with a burst of 1 they keep their distance.
   */
  public abstract int burst();

  /** How many requests may be open at once. */
  public abstract int maxConcurrent();

  /** The circuit breaker opens when so many of the last {@link #breakerWindow} attempts failed. */
  public abstract int breakerFailures();

  public abstract int breakerWindow();

  /** How long the breaker then stays open before one attempt may go out. */
  public abstract Duration breakerDelay();

  /** The most bytes of a body, as it was sent and decompressed. */
  public abstract int maxBodyBytes();

  /** How many redirects an attempt follows. */
  public abstract int redirectLimit();

  public abstract HeaderProfile headerProfile();

  public abstract Builder toBuilder();

  /** Four attempts of 20 s each within 3 minutes, two requests a second, two at once, 16 MiB. */
  public static Builder builder() {
    return new AutoValue_Politeness.Builder()
        .setConnectDeadline(Duration.ofSeconds(10))
        .setAttemptDeadline(Duration.ofSeconds(20))
        .setCallBudget(Duration.ofMinutes(3))
        .setAttempts(4)
        .setBaseBackOff(Duration.ofSeconds(1))
        .setMaxBackOff(Duration.ofSeconds(30))
        .setRequestsPerSecond(2)
        .setBurst(1)
        .setMaxConcurrent(2)
        .setBreakerFailures(8)
        .setBreakerWindow(16)
        .setBreakerDelay(Duration.ofSeconds(30))
        .setMaxBodyBytes(16 << 20)
        .setRedirectLimit(3)
        .setHeaderProfile(HeaderProfile.PLAIN);
  }

  /** Builds the politeness towards a provider. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setConnectDeadline(Duration deadline);

    public abstract Builder setAttemptDeadline(Duration deadline);

    public abstract Builder setCallBudget(Duration budget);

    public abstract Builder setAttempts(int attempts);

    public abstract Builder setBaseBackOff(Duration pause);

    public abstract Builder setMaxBackOff(Duration pause);

    public abstract Builder setRequestsPerSecond(double requests);

    public abstract Builder setBurst(int burst);

    public abstract Builder setMaxConcurrent(int requests);

    public abstract Builder setBreakerFailures(int failures);

    public abstract Builder setBreakerWindow(int attempts);

    public abstract Builder setBreakerDelay(Duration delay);

    public abstract Builder setMaxBodyBytes(int bytes);

    public abstract Builder setRedirectLimit(int limit);

    public abstract Builder setHeaderProfile(HeaderProfile profile);

    abstract Politeness autoBuild();

    /**
     * The politeness that was built.
     *
     * @throws IllegalArgumentException if a number makes no sense or a deadline passes {@link
     *     Deadline#OUTSIDE_CALL}
     */
    public final Politeness build() {
      Politeness built = autoBuild();
      positive("connectDeadline", built.connectDeadline());
      positive("attemptDeadline", built.attemptDeadline());
      positive("callBudget", built.callBudget());
      positive("baseBackOff", built.baseBackOff());
      positive("maxBackOff", built.maxBackOff());
      positive("breakerDelay", built.breakerDelay());
      atLeast(1, "attempts", built.attempts());
      atLeast(1, "burst", built.burst());
      atLeast(1, "maxConcurrent", built.maxConcurrent());
      atLeast(1, "breakerFailures", built.breakerFailures());
      atLeast(built.breakerFailures(), "breakerWindow", built.breakerWindow());
      atLeast(1, "maxBodyBytes", built.maxBodyBytes());
      atLeast(0, "redirectLimit", built.redirectLimit());
      Preconditions.checkArgument(
          built.requestsPerSecond() > 0 && Double.isFinite(built.requestsPerSecond()),
          "requestsPerSecond is %s",
          built.requestsPerSecond());
      Preconditions.checkArgument(
          built.attemptDeadline().compareTo(Deadline.OUTSIDE_CALL) <= 0,
          "attemptDeadline is %s, longer than any call to the outside may take",
          built.attemptDeadline());
      return built;
    }

    private static void positive(String name, Duration duration) {
      Preconditions.checkArgument(
          !duration.isNegative() && !duration.isZero(), "%s is %s", name, duration);
    }

    private static void atLeast(int least, String name, int value) {
      Preconditions.checkArgument(value >= least, "%s is %s, less than %s", name, value, least);
    }
  }
}
