package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.sources.Catalogue;
import dev.tipoff.io.warehouse.DuckDbWarehouse;
import dev.tipoff.io.warehouse.EmptyWarehouse;
import dev.tipoff.io.warehouse.Queries;
import dev.tipoff.io.warehouse.WarehouseAdmin;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.QuotaEntry.Kind;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.Table;
import java.io.File;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;

/**
 * A scrape that was run, with an archive and a warehouse in one folder, and all that came of it. As
 * the scrape's pipeline does, it stores runs, failures and what was observed of quotas.
 */
final class Scraped {
  private static final Map<String, ConcurrentLinkedQueue<Object>> SEEN = new ConcurrentHashMap<>();

  private final Map<String, List<Object>> seen;
  private final DuckDbWarehouse warehouse;
  private final SlateRange budgetDay;

  private Scraped(Map<String, List<Object>> seen, DuckDbWarehouse warehouse, SlateRange budgetDay) {
    this.seen = seen;
    this.warehouse = warehouse;
    this.budgetDay = budgetDay;
  }

  static String archive(File folder) {
    return new File(folder, "archive").getPath();
  }

  static DuckDbWarehouse warehouse(File folder) {
    File file = new File(folder, "w.duckdb");
    EmptyWarehouse.at(file.toPath());
    return DuckDbWarehouse.at(file.getPath(), Duration.ZERO);
  }

  /**
   * Scrapes sources for slates.
   *
   * @param sources their ids, joined by commas
   */
  static Scraped run(
      SlateRange slates,
      String sources,
      ScrapeSettings settings,
      File folder,
      Fetcher.Factory fetcher) {
    DuckDbWarehouse warehouse = warehouse(folder);
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    PCollectionTuple scraped =
        pipeline.apply(
            Scrape.of(slates, Catalogue.load().named(sources))
                .settings(settings)
                .archive(archive(folder))
                .warehouse(warehouse)
                .fetcher(fetcher)
                .build());
    String run = folder.getPath();
    see(run, scraped.get(Scrape.ENVELOPES), Scrape.ENVELOPES);
    keep(run, scraped, Scrape.RUNS, Tables.SCRAPER_RUNS, warehouse);
    keep(run, scraped, Scrape.FAILURES, Tables.FAILURES, warehouse);
    keep(run, scraped, Scrape.OBSERVED, Tables.QUOTA_LEDGER, warehouse);
    pipeline.run().waitUntilFinish();
    Map<String, List<Object>> seen = new ConcurrentHashMap<>();
    for (TupleTag<?> tag :
        List.of(Scrape.ENVELOPES, Scrape.RUNS, Scrape.FAILURES, Scrape.OBSERVED)) {
      ConcurrentLinkedQueue<Object> elements = SEEN.remove(run + tag.getId());
      seen.put(tag.getId(), elements == null ? List.of() : List.copyOf(elements));
    }
    return new Scraped(seen, warehouse, SlateRange.of(settings.budgetDate()));
  }

  private static <T> void keep(
      String run,
      PCollectionTuple scraped,
      TupleTag<T> tag,
      Table<T> table,
      DuckDbWarehouse warehouse) {
    PCollection<T> rows = scraped.get(tag).setCoder(table.coder());
    see(run, rows, tag);
    rows.apply("Store" + tag.getId(), warehouse.upsert(table));
  }

  private static <T> void see(String run, PCollection<T> elements, TupleTag<T> tag) {
    elements.apply("See" + tag.getId(), ParDo.of(new SeeFn<>(run + tag.getId())));
  }

  private static final class SeeFn<T> extends DoFn<T, Void> {
    private final String name;

    SeeFn(String name) {
      this.name = name;
    }

    @ProcessElement
    public void see(@Element T element) {
      SEEN.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>()).add(element);
    }
  }

  @SuppressWarnings("unchecked") // What a tag's name stands for is of its type.
  private <T> List<T> seen(TupleTag<T> tag) {
    return (List<T>) seen.get(tag.getId());
  }

  List<Envelope> envelopes() {
    return seen(Scrape.ENVELOPES);
  }

  List<Envelope> envelopes(String source) {
    return envelopes().stream()
        .filter(envelope -> envelope.getSource().equals(source))
        .sorted(Comparator.comparing(Envelope::getGameDate))
        .toList();
  }

  List<Failure> failures() {
    return seen(Scrape.FAILURES);
  }

  List<FailureCode> codes() {
    return failures().stream().map(Failure::getCode).sorted().toList();
  }

  List<QuotaEntry> observed() {
    return seen(Scrape.OBSERVED);
  }

  List<ScraperRun> runs() {
    return seen(Scrape.RUNS);
  }

  /** The one run of a source of a scrape of one slate. */
  ScraperRun run(String source) {
    return runs().stream().filter(run -> run.getSource().equals(source)).findFirst().orElseThrow();
  }

  /** What the warehouse has of the budget day's ledger. */
  List<QuotaEntry> ledger(Kind kind) {
    try (WarehouseAdmin admin = warehouse.admin()) {
      return admin.rows(Queries.quotaEntries(budgetDay)).stream()
          .filter(entry -> entry.getKind() == kind)
          .sorted(Comparator.comparing(QuotaEntry::getCallKey))
          .toList();
    }
  }

  int setAside() {
    return ledger(Kind.DEBIT).stream().mapToInt(QuotaEntry::getCredits).sum();
  }
}
