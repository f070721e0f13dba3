package dev.tipoff.transforms.features;

import dev.tipoff.transforms.model.PlayerGame;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** Box scores summed to one {@link LeagueHistory} as a side input. */
public final class LeagueHistoryView
    extends PTransform<PCollection<PlayerGame>, PCollectionView<LeagueHistory>> {
  private static final long serialVersionUID = 1L;

  private LeagueHistoryView() {}

  public static LeagueHistoryView create() {
    return new LeagueHistoryView();
  }

  @Override
  public PCollectionView<LeagueHistory> expand(PCollection<PlayerGame> games) {
    return games.apply(Combine.globally(new SumTeams()).asSingletonView());
  }

  private static final class SumTeams
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
      return SerializableCoder.of(LeagueHistory.class);
    }

    @Override
    public Coder<LeagueHistory> getDefaultOutputCoder(
        CoderRegistry registry, Coder<PlayerGame> games) {
      return SerializableCoder.of(LeagueHistory.class);
    }
  }
}
