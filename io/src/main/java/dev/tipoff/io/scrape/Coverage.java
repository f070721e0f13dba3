package dev.tipoff.io.scrape;

import dev.tipoff.io.scrape.CallOutcome.State;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.grouping.GroupInShards;
import dev.tipoff.transforms.ledger.ScraperRun;
import dev.tipoff.transforms.model.GameDay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures.Result;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Says of each source and slate how many of the calls that it needs are covered. A run is a success
 * if all are, with data or with the word that there is none; that it ran says nothing.
 */
final class Coverage
    extends PTransform<PCollection<CallOutcome>, Result<PCollection<ScraperRun>, Failure>> {
  private static final long serialVersionUID = 1L;
  private static final int NAMED = 10;

  private static final TupleTag<ScraperRun> RUNS = new TupleTag<>("runs") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  private final ScrapeSettings settings;

  Coverage(ScrapeSettings settings) {
    this.settings = settings;
  }

  @Override
  public Result<PCollection<ScraperRun>, Failure> expand(PCollection<CallOutcome> outcomes) {
    PCollectionTuple covered =
        outcomes
            .apply(
                "BySourceAndSlate",
                WithKeys.<String, CallOutcome>of(
                        each -> each.getSource() + "|" + each.getGameDate())
                    .withKeyType(TypeDescriptors.strings()))
            .apply("Group", GroupInShards.create())
            .apply(
                "Cover",
                ParDo.of(new CoverFn(settings)).withOutputTags(RUNS, TupleTagList.of(FAILURES)));
    return Result.of(covered.get(RUNS), covered.get(FAILURES));
  }

  private static final class CoverFn extends DoFn<KV<String, Iterable<CallOutcome>>, ScraperRun> {
    private static final long serialVersionUID = 1L;

    private final ScrapeSettings settings;

    CoverFn(ScrapeSettings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void cover(
        @Element KV<String, Iterable<CallOutcome>> slate, MultiOutputReceiver output) {
      ScraperRun run = run(Objects.requireNonNull(slate.getValue()));
      output.get(RUNS).output(run);
      if (!run.getComplete()) {
        output.get(FAILURES).output(failure(run));
      }
    }

    private ScraperRun run(Iterable<CallOutcome> outcomes) {
      CallOutcome any = outcomes.iterator().next();
      boolean enumerated = false;
      int requests = 0;
      int credits = 0;
      Map<String, State> calls = new TreeMap<>();
      Map<String, String> labels = new TreeMap<>();
      for (CallOutcome each : outcomes) {
        enumerated |= each.getState() == State.ENUMERATED;
        requests += each.getRequests();
        credits += each.getCredits();
        if (!each.getCallKey().isEmpty()) {
          calls.merge(each.getCallKey(), each.getState(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
          labels.merge(each.getCallKey(), each.getLabel(), (a, b) -> a.isEmpty() ? b : a);
        }
      }
      List<String> missing =
          calls.entrySet().stream()
              .filter(call -> !isCovered(call.getValue()))
              .map(call -> String.valueOf(labels.get(call.getKey())))
              .sorted()
              .toList();
      return ScraperRun.builder()
          .setRunKey(key(any.getSource(), any.getGameDate()))
          .setSource(any.getSource())
          .setGameDate(any.getGameDate())
          .setAsOf(settings.asOf())
          .setComplete(enumerated && missing.isEmpty())
          .setExpected(calls.size())
          .setFetched(count(calls, State.FETCHED))
          .setNoData(count(calls, State.NO_DATA))
          .setFailed(count(calls, State.FAILED) + count(calls, State.EXPECTED))
          .setNotFetched(count(calls, State.NOT_FETCHED))
          .setRequests(requests)
          .setCredits(credits)
          .setMissing(missing.stream().limit(NAMED).collect(Collectors.joining(",")))
          .build();
    }

    private String key(String source, GameDay day) {
      return ScrapeSettings.hash(source + "|" + day + "|" + settings.asOf());
    }

    private static boolean isCovered(State state) {
      return state == State.FETCHED || state == State.NO_DATA;
    }

    private static int count(Map<String, State> calls, State state) {
      return (int) calls.values().stream().filter(each -> each == state).count();
    }

    private static Failure failure(ScraperRun run) {
      int covered = run.getFetched() + run.getNoData();
      String message =
          run.getMissing().isEmpty()
              ? "the games to ask for are not known, since the source that names them failed"
              : String.format(
                  "%d of %d calls are covered; missing: %s",
                  covered, run.getExpected(), run.getMissing());
      return Failure.of(
          "Coverage",
          FailureCode.INCOMPLETE_SCRAPE,
          run.getSource() + "|" + run.getGameDate() + "|" + run.getAsOf(),
          message,
          "",
          run.getGameDate());
    }
  }
}
