package dev.tipoff.io.scrape;

import dev.tipoff.io.archive.Envelope;
import dev.tipoff.io.archive.Envelope.Outcome;
import dev.tipoff.io.scrape.CallOutcome.State;
import dev.tipoff.io.sources.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Plans the calls for single games from the answers that name the games. */
final class PlanGamesFn extends DoFn<Envelope, PlannedCall> {
  static final TupleTag<PlannedCall> CALLS = new TupleTag<>("calls") {};
  static final TupleTag<CallOutcome> OUTCOMES = new TupleTag<>("outcomes") {};

  private static final long serialVersionUID = 1L;

  private final ScrapeSettings settings;

  /** The ids of the sources of the run that are asked for single games. */
  private final List<String> sources;

  private transient @Nullable Catalogue catalogue;

  PlanGamesFn(ScrapeSettings settings, List<String> sources) {
    this.settings = settings;
    this.sources = sources;
  }

  @Setup
  public void load() {
    catalogue = Catalogue.load();
  }

  @ProcessElement
  public void plan(@Element Envelope parent, MultiOutputReceiver output) {
    Catalogue known = Objects.requireNonNull(catalogue);
    for (String id : sources) {
      if (parent.getSource().equals(known.get(id).parent())
          && parent.getOutcome() != Outcome.FAILED) {
        output.get(OUTCOMES).output(CallOutcome.of(id, parent.getGameDate(), State.ENUMERATED));
        if (parent.getOutcome() == Outcome.FETCHED) {
          games(known, id, parent).values().forEach(call -> plan(call, output));
        }
      }
    }
  }

  /** Each call once, though a body may name a game twice. */
  private Map<String, PlannedCall> games(Catalogue known, String id, Envelope parent) {
    Map<String, PlannedCall> calls = new LinkedHashMap<>();
    for (PlannedCall call : ScrapePlan.ofGames(known, known.get(id), parent, settings)) {
      calls.put(call.key(), call);
    }
    return calls;
  }

  private static void plan(PlannedCall call, MultiOutputReceiver output) {
    output.get(CALLS).output(call);
    output.get(OUTCOMES).output(CallOutcome.of(call, State.EXPECTED, 0));
  }
}
