package dev.tipoff.io.site;

/**
 * What stands in a table's cell.
 *
 * @param style class names; may be empty
 * @param html already safe
 */
record Cell(String style, String html) {
  static Cell of(String html) {
    return new Cell("", html);
  }

  static Cell figure(String ascii) {
    return of(Html.figure(ascii));
  }

  static Cell absent() {
    return new Cell("no", Html.DASH);
  }

  /** A dash and why, so that what is absent never looks like zero. */
  static Cell absent(String why) {
    return new Cell("no", Html.DASH + " " + Html.text(why));
  }

  /** A figure with its sign, coloured by it. */
  static Cell signed(String ascii) {
    return new Cell(
        ascii.startsWith("+") ? "up" : ascii.startsWith("-") ? "dn" : "", Html.figure(ascii));
  }
}
