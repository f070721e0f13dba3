package dev.tipoff.io.alerts;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import dev.tipoff.transforms.alerts.Alert;
import dev.tipoff.transforms.failure.Severity;

/** What messages of all kinds say of an alert, as plain text. */
final class AlertText {
  private static final CharMatcher SPACE =
      CharMatcher.whitespace().or(CharMatcher.javaIsoControl());

  private AlertText() {}

  /** Severity and title in one line. */
  static String heading(Alert alert) {
    return oneLine(alert.getSeverity() + ": " + alert.title());
  }

  /** What is known of it besides samples, by name, in the order in which it is read. */
  static ImmutableMap<String, String> facts(Alert alert) {
    ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
    facts
        .put("Failures", String.format("%,d", alert.getFailures()))
        .put("Code", alert.getCode().name())
        .put("Pipeline", oneLine(alert.getPipeline()))
        .put("Step", oneLine(alert.getStep()));
    if (!alert.getSlates().isEmpty()) {
      facts.put("Slate", oneLine(alert.getSlates()));
    }
    return facts
        .put("Run", oneLine(alert.getRunId()))
        .put("First", alert.getFirstSeen().toString())
        .put("Last", alert.getLastSeen().toString())
        .buildOrThrow();
  }

  /** The colour that stands for a severity, as HTML and Slack write it. */
  static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "#FF0000";
      case WARNING -> "#FFA500";
      case INFO -> "#0000FF";
    };
  }

  /** The text with a space for line ends and whatever else could begin something new. */
  static String oneLine(String text) {
    return SPACE.trimAndCollapseFrom(text, ' ');
  }

  /** At most so many characters of a text. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
