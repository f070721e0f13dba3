package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.ScheduledGame;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
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
    return schedule.apply(Combine.globally(new GatherFn()).asSingletonView());
  }

  private static final class GatherFn
      extends Combine.CombineFn<ScheduledGame, FinishedGames, FinishedGames> {
    private static final long serialVersionUID = 1L;

    @Override
    public FinishedGames createAccumulator() {
      return new FinishedGames();
    }

    @Override
    public FinishedGames addInput(FinishedGames finished, ScheduledGame game) {
      finished.add(game);
      return finished;
    }

    @Override
    public FinishedGames mergeAccumulators(Iterable<FinishedGames> parts) {
      FinishedGames merged = new FinishedGames();
      parts.forEach(merged::addAll);
      return merged;
    }

    @Override
    public FinishedGames extractOutput(FinishedGames finished) {
      return finished;
    }

    @Override
    public Coder<FinishedGames> getAccumulatorCoder(
        CoderRegistry registry, Coder<ScheduledGame> schedule) {
      return SerializableCoder.of(FinishedGames.class);
    }

    @Override
    public Coder<FinishedGames> getDefaultOutputCoder(
        CoderRegistry registry, Coder<ScheduledGame> schedule) {
      return SerializableCoder.of(FinishedGames.class);
    }
  }
}
