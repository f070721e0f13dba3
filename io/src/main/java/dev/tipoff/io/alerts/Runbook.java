package dev.tipoff.io.alerts;

import com.google.common.base.CharMatcher;
import com.google.common.base.Preconditions;
import dev.tipoff.transforms.alerts.Alert;
import java.io.Serializable;

/**
 * Where it is written what to do about each kind of failure.
 *
 * @param base the address of the runbook on the web, or its path
 */
public record Runbook(String base) implements Serializable {
  /** The runbook in the repository. */
  public static final Runbook IN_REPOSITORY = new Runbook("docs/runbook.md");

  /**
   * @throws IllegalArgumentException if the base is empty, or has white space or an anchor
   */
  public Runbook {
    Preconditions.checkArgument(
        !base.isEmpty() && CharMatcher.whitespace().or(CharMatcher.is('#')).matchesNoneOf(base),
        "the runbook is given by its path or address, without white space and anchor, not by: %s",
        base);
  }

  /** The paragraph on what an alert is about. */
  String paragraph(Alert alert) {
    return base + "#" + alert.getCode().anchor();
  }

  /** Whether a paragraph is an address that can be followed. */
  boolean isOnTheWeb() {
    return base.startsWith("https://") || base.startsWith("http://");
  }
}
