package dev.tipoff.transforms.odds;

import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** The consensus lines of a slate, to be looked up by game, player and market. */
public final class SlateLines {
  private SlateLines() {}

  /**
   * The side input of lines that are in slate windows.
   *
   * @param slates every slate that is looked up
   */
  public static PTransform<
          PCollection<ConsensusLine>, PCollectionView<SlateMap<String, ConsensusLine>>>
      view(SlateRange slates) {
    return SlateMapView.by(slates, ConsensusLine::key);
  }

  /** The line; empty where no book offers one. */
  public static Optional<ConsensusLine> find(
      SlateMap<String, ConsensusLine> slate, String gameId, PlayerKey player, Market market) {
    return slate.find(ConsensusLine.key(gameId, player, market))
            instanceof SlateMap.Value<ConsensusLine> known
        ? Optional.of(known.value())
        : Optional.empty();
  }
}
