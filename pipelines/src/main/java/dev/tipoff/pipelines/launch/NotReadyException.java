package dev.tipoff.pipelines.launch;

/** The inputs of a phase are not there yet; nothing is wrong, and a later try may find them. */
public final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotReadyException(String message) {
    super(message);
  }
}
