package dev.tipoff.io.terminal;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How many columns of a terminal a text takes: marks none, East Asian letters and emoji two. */
final class TextWidth {
  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text, or as much of it as fits with an ellipsis at its end. */
  static String cut(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int left = most - 1;
    for (int codePoint : text.codePoints().toArray()) {
      left -= of(codePoint);
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(codePoint);
    }
    return cut.append('\u2026').toString();
  }

  private static int of(int codePoint) {
    return isMark(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static boolean isWide(int codePoint) {
    boolean halfWidth = codePoint >= 0xFF61 && codePoint <= 0xFFDC;
    boolean fullWidthSign = codePoint >= 0xFF01 && codePoint <= 0xFF60;
    boolean pictograph = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
    return !halfWidth
        && (fullWidthSign || pictograph || WIDE.contains(UnicodeScript.of(codePoint)));
  }
}
