package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Warehouse;

/** The outside systems of a pipeline, so that a test can run the complete graph without them. */
public interface Services {
  Warehouse warehouse();

  /** Services around a warehouse. */
  static Services of(Warehouse warehouse) {
    return () -> warehouse;
  }
}
