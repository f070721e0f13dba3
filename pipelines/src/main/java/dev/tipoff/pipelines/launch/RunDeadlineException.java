package dev.tipoff.pipelines.launch;

import java.time.Duration;

/** A run did not end by its deadline and was cancelled. */
public final class RunDeadlineException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  RunDeadlineException(String name, Duration deadline) {
    super(
        String.format(
            "%s was cancelled: it had not ended after %d s, its deadline;"
                + " --runDeadline=2h would allow more",
            name, deadline.toSeconds()));
  }
}
