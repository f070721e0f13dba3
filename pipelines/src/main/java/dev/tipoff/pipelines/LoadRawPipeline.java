package dev.tipoff.pipelines;

import dev.tipoff.io.odds.OddsBodies;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.DistinctObservations;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/** Phase 2: bodies of the raw archive, parsed and stored typed. */
public final class LoadRawPipeline {
  private LoadRawPipeline() {}

  /**
   * Builds the graph.
   *
   * @throws IllegalArgumentException if the archive is not there
   */
  public static void build(
      Pipeline pipeline, SlateRange slates, LoadRawOptions options, Services services) {
    List<PCollection<Failure>> failures = new ArrayList<>();
    pipeline
        .apply("ReadBodies", OddsBodies.of(options.getArchive(), slates.from(), slates.to()))
        .failuresTo(failures)
        .apply("DistinctObservations", DistinctObservations.create())
        .failuresTo(failures)
        .apply("ReplaceLines", services.warehouse().replace(Tables.ODDS_API_PLAYER_PROPS, slates))
        .failuresTo(failures);
    StoreFailures.of(failures, services.warehouse());
  }
}
