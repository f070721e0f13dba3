package dev.tipoff.io.scrape;

import dev.tipoff.io.scrape.CallOutcome.State;
import dev.tipoff.io.warehouse.StoredPartition;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.tables.RowShape;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Lets calls go out: those that cost nothing at once, the others as far as the quota allows, and
 * only once the ledger says what was set aside for them.
 */
final class SpendCredits extends PTransform<PCollection<PlannedCall>, PCollectionTuple> {
  /** Calls that may go out. */
  static final TupleTag<PlannedCall> CALLS = new TupleTag<>("calls") {};

  /** What was set aside for them. */
  static final TupleTag<QuotaEntry> DEBITS = new TupleTag<>("debits") {};

  /** What is known of calls that were granted or refused. */
  static final TupleTag<CallOutcome> OUTCOMES = new TupleTag<>("outcomes") {};

  static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private static final long serialVersionUID = 1L;
  private static final TupleTag<PlannedCall> FREE = new TupleTag<>("free") {};
  private static final TupleTag<PlannedCall> PAID = new TupleTag<>("paid") {};

  private final ScrapeSettings settings;
  private final Warehouse warehouse;
  private final transient PCollection<QuotaEntry> ledger;

  /**
   * @param ledger the budget day's entries, with those of earlier steps of the run
   */
  SpendCredits(ScrapeSettings settings, Warehouse warehouse, PCollection<QuotaEntry> ledger) {
    this.settings = settings;
    this.warehouse = warehouse;
    this.ledger = ledger;
  }

  @Override
  public PCollectionTuple expand(PCollection<PlannedCall> calls) {
    PCollectionTuple split =
        calls.apply("Split", ParDo.of(new SplitFn()).withOutputTags(FREE, TupleTagList.of(PAID)));
    var entries = ledger.apply("Ledger", CombinedView.list());
    PCollectionTuple spent =
        split
            .get(PAID)
            .apply("ByProvider", ParDo.of(new ByProviderFn()))
            .apply("Group", GroupByKey.create())
            .apply(
                "Spend",
                ParDo.of(new SpendFn(settings, entries))
                    .withSideInputs(entries)
                    .withOutputTags(
                        SpendFn.GRANTED,
                        TupleTagList.of(
                            List.of(SpendFn.DEBITS, SpendFn.OUTCOMES, SpendFn.FAILURES))));
    PCollection<QuotaEntry> debits =
        spent.get(SpendFn.DEBITS).setCoder(Tables.QUOTA_LEDGER.coder());
    WithFailures.Result<PCollection<StoredPartition>, Failure> stored =
        debits.apply("SetAside", warehouse.upsert(Tables.QUOTA_LEDGER));
    PCollection<PlannedCall> granted =
        spent
            .get(SpendFn.GRANTED)
            .setCoder(RowShape.coder(PlannedCall.class))
            .apply("OnceSetAside", Wait.on(stored.output()));
    PCollection<PlannedCall> all =
        PCollectionList.of(split.get(FREE)).and(granted).apply("Calls", Flatten.pCollections());
    PCollection<Failure> failures =
        PCollectionList.of(spent.get(SpendFn.FAILURES))
            .and(stored.failures())
            .apply("Failures", Flatten.pCollections());
    return PCollectionTuple.of(CALLS, all)
        .and(DEBITS, debits)
        .and(OUTCOMES, spent.get(SpendFn.OUTCOMES))
        .and(FAILURES, failures);
  }

  private static final class SplitFn extends DoFn<PlannedCall, PlannedCall> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void split(@Element PlannedCall call, MultiOutputReceiver output) {
      output.get(call.getCredits() == 0 ? FREE : PAID).output(call);
    }
  }

  /** What is known of a call once the budget has decided. */
  static CallOutcome outcome(PlannedCall call, boolean granted) {
    return granted
        ? CallOutcome.of(call, State.EXPECTED, call.getCredits() * call.getRequests())
        : CallOutcome.of(call, State.NOT_FETCHED, 0);
  }
}
