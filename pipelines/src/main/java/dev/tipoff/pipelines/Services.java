package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.Warehouse;
import java.util.Optional;

/** The outside systems of a pipeline, so that a test can run the complete graph without them. */
public interface Services {
  Warehouse warehouse();

  /** The run to record in the ledger; empty if nobody keeps one. */
  default Optional<Run> run() {
    return Optional.empty();
  }

  /** Services around a warehouse. */
  static Services of(Warehouse warehouse) {
    return () -> warehouse;
  }

  /** Services around a warehouse, for a run that is recorded there. */
  static Services of(Warehouse warehouse, Run run) {
    return new Services() {
      @Override
      public Warehouse warehouse() {
        return warehouse;
      }

      @Override
      public Optional<Run> run() {
        return Optional.of(run);
      }
    };
  }
}
