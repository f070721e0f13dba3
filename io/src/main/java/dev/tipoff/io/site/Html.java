package dev.tipoff.io.site;

import com.google.common.html.HtmlEscapers;

/** Text and numbers made safe to stand in the page. */
final class Html {
  static final String DASH = "&mdash;";

  private Html() {}

  static String text(String value) {
    return HtmlEscapers.htmlEscaper().escape(value);
  }

  /** A number with a true minus sign, which is as wide as the plus. */
  static String figure(String ascii) {
    return text(ascii.replace('-', '\u2212'));
  }
}
