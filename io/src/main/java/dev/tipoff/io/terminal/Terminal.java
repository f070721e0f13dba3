package dev.tipoff.io.terminal;

import com.google.common.primitives.Ints;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What can be shown where the output goes. */
public final class Terminal {
  private static final int NARROWEST = 80;

  private final boolean moves;
  private final boolean coloured;
  private final @Nullable Integer columns;

  private Terminal(boolean moves, boolean coloured, @Nullable Integer columns) {
    this.moves = moves;
    this.coloured = coloured;
    this.columns = columns;
  }

  /** A file or a pipe: no colour, any width. */
  public static Terminal plain() {
    return new Terminal(false, false, null);
  }

  /** The terminal that this process was started from, if standard output is not sent elsewhere. */
  public static Terminal ofThisProcess() {
    return of(System.getenv(), System.console() != null);
  }

  /**
   * A terminal has colour unless {@code NO_COLOR} or {@code TERM=dumb} says otherwise.
   *
   * @param interactive whether somebody is looking
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  public static Terminal of(Map<String, String> environment, boolean interactive) {
    boolean moves = interactive && !environment.getOrDefault("TERM", "").equals("dumb");
    Integer columns = Ints.tryParse(environment.getOrDefault("COLUMNS", ""));
    return new Terminal(
        moves,
        moves && environment.getOrDefault("NO_COLOR", "").isEmpty(),
        columns == null || columns < 1 ? null : columns);
  }

  /** Whether a line can be written over, as a progress bar does. */
  public boolean moves() {
    return moves;
  }

  /** The columns of a line, or what is usual where they are not known. */
  public int width(int usual) {
    return columns == null ? usual : Math.max(NARROWEST, columns);
  }

  /** Text in a colour, where there is any. */
  public String ink(Ink ink, String text) {
    return coloured ? ink.on(text) : text;
  }
}
