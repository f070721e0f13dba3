package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.grouping.CoGroupInShards;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.odds.ConsensusLine;
import java.util.EnumMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Asks for every market of every expected player, with the line where there is one. */
@AutoValue
public abstract class RequestEveryMarket
    extends PTransform<PCollection<GameContext>, PCollection<PredictionRequest>> {
  abstract PCollection<ConsensusLine> lines();

  /**
   * @param lines windowed as the contexts are
   */
  public static RequestEveryMarket with(PCollection<ConsensusLine> lines) {
    return new AutoValue_RequestEveryMarket(lines);
  }

  @Override
  public PCollection<PredictionRequest> expand(PCollection<GameContext> contexts) {
    TupleTag<GameContext> contextsTag = new TupleTag<>();
    TupleTag<ConsensusLine> linesTag = new TupleTag<>();
    return KeyedPCollectionTuple.of(
            contextsTag,
            contexts.apply(
                "ContextsByPlayer",
                WithKeys.<String, GameContext>of(row -> row.getGameId() + "|" + row.getPlayer())
                    .withKeyType(TypeDescriptors.strings())))
        .and(
            linesTag,
            lines()
                .apply(
                    "LinesByPlayer",
                    WithKeys.<String, ConsensusLine>of(
                            row -> row.getGameId() + "|" + row.getPlayer())
                        .withKeyType(TypeDescriptors.strings())))
        .apply("ByPlayer", CoGroupInShards.create())
        .apply("Ask", ParDo.of(new AskFn(contextsTag, linesTag)));
  }

  private static final class AskFn extends DoFn<KV<String, CoGbkResult>, PredictionRequest> {
    private static final long serialVersionUID = 1L;

    private final TupleTag<GameContext> contextsTag;
    private final TupleTag<ConsensusLine> linesTag;

    AskFn(TupleTag<GameContext> contextsTag, TupleTag<ConsensusLine> linesTag) {
      this.contextsTag = contextsTag;
      this.linesTag = linesTag;
    }

    @ProcessElement
    public void ask(
        @Element KV<String, CoGbkResult> player, OutputReceiver<PredictionRequest> output) {
      Map<Market, ConsensusLine> lines = new EnumMap<>(Market.class);
      for (ConsensusLine line : player.getValue().getAll(linesTag)) {
        lines.put(line.getMarket(), line);
      }
      for (GameContext context : player.getValue().getAll(contextsTag)) {
        for (Market market : Market.values()) {
          ConsensusLine line = lines.get(market);
          output.output(
              line == null ? PredictionRequest.of(context, market) : PredictionRequest.of(line));
        }
      }
    }
  }
}
