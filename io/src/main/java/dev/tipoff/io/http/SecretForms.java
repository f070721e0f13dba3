package dev.tipoff.io.http;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import com.google.common.net.PercentEscaper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How the value of a secret may look where somebody repeats it: as it is, percent-encoded, with the
 * escapes of JSON and HTML, in Base64 at any place, in hexadecimal digits, and in UTF-16.
 */
public final class SecretForms {
  /** What some writers of JSON escape so that it may stand in HTML: Go's the first, Gson all. */
  private static final CharMatcher MARKUP = CharMatcher.anyOf("&<>");

  private static final CharMatcher MARKUP_OF_GSON = MARKUP.or(CharMatcher.anyOf("='"));

  private static final CharMatcher SPECIAL =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .negate();

  private static final CharMatcher HEXADECIMAL = CharMatcher.anyOf("0123456789ABCDEF");

  private SecretForms() {}

  /** All forms, each with one character for a byte. */
  public static ImmutableSet<String> of(String value) {
    ImmutableSet.Builder<String> forms = ImmutableSet.builder();
    forms.add(value);
    for (String safe : new String[] {"", "-._~", "-._~:,", "-._~!$'()*,;&=@:+/"}) {
      String escaped = new PercentEscaper(safe, false).escape(value);
      forms.add(escaped);
      forms.add(withLowerCaseEscapes(escaped, "%", 2));
    }
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    forms.add(json);
    forms.add(json.replace("/", "\\/"));
    forms.add(escaped(json, "\\u%04x", MARKUP));
    forms.add(escaped(json, "\\u%04x", MARKUP_OF_GSON));
    String unicode = escaped(value, "\\u%04X", SPECIAL);
    forms.add(unicode);
    forms.add(withLowerCaseEscapes(unicode, "\\u", 4));
    forms.add(
        value
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
    forms.add(escaped(value, "&#%d;", SPECIAL));
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    addInBase64(forms, utf8);
    forms.add(BaseEncoding.base16().encode(utf8));
    forms.add(BaseEncoding.base16().lowerCase().encode(utf8));
    forms.add(bytes(value.getBytes(StandardCharsets.UTF_16LE)));
    forms.add(bytes(value.getBytes(StandardCharsets.UTF_16BE)));
    return forms.build();
  }

  private static String escaped(String text, String format, CharMatcher which) {
    StringBuilder escaped = new StringBuilder();
    for (char each : text.toCharArray()) {
      escaped.append(
          which.matches(each) ? String.format(format, (int) each) : String.valueOf(each));
    }
    return escaped.toString();
  }

  private static String withLowerCaseEscapes(String text, String mark, int digits) {
    StringBuilder lower = new StringBuilder(text);
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      int from = at + mark.length();
      int to = Math.min(from + digits, text.length());
      if (HEXADECIMAL.matchesAllOf(text.substring(from, to))) {
        lower.replace(from, to, Ascii.toLowerCase(text.substring(from, to)));
      }
    }
    return lower.toString();
  }

  /** What is the same in Base64 whatever stands before and after the value. */
  private static void addInBase64(ImmutableSet.Builder<String> forms, byte[] value) {
    for (int before = 0; before < 3; before++) {
      byte[] placed = new byte[before + value.length];
      System.arraycopy(value, 0, placed, before, value.length);
      int from = (before * 8 + 5) / 6;
      int to = placed.length * 8 / 6;
      forms.add(Base64.getEncoder().encodeToString(placed).substring(from, to));
      forms.add(Base64.getUrlEncoder().encodeToString(placed).substring(from, to));
    }
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
