package dev.tipoff.pipelines;

import dev.tipoff.io.site.ExportRows;
import dev.tipoff.io.site.SiteAssets;
import dev.tipoff.io.site.SiteFile;
import dev.tipoff.io.site.WriteSite;
import dev.tipoff.io.warehouse.ExportQueries;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.pipelines.options.PublishOptions;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.export.BestBets;
import dev.tipoff.transforms.export.Exports;
import dev.tipoff.transforms.export.LatestSlate;
import dev.tipoff.transforms.export.LoggedGame;
import dev.tipoff.transforms.export.PublishProps;
import dev.tipoff.transforms.export.PublishedProp;
import dev.tipoff.transforms.export.PublishedResult;
import dev.tipoff.transforms.export.SummarisePlayers;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.Devig;
import dev.tipoff.transforms.odds.TraceLines;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Phase 6: the site of the range's last slate, with its season up to it: what is predicted, what
 * became of what was predicted before, every player, every system, and how the pipelines are doing.
 */
public final class PublishPipeline {
  private PublishPipeline() {}

  public static void build(
      Pipeline pipeline, SlateRange slates, PublishOptions options, Services services) {
    GameDay day = slates.to();
    SlateRange season = SlateRange.of(Season.of(day).firstDay(), day);
    List<PCollection<Failure>> failures = new ArrayList<>();
    SlateInputs inputs =
        SlateInputs.read(pipeline, Phase.PUBLISH, SlateRange.of(day), services, failures);
    Export export = new Export(pipeline, services.warehouse(), day);
    tonight(export);
    results(export, season);
    players(export, season);
    systems(export, season);
    OperationsExports.of(export, season);
    PCollection<SiteFile> assets =
        pipeline.apply(
            "Assets", Create.of(SiteAssets.all()).withCoder(RowShape.coder(SiteFile.class)));
    PCollection<StoredPartition> site =
        PCollectionList.of(export.files())
            .and(assets)
            .apply("Files", Flatten.pCollections())
            .apply("WriteSite", WriteSite.to(options.getSite(), day))
            .apply(
                "SiteWritten",
                MapElements.into(TypeDescriptor.of(StoredPartition.class))
                    .via(change -> StoredPartition.of("site", null, change.getFiles())))
            .setCoder(RowShape.coder(StoredPartition.class));
    RecordRun.of(inputs, List.of(site), failures, services);
  }

  private static void tonight(Export export) {
    SlateRange tonight = SlateRange.of(export.day());
    PCollection<PublishedProp> props =
        export
            .read("Published", Queries.currentPredictions(tonight))
            .apply("Props", new PublishProps());
    export.write(props, Exports.PREDICTIONS, "predictions/today", "predictions/" + export.day());
    export.write(
        props.apply("BestBets", new BestBets()),
        Exports.BEST_BETS,
        "best-bets/latest",
        "best-bets/" + export.day());
    export.write(
        export
            .read("Lines", Tables.PROP_LINES, tonight)
            .apply("Trace", TraceLines.with(Devig.POWER)),
        Exports.LINE_MOVEMENT,
        "line-movement/today",
        "line-movement/" + export.day());
  }

  private static void results(Export export, SlateRange season) {
    PCollection<PublishedResult> results = export.read("Results", ExportQueries.results(season));
    export.write("ByDay", results, ExportRows.byDay(Exports.RESULTS, PublishedResult::getGameDate));
    export.write(
        results.apply("LastSlate", LatestSlate.by(PublishedResult::getGameDate)),
        Exports.RESULTS,
        "results/latest");
  }

  private static void players(Export export, SlateRange season) {
    PCollection<LoggedGame> games = export.read("Games", ExportQueries.loggedGames(season));
    export.write(
        "ByPlayer",
        games,
        ExportRows.each(
            Exports.PLAYER, export.day(), game -> "players/" + game.getPlayer().getId()));
    PCollectionTuple summaries = games.apply("Summaries", new SummarisePlayers());
    export.write(summaries.get(SummarisePlayers.PLAYERS), Exports.PLAYERS, "players/index");
    export.write(summaries.get(SummarisePlayers.TRENDS), Exports.TRENDS, "trends");
  }

  private static void systems(Export export, SlateRange season) {
    export.write(
        Queries.rollingPerformance(export.day()), Exports.SYSTEM_PERFORMANCE, "system-performance");
    export.write(ExportQueries.systemDays(season), Exports.SYSTEM_DAYS, "system-days");
    export.write(ExportQueries.reliability(season), Exports.RELIABILITY, "reliability");
  }
}
