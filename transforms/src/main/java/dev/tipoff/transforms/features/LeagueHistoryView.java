package dev.tipoff.transforms.features;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherRows;
import dev.tipoff.transforms.model.PlayerGame;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** Box scores gathered to one {@link LeagueHistory} as a side input. */
public final class LeagueHistoryView
    extends PTransform<PCollection<PlayerGame>, PCollectionView<LeagueHistory>> {
  private static final long serialVersionUID = 1L;

  private LeagueHistoryView() {}

  public static LeagueHistoryView create() {
    return new LeagueHistoryView();
  }

  @Override
  public PCollectionView<LeagueHistory> expand(PCollection<PlayerGame> games) {
    return games.apply(CombinedView.of(new GatherRows<>(LeagueHistory.class, LeagueHistory::new)));
  }
}
