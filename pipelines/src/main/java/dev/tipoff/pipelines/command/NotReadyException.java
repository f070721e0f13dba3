package dev.tipoff.pipelines.command;

/** The inputs of a phase are not there yet; nothing is wrong, and a later try may find them. */
final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReadyException(String message) {
    super(message);
  }
}
