package dev.tipoff.pipelines;

import dev.tipoff.io.archive.ArchiveFingerprints;
import dev.tipoff.io.archive.ArchivedSources;
import dev.tipoff.io.archive.ReadEnvelopes;
import dev.tipoff.io.odds.OddsBodies;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.pipelines.options.LoadRawOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.fingerprint.FingerprintRow;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.DistinctObservations;
import dev.tipoff.transforms.odds.RawPropLine;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

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
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateInputs inputs =
        SlateInputs.of(
            PCollectionList.of(SlateInputs.rows(pipeline, Phase.LOAD_RAW, slates, services))
                .and(
                    pipeline.apply(
                        "ArchiveFingerprints",
                        Create.of(ArchiveFingerprints.of(options.getArchive(), slates))
                            .withCoder(RowShape.coder(FingerprintRow.class))))
                .apply("AllFingerprints", Flatten.pCollections()),
            Phase.LOAD_RAW,
            slates,
            services,
            failures);
    List<PCollection<RawPropLine>> lines = new ArrayList<>();
    lines.add(
        pipeline
            .apply("ReadBodies", OddsBodies.of(options.getArchive(), slates.from(), slates.to()))
            .failuresTo(failures));
    List<PCollection<StoredPartition>> stored = new ArrayList<>();
    Set<String> sources = ArchivedSources.in(options.getArchive(), slates);
    if (!sources.isEmpty()) {
      LoadFeeds feeds = new LoadFeeds(slates, warehouse, sources, failures);
      lines.addAll(
          feeds.load(
              pipeline
                  .apply("ReadEnvelopes", ReadEnvelopes.of(options.getArchive(), slates))
                  .failuresTo(failures)));
      stored.addAll(feeds.stored());
    }
    stored.add(
        PCollectionList.of(lines)
            .apply("AllLines", Flatten.pCollections())
            .apply("DistinctObservations", DistinctObservations.create())
            .failuresTo(failures)
            .apply("ReplaceLines", warehouse.replace(Tables.ODDS_API_PLAYER_PROPS, slates))
            .failuresTo(failures));
    RecordRun.of(inputs, stored, failures, services);
  }
}
