package dev.tipoff.io.site;

import dev.tipoff.transforms.systems.SystemKind;
import java.util.Comparator;

/** A system as a group of columns. */
record SystemColumn(String id, SystemKind kind) implements Comparable<SystemColumn> {
  private static final Comparator<SystemColumn> ORDER =
      Comparator.comparing(SystemColumn::kind).thenComparing(SystemColumn::id);

  /** Whether it has chances and decides; the others forecast a point. */
  boolean decides() {
    return kind == SystemKind.BLIND || kind == SystemKind.MARKET_AWARE;
  }

  @Override
  public int compareTo(SystemColumn other) {
    return ORDER.compare(this, other);
  }
}
