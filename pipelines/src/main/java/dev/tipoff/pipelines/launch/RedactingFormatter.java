package dev.tipoff.pipelines.launch;

import dev.tipoff.transforms.redaction.SecretShapes;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Writes a line of the log, with the stack of what was thrown, and {@code ***} for all that looks
 * like the value of a secret: libraries log too, and nobody knows what they repeat. Java makes it
 * by its name.
 */
public final class RedactingFormatter extends SimpleFormatter {
  @Override
  public String format(LogRecord logged) {
    return SecretShapes.redact(super.format(logged));
  }
}
