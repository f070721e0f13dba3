package dev.tipoff.transforms.grading;

import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerGameKey;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.slate.SlateMap;
import dev.tipoff.transforms.slate.SlateMapView;
import dev.tipoff.transforms.slate.SlateWindows;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** The box scores of a slate, to be looked up by game and player. */
public final class SlateBoxScores
    extends PTransform<
        PCollection<PlayerGame>, PCollectionView<SlateMap<PlayerGameKey, PlayerGame>>> {
  private static final long serialVersionUID = 1L;

  private final SlateRange slates;

  private SlateBoxScores(SlateRange slates) {
    this.slates = slates;
  }

  /**
   * The side input of box scores, of which those of other slates are left out.
   *
   * @param slates every slate that is looked up
   */
  public static SlateBoxScores view(SlateRange slates) {
    return new SlateBoxScores(slates);
  }

  @Override
  public PCollectionView<SlateMap<PlayerGameKey, PlayerGame>> expand(
      PCollection<PlayerGame> games) {
    SlateRange asked = slates;
    return games
        .apply("OfSlates", Filter.by(row -> asked.contains(row.getGameDate())))
        .apply("Slates", SlateWindows.by(PlayerGame::getGameDate))
        .apply(
            "Map",
            SlateMapView.by(asked, row -> PlayerGameKey.of(row.getGameId(), row.getPlayer())));
  }
}
