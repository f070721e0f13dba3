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
    return games.apply(Combine.globally(new GatherFn()).asSingletonView());
  }

  private static final class GatherFn
      extends Combine.CombineFn<PlayerGame, LeagueHistory, LeagueHistory> {
    private static final long serialVersionUID = 1L;

    @Override
    public LeagueHistory createAccumulator() {
      return new LeagueHistory();
    }

    @Override
    public LeagueHistory addInput(LeagueHistory league, PlayerGame game) {
      league.add(game);
      return league;
    }

    @Override
    public LeagueHistory mergeAccumulators(Iterable<LeagueHistory> leagues) {
      LeagueHistory merged = new LeagueHistory();
      leagues.forEach(merged::addAll);
      return merged;
    }

    @Override
    public LeagueHistory extractOutput(LeagueHistory league) {
      return league;
    }

    @Override
    public Coder<LeagueHistory> getAccumulatorCoder(
        CoderRegistry registry, Coder<PlayerGame> games) {
      return coder(games);
    }

    @Override
    public Coder<LeagueHistory> getDefaultOutputCoder(
        CoderRegistry registry, Coder<PlayerGame> games) {
      return coder(games);
    }

    /** Travels as its rows. */
    private static Coder<LeagueHistory> coder(Coder<PlayerGame> games) {
      return DelegateCoder.of(
          ListCoder.of(games),
          LeagueHistory::rows,
          rows -> {
            LeagueHistory league = new LeagueHistory();
            rows.forEach(league::add);
            return league;
          },
          TypeDescriptor.of(LeagueHistory.class));
    }
  }
}
