package dev.tipoff.pipelines;

import dev.tipoff.io.scrape.Fetcher;
import dev.tipoff.io.scrape.Scrape;
import dev.tipoff.io.scrape.ScrapeSettings;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.model.SlateRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

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
    PCollection<StoredPartition> runs =
        scraped
            .get(Scrape.RUNS)
            .setCoder(Tables.SCRAPER_RUNS.coder())
            .apply("StoreRuns", warehouse.upsert(Tables.SCRAPER_RUNS))
            .failuresTo(failures);
    PCollection<StoredPartition> quota =
        scraped
            .get(Scrape.OBSERVED)
            .setCoder(Tables.QUOTA_LEDGER.coder())
            .apply("StoreQuota", warehouse.upsert(Tables.QUOTA_LEDGER))
            .failuresTo(failures);
    RecordRun.withoutInputs(
        List.of(runs, quota, StoreFailures.of(failures, "scrape", services)), services);
  }
}
