package dev.tipoff.pipelines;

import dev.tipoff.io.warehouse.ExportQueries;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.transforms.catalogue.QualityTables;
import dev.tipoff.transforms.export.Exports;
import dev.tipoff.transforms.model.SlateRange;

/** How the pipelines are doing, as of when the site is made. */
final class OperationsExports {
  private static final long DAYS_OF_ALERTS = 14;
  private static final long DAYS_OF_COVERAGE = 30;

  private OperationsExports() {}

  static void of(Export export, SlateRange season) {
    SlateRange slate = SlateRange.of(export.day());
    export.write(ExportQueries.phaseStatus(slate), Exports.STATUS, "status");
    export.write(ExportQueries.phaseTiming(slate), Exports.RUNS, "operations/runs");
    export.write(ExportQueries.sourceFreshness(slate), Exports.SOURCES, "operations/sources");
    export.write(ExportQueries.failureCounts(slate), Exports.FAILURES, "operations/failures");
    export.write(
        ExportQueries.alertVolume(last(export, DAYS_OF_ALERTS)),
        Exports.ALERTS,
        "operations/alerts");
    export.write(
        export.read("Coverage", QualityTables.SLATE_COVERAGE, last(export, DAYS_OF_COVERAGE)),
        Exports.COVERAGE,
        "operations/coverage");
    export.write(Queries.columnDrift(slate), Exports.COLUMNS, "operations/columns");
    export.write(
        ExportQueries.weeklyCalibration(season), Exports.CALIBRATION, "operations/calibration");
    export.write(Queries.quotaLeft(slate), Exports.QUOTA, "operations/quota");
  }

  private static SlateRange last(Export export, long days) {
    return SlateRange.of(export.day().plusDays(1 - days), export.day());
  }
}
