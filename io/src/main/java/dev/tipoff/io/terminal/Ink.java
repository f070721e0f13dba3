package dev.tipoff.io.terminal;

/** A colour of text. It repeats what the text says, for who cannot see it or has none. */
public enum Ink {
  PLAIN(""),
  BOLD("1"),
  FAINT("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  MAGENTA("35"),
  CYAN("36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** A gain green, a loss red, by the sign that the number is written with. */
  public static Ink ofSign(String number) {
    return number.startsWith("+") ? GREEN : number.startsWith("-") ? RED : PLAIN;
  }

  String on(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
