package dev.tipoff.io.deadline;

import com.google.common.base.MoreObjects;
import com.google.common.base.Preconditions;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.SimpleTimeLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.TimeLimiter;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls of a client that limits the time of each read and not of all of them, so that a server
 * which trickles would hold it for ever. Whoever waits for a call is freed at the deadline; the
 * thread that made it ends when the server does. Any number of threads may call.
 */
public final class TimedCalls implements AutoCloseable {
  private final Duration deadline;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          new ThreadFactoryBuilder().setNameFormat("tipoff-call-%d").setDaemon(true).build());
  private final TimeLimiter limiter = SimpleTimeLimiter.create(threads);

  /**
   * @param deadline for each call, at most {@link Deadline#OUTSIDE_CALL}
   */
  public TimedCalls(Duration deadline) {
    Preconditions.checkArgument(
        deadline.compareTo(Deadline.OUTSIDE_CALL) <= 0, "a deadline of %s", deadline);
    this.deadline = deadline;
  }

  /**
   * Makes a call, and throws what it throws.
   *
   * @throws TimeoutException if it has not ended by the deadline
   * @throws IllegalStateException if the thread that waits is interrupted, and stays so
   */
  public <T> T call(Supplier<T> call) throws TimeoutException {
    try {
      return Objects.requireNonNull(limiter.callWithTimeout(call::get, deadline));
    } catch (UncheckedExecutionException e) {
      Throwables.throwIfUnchecked(MoreObjects.firstNonNull(e.getCause(), e));
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the call ended with what it cannot throw", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the outside", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
