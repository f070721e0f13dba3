package dev.tipoff.pipelines.launch;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A progress line, where somebody is looking at a terminal. */
public final class Progress implements AutoCloseable {
  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static Progress of(String name) {
    return new Progress(
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(-1)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish()
                .build());
  }

  void show(RunCounts counts) {
    if (bar != null) {
      bar.stepTo(counts.sum("rows-in") + counts.sum("rows-read") + counts.sum("rows-stored"));
      bar.setExtraMessage(String.format(" %,d stored", counts.sum("rows-stored")));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
