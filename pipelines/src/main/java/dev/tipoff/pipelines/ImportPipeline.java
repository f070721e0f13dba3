package dev.tipoff.pipelines;

import dev.tipoff.io.history.CsvFormat;
import dev.tipoff.io.history.HistoryFile;
import dev.tipoff.io.history.HistoryFormats;
import dev.tipoff.io.history.ReadCsv;
import dev.tipoff.io.history.ReadStandIns;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.pipelines.options.ImportOptions;
import dev.tipoff.transforms.catalogue.AvailabilityTables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.PlayerDnp;
import dev.tipoff.transforms.tables.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Loads history from CSV files: {@code import}. */
public final class ImportPipeline {
  private ImportPipeline() {}

  /**
   * Builds the graph.
   *
   * @throws IllegalArgumentException if no file is given, or a file is missing, empty or lacks a
   *     column
   */
  public static void build(Pipeline pipeline, ImportOptions options, Services services) {
    List<PCollection<Failure>> failures = new ArrayList<>();
    List<PCollection<StoredPartition>> stored = new ArrayList<>();
    load(
        HistoryFormats.PLAYER_GAMES,
        options.getPlayerGames(),
        pipeline,
        services,
        stored,
        failures);
    PCollection<PlayerDnp> absent =
        load(HistoryFormats.PLAYER_DNP, options.getDnp(), pipeline, services, stored, failures);
    if (absent != null) {
      stored.add(
          absent
              .apply("ReadStandIns", ReadStandIns.create())
              .failuresTo(failures)
              .apply(
                  "Replace " + AvailabilityTables.INJURY_STAND_INS,
                  services.warehouse().replace(AvailabilityTables.INJURY_STAND_INS))
              .failuresTo(failures));
    }
    load(HistoryFormats.SCHEDULE, options.getSchedule(), pipeline, services, stored, failures);
    load(HistoryFormats.GAME_LINES, options.getGameLines(), pipeline, services, stored, failures);
    load(
        HistoryFormats.POINTS_LINES,
        options.getPointsLines(),
        pipeline,
        services,
        stored,
        failures);
    load(
        HistoryFormats.POINTS_LINE_MOVES,
        options.getLineMoves(),
        pipeline,
        services,
        stored,
        failures);
    load(HistoryFormats.PRA_LINES, options.getPraLines(), pipeline, services, stored, failures);
    if (failures.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to import: name at least one file, such as --playerGames=player_games.csv.gz");
    }
    RecordRun.withoutInputs("import", stored, failures, services);
  }

  /** The rows of a table's files; absent if none is named. */
  private static <T> @Nullable PCollection<T> load(
      CsvFormat<T> format,
      @Nullable List<String> files,
      Pipeline pipeline,
      Services services,
      List<PCollection<StoredPartition>> stored,
      List<PCollection<Failure>> failures) {
    if (files == null) {
      return null;
    }
    files.forEach(file -> HistoryFile.check(format, file));
    Table<T> table = format.table();
    PCollection<T> rows =
        pipeline.apply("Read " + table, ReadCsv.of(format, files)).failuresTo(failures);
    stored.add(
        rows.apply("Replace " + table, services.warehouse().replace(table)).failuresTo(failures));
    return rows;
  }
}
