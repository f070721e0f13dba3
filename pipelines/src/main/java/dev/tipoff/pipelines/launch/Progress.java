package dev.tipoff.pipelines.launch;

import dev.tipoff.io.terminal.Terminal;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A progress line on standard error, where somebody is looking at a terminal. How many rows are to
 * come nobody knows before they have come: it says how many have, how fast and for how long.
 */
public final class Progress implements AutoCloseable {
  private static final int USUAL_WIDTH = 100;

  private final @Nullable ProgressBar bar;
  private final ProgressLine line;

  private Progress(@Nullable ProgressBar bar, ProgressLine line) {
    this.bar = bar;
    this.line = line;
  }

  static Progress of(String name) {
    return of(name, Terminal.ofThisProcess(), System.err);
  }

  static Progress of(String name, Terminal terminal, PrintStream err) {
    ProgressLine line = new ProgressLine(err, terminal.width(USUAL_WIDTH) - 1);
    return new Progress(terminal.moves() ? bar(name, line) : null, line);
  }

  private static ProgressBar bar(String name, ProgressLine line) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(-1)
        .setUnit(" rows", 1)
        .showSpeed()
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(line)
        .build();
  }

  /** Asks for counts only where they are shown. */
  void show(RunCounts counts) {
    if (bar != null) {
      long stored = counts.sum("rows-stored");
      show(counts.sum("rows-in") + counts.sum("rows-read") + stored, stored);
    }
  }

  void show(long rows, long stored) {
    if (bar != null) {
      bar.stepTo(rows);
      bar.setExtraMessage(String.format(" %,d stored", stored));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      line.clear();
    }
  }
}
