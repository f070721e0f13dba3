package dev.tipoff.io.warehouse;

/** Another process holds the embedded warehouse and did not let go in time. */
public final class WarehouseBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WarehouseBusyException(String message, Throwable cause) {
    super(message, cause);
  }
}
