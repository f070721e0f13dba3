package dev.tipoff.pipelines.command;

/** What was asked for did not come out well; the message says all that there is to say. */
class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}
