package dev.tipoff.pipelines.launch;

import dev.tipoff.io.warehouse.WarehouseBusyException;
import dev.tipoff.transforms.redaction.SecretShapes;
import java.io.PrintStream;

/** How a command ends: its exit code, and what it says if it is not done. */
public enum Ending {
  DONE(0),
  FAILED(1),
  WRONG_USAGE(2),
  /** Inputs are not there yet. */
  NOT_READY(3),
  /** Another process holds the warehouse. */
  BUSY(4);

  private final int code;

  Ending(int code) {
    this.code = code;
  }

  /** The exit code. */
  public int code() {
    return code;
  }

  /**
   * Does a command's work and says what it failed of.
   *
   * @param command its name
   * @param hint what somebody who asked for what cannot be may try; empty for nothing
   */
  public static Ending of(String command, String hint, Runnable work, PrintStream err) {
    try {
      work.run();
      return DONE;
    } catch (NotReadyException e) {
      say(command, err, ": not ready: " + e.getMessage());
      return NOT_READY;
    } catch (WarehouseBusyException e) {
      say(command, err, ": " + e.getMessage());
      return BUSY;
    } catch (CommandFailedException e) {
      say(command, err, " failed: " + e.getMessage());
      return FAILED;
    } catch (IllegalArgumentException e) {
      say(command, err, ": " + e.getMessage());
      if (!hint.isEmpty()) {
        err.println(hint);
      }
      return WRONG_USAGE;
    } catch (RuntimeException e) {
      say(command, err, " failed: " + WhyItFailed.in(e));
      Logging.failure(e);
      return FAILED;
    }
  }

  /** Nobody knows what the message of an exception repeats. */
  private static void say(String command, PrintStream err, String text) {
    err.printf("tipoff %s%s%n", command, SecretShapes.redact(text));
  }
}
