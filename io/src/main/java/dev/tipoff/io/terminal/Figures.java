package dev.tipoff.io.terminal;

import dev.tipoff.transforms.model.AmericanOdds;
import dev.tipoff.transforms.model.Line;
import java.util.Locale;

/** How numbers are written, in ASCII and the same in every locale. */
final class Figures {
  private Figures() {}

  /** 0.571 is 57.1%. */
  static String percent(double fraction) {
    return fixed("%.1f", fraction * 100) + "%";
  }

  /** 0.084 is +8.4%. */
  static String signedPercent(double fraction) {
    return fixed("%+.1f", fraction * 100) + "%";
  }

  /** A whole line without a fraction, as books write it. */
  static String line(Line line) {
    return line.canPush()
        ? Long.toString((long) line.getValue())
        : Double.toString(line.getValue());
  }

  static String odds(AmericanOdds odds) {
    return String.format(Locale.ROOT, "%+d", odds.getValue());
  }

  static String count(long count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  /** What rounds to zero has no sign. */
  private static String fixed(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    boolean zero = text.chars().noneMatch(c -> c != '0' && c != '.' && c != '+' && c != '-');
    return zero ? text.replace("-", "").replace("+", "") : text;
  }
}
