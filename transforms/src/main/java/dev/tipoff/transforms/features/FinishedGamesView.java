package dev.tipoff.transforms.features;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherRows;
import dev.tipoff.transforms.model.ScheduledGame;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** A schedule summed up to {@link FinishedGames} as a side input. */
public final class FinishedGamesView
    extends PTransform<PCollection<ScheduledGame>, PCollectionView<FinishedGames>> {
  private static final long serialVersionUID = 1L;

  private FinishedGamesView() {}

  public static FinishedGamesView create() {
    return new FinishedGamesView();
  }

  @Override
  public PCollectionView<FinishedGames> expand(PCollection<ScheduledGame> schedule) {
    return schedule.apply(
        CombinedView.of(new GatherRows<>(FinishedGames.class, FinishedGames::new)));
  }
}
