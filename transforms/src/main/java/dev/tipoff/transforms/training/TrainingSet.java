package dev.tipoff.transforms.training;

import dev.tipoff.transforms.grouping.CombinedView;
import dev.tipoff.transforms.grouping.GatherRows;
import dev.tipoff.transforms.grouping.GatheredRows;
import dev.tipoff.transforms.model.GameDay;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;

/** All examples of a run as one side input. */
public final class TrainingSet extends GatheredRows<TrainingExample> {
  private @Nullable List<TrainingExample> inOrder;

  @Override
  protected void changed() {
    inOrder = null;
  }

  /** The examples of slates before this one, in the one order. */
  public synchronized List<TrainingExample> before(GameDay cut) {
    if (inOrder == null) {
      inOrder = rows().stream().sorted(TrainingExample.IN_ORDER).toList();
    }
    return inOrder.stream().filter(example -> example.day().isBefore(cut)).toList();
  }

  /** Examples gathered to one side input. */
  public static PTransform<PCollection<TrainingExample>, PCollectionView<TrainingSet>> view() {
    return CombinedView.of(
        new GatherRows<TrainingExample, TrainingSet>(TrainingSet.class, TrainingSet::new));
  }
}
