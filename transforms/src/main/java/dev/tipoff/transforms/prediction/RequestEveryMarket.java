package dev.tipoff.transforms.prediction;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.odds.ConsensusLine;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** Asks for every market of every expected player, with the line where there is one. */
@AutoValue
public abstract class RequestEveryMarket
    extends PTransform<PCollection<GameContext>, PCollection<PredictionRequest>> {
  abstract SlateRange slates();

  abstract PCollection<ConsensusLine> lines();

  /**
   * Looks lines up among these.
   *
   * @param slates every slate of the contexts
   * @param lines windowed as the contexts are
   */
  public static RequestEveryMarket with(SlateRange slates, PCollection<ConsensusLine> lines) {
    return new AutoValue_RequestEveryMarket(slates, lines);
  }

  @Override
  public PCollection<PredictionRequest> expand(PCollection<GameContext> contexts) {
    PCollectionView<SlateMap<String, ConsensusLine>> lines =
        lines().apply("LinesOfSlate", SlateMapView.by(slates(), ConsensusLine::key));
    return contexts.apply("Ask", ParDo.of(new AskFn(lines)).withSideInputs(lines));
  }

  private static final class AskFn extends DoFn<GameContext, PredictionRequest> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<SlateMap<String, ConsensusLine>> lines;

    AskFn(PCollectionView<SlateMap<String, ConsensusLine>> lines) {
      this.lines = lines;
    }

    @ProcessElement
    public void ask(ProcessContext process) {
      GameContext context = process.element();
      SlateMap<String, ConsensusLine> slate = process.sideInput(lines);
      for (Market market : Market.values()) {
        SlateMap.Found<ConsensusLine> line =
            slate.find(ConsensusLine.key(context.getGameId(), context.getPlayer(), market));
        process.output(
            line instanceof SlateMap.Value<ConsensusLine> known
                ? PredictionRequest.of(known.value())
                : PredictionRequest.of(context, market));
      }
    }
  }
}
