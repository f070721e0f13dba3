package dev.tipoff.pipelines;

import dev.tipoff.io.live.PublishMoves;
import dev.tipoff.io.scrape.Fetcher;
import dev.tipoff.io.scrape.Scrape;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Phase 1: sources asked for slates, and what they answer archived. */
public final class ScrapePipeline {
  private ScrapePipeline() {}

  /** Builds the graph. */
  public static void build(
      Pipeline pipeline,
      SlateRange slates,
      Collection<Source> sources,
      ScrapeSettings settings,
      String archive,
      Fetcher.Factory fetcher,
      Services services) {
    build(pipeline, slates, sources, settings, archive, fetcher, services, null);
  }

  /**
   * Builds the graph with a step that comes of what each source and slate has covered.
   *
   * @param besides that step, after which the run is complete; none if absent
   */
  static void build(
      Pipeline pipeline,
      SlateRange slates,
      Collection<Source> sources,
      ScrapeSettings settings,
      String archive,
      Fetcher.Factory fetcher,
      Services services,
      @Nullable PTransform<PCollection<ScraperRun>, PCollection<StoredPartition>> besides) {
    Warehouse warehouse = services.warehouse();
    List<PCollection<Failure>> failures = new ArrayList<>();
    PCollectionTuple scraped =
        pipeline.apply(
            "Scrape",
            Scrape.of(slates, sources)
                .settings(settings)
                .archive(archive)
                .warehouse(warehouse)
                .fetcher(fetcher)
                .build());
    failures.add(scraped.get(Scrape.FAILURES));
    if (settings.movesTopic() != null) {
      scraped.get(Scrape.ENVELOPES).apply("PublishMoves", PublishMoves.to(settings.movesTopic()));
    }
    PCollection<ScraperRun> runs = scraped.get(Scrape.RUNS).setCoder(Tables.SCRAPER_RUNS.coder());
    List<PCollection<StoredPartition>> stored = new ArrayList<>();
    stored.add(runs.apply("StoreRuns", warehouse.upsert(Tables.SCRAPER_RUNS)).failuresTo(failures));
    stored.add(
        scraped
            .get(Scrape.OBSERVED)
            .setCoder(Tables.QUOTA_LEDGER.coder())
            .apply("StoreQuota", warehouse.upsert(Tables.QUOTA_LEDGER))
            .failuresTo(failures));
    if (besides != null) {
      stored.add(runs.apply("Besides", besides));
    }
    RecordRun.ofScrape(runs, stored, failures, services);
  }
}
