package dev.tipoff.pipelines.launch;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * A line of a terminal that is written over and leaves nothing behind. The library's own leaves an
 * empty line, and the bar itself of what is over at once.
 */
final class ProgressLine implements ProgressBarConsumer {
  private final PrintStream err;
  private final int width;

  ProgressLine(PrintStream err, int width) {
    this.err = err;
    this.width = width;
  }

  @Override
  public int getMaxRenderedLength() {
    return width;
  }

  @Override
  public void accept(String text) {
    err.print('\r' + text.substring(0, Math.min(width, text.length())));
    err.flush();
  }

  @Override
  public void clear() {
    err.print('\r' + " ".repeat(width) + '\r');
    err.flush();
  }

  @Override
  public void close() {
    err.flush();
  }
}
