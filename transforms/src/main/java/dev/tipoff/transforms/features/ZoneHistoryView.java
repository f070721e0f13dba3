package dev.tipoff.transforms.features;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherRows;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** Shots by zone gathered to one {@link ZoneHistory} as a side input; empty without any. */
public final class ZoneHistoryView
    extends PTransform<PCollection<ZoneShots>, PCollectionView<ZoneHistory>> {
  private static final long serialVersionUID = 1L;

  private ZoneHistoryView() {}

  public static ZoneHistoryView create() {
    return new ZoneHistoryView();
  }

  @Override
  public PCollectionView<ZoneHistory> expand(PCollection<ZoneShots> shots) {
    return shots.apply(CombinedView.of(new GatherRows<>(ZoneHistory.class, ZoneHistory::new)));
  }
}
