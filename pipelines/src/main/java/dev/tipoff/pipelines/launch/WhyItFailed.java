package dev.tipoff.pipelines.launch;

import com.google.common.base.Throwables;
import java.util.Optional;

/**
 * Why something failed, for people. Beam wraps what a step throws several times, and libraries wrap
 * what they met in their turn.
 */
final class WhyItFailed {
  private static final String OURS = "dev.tipoff.";

  private WhyItFailed() {}

  /**
   * The outermost words that are our own, since they say what was to be done; else the first cause.
   */
  static String in(Throwable error) {
    return Throwables.getCausalChain(error).stream()
        .filter(each -> each.getClass().getName().startsWith(OURS))
        .flatMap(each -> Optional.ofNullable(each.getMessage()).stream())
        .findFirst()
        .orElseGet(() -> Throwables.getRootCause(error).toString());
  }
}
