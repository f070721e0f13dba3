package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * The features of each player and game of the contexts, from his and the teams' earlier games. One
 * pass a player serves a slate, a season or many; the same code serves training, backtest and
 * tonight, and a slate's features do not hang on which other slates are asked for.
 *
 * <p>A vector comes out for every context; a player without an earlier game of the season has only
 * the features that need none. A value outside its feature's range says that an input is wrong: the
 * player's vector becomes a failure that names the features.
 */
@AutoValue
public abstract class ComputeFeatures
    extends PTransform<
        PCollection<GameContext>, WithFailures.Result<PCollection<FeatureVector>, Failure>> {
  static final double DECAY = 0.90;
  private static final TupleTag<FeatureVector> VECTORS = new TupleTag<>("vectors") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PCollection<PlayerGame> games();

  /**
   * Looks back on these box scores.
   *
   * @param games the box scores to look back on, in no order; later ones may be among them
   */
  public static ComputeFeatures from(PCollection<PlayerGame> games) {
    return new AutoValue_ComputeFeatures(games);
  }

  @Override
  public WithFailures.Result<PCollection<FeatureVector>, Failure> expand(
      PCollection<GameContext> contexts) {
    PCollectionView<LeagueHistory> league = games().apply("SumTeams", LeagueHistoryView.create());
    PlayerPass pass = PlayerPass.over(games(), contexts);
    PCollectionTuple computed =
        pass.apply("ByPlayer")
            .apply(
                "Compute",
                ParDo.of(new ComputeFn(pass, league))
                    .withSideInputs(league)
                    .withOutputTags(VECTORS, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(computed.get(VECTORS), computed.get(FAILURES));
  }

  static Map<Feature, Double> features(
      GameContext context, PlayerHistory all, LeagueHistory league) {
    PlayerHistory season = all.before(context.getGameDate()).season(context.getSeason());
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.GAMES_SEASON, (double) season.size());
    values.put(Feature.HOME, context.getHome() ? 1.0 : 0.0);
    if (!season.isEmpty()) {
      long rest = context.getGameDate().getEpochDay() - season.latest().getGameDate().getEpochDay();
      values.put(Feature.DAYS_REST, (double) rest);
      values.put(Feature.BACK_TO_BACK, rest == 1 ? 1.0 : 0.0);
      values.put(
          Feature.GAMES_LAST_7_DAYS,
          (double) season.since(context.getGameDate().plusDays(-7)).size());
      values.put(Feature.MINUTES_MEAN_LAST_5, season.last(5).mean(PlayerGame::getMinutes));
      values.put(Feature.MINUTES_MEAN_LAST_10, season.last(10).mean(PlayerGame::getMinutes));
      values.put(Feature.MINUTES_MEAN_SEASON, season.mean(PlayerGame::getMinutes));
      for (Market market : Market.values()) {
        putForm(values, market, season);
      }
    }
    put(
        values,
        Feature.OPPONENT_POINTS_ALLOWED_FACTOR,
        league.pointsAllowedFactor(
            context.getOpponent(), context.getSeason(), context.getGameDate()));
    put(
        values,
        Feature.TEAM_PACE,
        league.pace(context.getTeam(), context.getSeason(), context.getGameDate()));
    put(
        values,
        Feature.OPPONENT_PACE,
        league.pace(context.getOpponent(), context.getSeason(), context.getGameDate()));
    return values;
  }

  private static void putForm(Map<Feature, Double> values, Market market, PlayerHistory season) {
    PlayerHistory last10 = season.last(10);
    values.put(Feature.lastGame(market), season.last(1).mean(market::actual));
    values.put(Feature.meanLast5(market), season.last(5).mean(market::actual));
    values.put(Feature.meanLast10(market), last10.mean(market::actual));
    values.put(Feature.meanSeason(market), season.mean(market::actual));
    values.put(Feature.meanExponential(market), season.exponentialMean(market::actual, DECAY));
    if (last10.size() >= 2) {
      values.put(Feature.sdLast10(market), last10.standardDeviation(market::actual));
    }
  }

  private static void put(Map<Feature, Double> values, Feature feature, OptionalDouble value) {
    value.ifPresent(number -> values.put(feature, number));
  }

  private static final class ComputeFn extends DoFn<KV<String, CoGbkResult>, FeatureVector> {
    private static final long serialVersionUID = 1L;

    private final PlayerPass pass;
    private final PCollectionView<LeagueHistory> league;

    ComputeFn(PlayerPass pass, PCollectionView<LeagueHistory> league) {
      this.pass = pass;
      this.league = league;
    }

    @ProcessElement
    public void compute(ProcessContext process) {
      CoGbkResult player = process.element().getValue();
      PlayerHistory history = pass.history(player);
      LeagueHistory teams = process.sideInput(league);
      for (GameContext context : pass.contexts(player)) {
        Map<Feature, Double> values = features(context, history, teams);
        String outside =
            values.entrySet().stream()
                .filter(entry -> !entry.getKey().allows(entry.getValue()))
                .map(entry -> entry.getKey() + " is " + entry.getValue())
                .collect(Collectors.joining("; "));
        if (outside.isEmpty()) {
          process.output(
              FeatureVector.of(
                  context.getGameDate(), context.getGameId(), context.getPlayer(), values));
        } else {
          process.output(FAILURES, failure(context, outside));
        }
      }
    }

    private static Failure failure(GameContext context, String outside) {
      return Failure.of(
          "ComputeFeatures",
          FailureCode.FEATURE_OUT_OF_RANGE,
          context.getGameId() + " " + context.getPlayer(),
          context.getPlayerName() + ": " + outside,
          context.toString(),
          context.getGameDate());
    }
  }
}
