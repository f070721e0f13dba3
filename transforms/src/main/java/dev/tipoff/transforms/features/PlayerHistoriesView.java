package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Box scores gathered to one {@link PlayerHistories} as a side input. */
public final class PlayerHistoriesView
    extends PTransform<PCollection<PlayerGame>, PCollectionView<PlayerHistories>> {
  private static final long serialVersionUID = 1L;

  private PlayerHistoriesView() {}

  public static PlayerHistoriesView create() {
    return new PlayerHistoriesView();
  }

  @Override
  public PCollectionView<PlayerHistories> expand(PCollection<PlayerGame> games) {
    return games.apply(Combine.globally(new GatherFn()).asSingletonView());
  }

  private static final class GatherFn
      extends Combine.CombineFn<PlayerGame, PlayerHistories, PlayerHistories> {
    private static final long serialVersionUID = 1L;

    @Override
    public PlayerHistories createAccumulator() {
      return new PlayerHistories();
    }

    @Override
    public PlayerHistories addInput(PlayerHistories histories, PlayerGame game) {
      histories.add(game);
      return histories;
    }

    @Override
    public PlayerHistories mergeAccumulators(Iterable<PlayerHistories> parts) {
      PlayerHistories merged = new PlayerHistories();
      parts.forEach(merged::addAll);
      return merged;
    }

    @Override
    public PlayerHistories extractOutput(PlayerHistories histories) {
      return histories;
    }

    @Override
    public Coder<PlayerHistories> getAccumulatorCoder(
        CoderRegistry registry, Coder<PlayerGame> games) {
      return coder(games);
    }

    @Override
    public Coder<PlayerHistories> getDefaultOutputCoder(
        CoderRegistry registry, Coder<PlayerGame> games) {
      return coder(games);
    }

    private static Coder<PlayerHistories> coder(Coder<PlayerGame> games) {
      return DelegateCoder.of(
          ListCoder.of(games),
          PlayerHistories::rows,
          rows -> {
            PlayerHistories histories = new PlayerHistories();
            rows.forEach(histories::add);
            return histories;
          },
          TypeDescriptor.of(PlayerHistories.class));
    }
  }
}
