package dev.tipoff.io.scrape;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.scrape.CallOutcome.State;
import dev.tipoff.io.sources.Source;
import dev.tipoff.io.sources.Source.Scope;
import dev.tipoff.io.warehouse.Warehouse;
import dev.tipoff.transforms.catalogue.Tables;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.ledger.QuotaEntry;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.tables.RowShape;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Asks sources for slates and archives what they answer: first what a slate as a whole needs, then
 * what each of its games needs, which the first answers name. Credits are set aside before a call
 * that costs goes out. What a source does never stops the others.
 */
@AutoValue
public abstract class Scrape extends PTransform<PBegin, PCollectionTuple> {
  /** Everything that came back, archived. */
  public static final TupleTag<Envelope> ENVELOPES = new TupleTag<>("envelopes") {};

  /** How much of what each source and slate needs is covered. */
  public static final TupleTag<ScraperRun> RUNS = new TupleTag<>("runs") {};

  /** What the providers said of their quotas; not stored yet. */
  public static final TupleTag<QuotaEntry> OBSERVED = new TupleTag<>("observed") {};

  public static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private static final Coder<PlannedCall> CALL = RowShape.coder(PlannedCall.class);
  private static final Coder<CallOutcome> OUTCOME = RowShape.coder(CallOutcome.class);

  abstract ScrapeSettings settings();

  abstract ImmutableSet<Source> sources();

  abstract SlateRange slates();

  abstract String archive();

  abstract Warehouse warehouse();

  abstract Fetcher.Factory fetcher();

  public static Builder of(SlateRange slates, Iterable<Source> sources) {
    return new AutoValue_Scrape.Builder().slates(slates).sources(ImmutableSet.copyOf(sources));
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    List<PlannedCall> first = ScrapePlan.ofSlates(sources(), slates(), settings());
    PCollection<QuotaEntry> ledger =
        begin.apply(
            "ReadQuota",
            warehouse().read(Tables.QUOTA_LEDGER, SlateRange.of(settings().budgetDate())));

    PCollectionTuple slateCalls =
        begin
            .apply("PlanSlates", Create.of(first).withCoder(CALL))
            .apply("SpendOnSlates", new SpendCredits(settings(), warehouse(), ledger));
    PCollection<Envelope> slateAnswers =
        slateCalls
            .get(SpendCredits.CALLS)
            .apply("AskForSlates", new AskSources(fetcher(), archive()));
    PCollection<QuotaEntry> observed = observed("ObserveFirst", slateAnswers);

    PCollectionTuple games =
        slateAnswers.apply(
            "PlanGames",
            ParDo.of(new PlanGamesFn(settings(), ofGames()))
                .withOutputTags(PlanGamesFn.CALLS, TupleTagList.of(PlanGamesFn.OUTCOMES)));
    PCollection<QuotaEntry> ledgerByNow =
        PCollectionList.of(List.of(ledger, observed, slateCalls.get(SpendCredits.DEBITS)))
            .apply("LedgerByNow", Flatten.pCollections());
    PCollectionTuple gameCalls =
        games
            .get(PlanGamesFn.CALLS)
            .setCoder(CALL)
            .apply("SpendOnGames", new SpendCredits(settings(), warehouse(), ledgerByNow));
    PCollection<Envelope> gameAnswers =
        gameCalls
            .get(SpendCredits.CALLS)
            .apply("AskForGames", new AskSources(fetcher(), archive()));

    PCollection<Envelope> answers =
        PCollectionList.of(slateAnswers).and(gameAnswers).apply("All", Flatten.pCollections());
    Result<PCollection<ScraperRun>, Failure> coverage =
        PCollectionList.of(
                List.of(
                    begin.apply("Selected", Create.of(selected(first)).withCoder(OUTCOME)),
                    slateCalls.get(SpendCredits.OUTCOMES).setCoder(OUTCOME),
                    games.get(PlanGamesFn.OUTCOMES).setCoder(OUTCOME),
                    gameCalls.get(SpendCredits.OUTCOMES).setCoder(OUTCOME),
                    answers
                        .apply(
                            "Outcomes",
                            MapElements.into(TypeDescriptor.of(CallOutcome.class))
                                .via(CallOutcome::of))
                        .setCoder(OUTCOME)))
            .apply("AllOutcomes", Flatten.pCollections())
            .apply("Coverage", new Coverage(settings()));
    PCollection<Failure> failures =
        PCollectionList.of(
                List.of(
                    slateCalls.get(SpendCredits.FAILURES),
                    gameCalls.get(SpendCredits.FAILURES),
                    answers.apply("FailedCalls", new FailedCalls(settings())),
                    coverage.failures()))
            .apply("AllFailures", Flatten.pCollections());
    return PCollectionTuple.of(ENVELOPES, answers)
        .and(RUNS, coverage.output())
        .and(
            OBSERVED,
            PCollectionList.of(observed)
                .and(observed("ObserveLast", gameAnswers))
                .apply("Observed", Flatten.pCollections()))
        .and(FAILURES, failures);
  }

  private PCollection<QuotaEntry> observed(String name, PCollection<Envelope> answers) {
    return answers
        .apply(name, ParDo.of(new ObserveQuotaFn(settings())))
        .setCoder(Tables.QUOTA_LEDGER.coder());
  }

  private List<String> ofGames() {
    return sources().stream()
        .filter(source -> source.scope() == Scope.GAME)
        .map(Source::id)
        .toList();
  }

  /** Every source and slate of the run, and the calls that are known from the start. */
  private List<CallOutcome> selected(List<PlannedCall> calls) {
    List<CallOutcome> selected = new ArrayList<>();
    for (Source source : sources()) {
      for (GameDay day : slates().days()) {
        State state = source.scope() == Scope.GAME ? State.SELECTED : State.ENUMERATED;
        selected.add(CallOutcome.of(source.id(), day, state));
      }
    }
    calls.forEach(call -> selected.add(CallOutcome.of(call, State.EXPECTED, 0)));
    return selected;
  }

  /** Builds a {@link Scrape}. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder slates(SlateRange slates);

    abstract Builder sources(ImmutableSet<Source> sources);

    public abstract Builder settings(ScrapeSettings settings);

    /** A local folder or {@code gs://bucket/archive}. */
    public abstract Builder archive(String archive);

    public abstract Builder warehouse(Warehouse warehouse);

    public abstract Builder fetcher(Fetcher.Factory fetcher);

    public abstract Scrape build();
  }
}
