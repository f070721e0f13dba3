package dev.tipoff.pipelines;

import dev.tipoff.io.alerts.AlertSettings;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.failure.KnownFailure;
import java.util.List;
import java.util.Optional;

/** The outside systems of a pipeline, so that a test can run the complete graph without them. */
public interface Services {
  Warehouse warehouse();

  /** The run to record in the ledger; empty if nobody keeps one. */
  default Optional<Run> run() {
    return Optional.empty();
  }

  /** Who is told of failures; empty if nobody is. */
  default Optional<AlertSettings> alerts() {
    return Optional.empty();
  }

  /** Stored failures of which the run is to say whether it met or resolved them. */
  default List<KnownFailure> knownFailures() {
    return List.of();
  }

  /** Services around a warehouse. */
  static Services of(Warehouse warehouse) {
    return () -> warehouse;
  }

  /** Services around a warehouse, for a stream, which has no end to record, and tells people. */
  static Services of(Warehouse warehouse, Optional<AlertSettings> alerts) {
    return new Services() {
      @Override
      public Warehouse warehouse() {
        return warehouse;
      }

      @Override
      public Optional<AlertSettings> alerts() {
        return alerts;
      }
    };
  }

  /** Services around a warehouse, for a run that is recorded there and of which nobody is told. */
  static Services of(Warehouse warehouse, Run run) {
    return of(warehouse, run, Optional.empty(), List.of());
  }

  /** Services around a warehouse, for a run that is recorded there and tells of its failures. */
  static Services of(
      Warehouse warehouse,
      Run run,
      Optional<AlertSettings> alerts,
      List<KnownFailure> knownFailures) {
    return new Services() {
      @Override
      public Warehouse warehouse() {
        return warehouse;
      }

      @Override
      public Optional<Run> run() {
        return Optional.of(run);
      }

      @Override
      public Optional<AlertSettings> alerts() {
        return alerts;
      }

      @Override
      public List<KnownFailure> knownFailures() {
        return knownFailures;
      }
    };
  }
}
