package dev.tipoff.pipelines.bench;

import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code tipoff} launcher of this checkout, run as people run it. */
final class TipoffCommand {
  private final Path logs;
  private final String launcher;
  private final Map<String, String> environment;

  /**
   * The launcher.
   *
   * @param logs where what commands say is kept, a file a command
   */
  TipoffCommand(Path logs) throws IOException {
    this.logs = Files.createDirectories(logs);
    String home = System.getProperty("tipoff.home");
    if (home == null) {
      throw new IllegalArgumentException("start this by the tipoff launcher: ./tipoff bench");
    }
    this.launcher = Path.of(home, "tipoff").toString();
    this.environment = Map.of();
  }

  /** The launcher, with logs where the figures go. */
  static TipoffCommand of(BenchOptions options) throws IOException {
    return new TipoffCommand(Path.of(options.getFolder()).resolve("logs"));
  }

  private TipoffCommand(Path logs, String launcher, Map<String, String> environment) {
    this.logs = logs;
    this.launcher = launcher;
    this.environment = environment;
  }

  /** The same with another heap than the usual one, {@code 2g} for instance. */
  TipoffCommand withHeap(String heap) {
    return new TipoffCommand(logs, launcher, Map.of("TIPOFF_HEAP", heap));
  }

  /** The same with more options of Java's, which may have blanks. */
  TipoffCommand withJava(String... options) {
    String quoted =
        Arrays.stream(options).map(option -> '"' + option + '"').collect(Collectors.joining(" "));
    return new TipoffCommand(logs, launcher, Map.of(WholeProcess.JAVA_OPTIONS, quoted));
  }

  /** Trains models in a new folder, on all that a warehouse has up to a day. */
  void train(Path file, GameDay through, Path models) {
    run(
        "train",
        "--warehouse=duckdb:" + file,
        "--through=" + through,
        "--modelDir=" + models,
        "--promote=always",
        "--learningRate=0.1");
  }

  /** Predicts the slate of a warehouse that is ready for it. */
  WholeProcess predict(Path file, SlateWarehouse slate) {
    return run(
        "predict",
        "--warehouse=duckdb:" + file,
        "--date=" + SlateWarehouse.SLATE,
        "--asOf=" + SlateWarehouse.AS_OF,
        "--modelDir=" + slate.models());
  }

  /** Does phases 3 to 6 of slates that have been imported. */
  WholeProcess backfill(Path file, SlateRange slates, Path models) {
    return run(
        "backfill",
        "--warehouse=duckdb:" + file,
        "--from=" + slates.from(),
        "--to=" + slates.to(),
        "--modelDir=" + models,
        "--availability=report");
  }

  /** Runs a command line to its end. */
  WholeProcess run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(launcher);
    command.addAll(List.of(arguments));
    return WholeProcess.run(logs.resolve(arguments[0].replace("-", "") + ".log"), command, environment);
  }
}
