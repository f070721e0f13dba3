package dev.tipoff.pipelines.launch;

/** What was asked for did not come out well; the message says all that there is to say. */
public class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFailedException(String message) {
    super(message);
  }
}
