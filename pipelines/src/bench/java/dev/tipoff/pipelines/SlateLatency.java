package dev.tipoff.pipelines;

import com.google.common.collect.Iterables;
import com.google.common.math.Quantiles;
import dev.tipoff.io.models.LoadModels;
import dev.tipoff.transforms.features.Feature;
import dev.tipoff.transforms.features.FeatureVector;
import dev.tipoff.transforms.features.GameContext;
import dev.tipoff.transforms.features.LeagueHistoryView;
import dev.tipoff.transforms.learned.ModelFeatures;
import dev.tipoff.transforms.learned.Models;
import dev.tipoff.transforms.model.GameDay;
import dev.tipoff.transforms.model.Market;
import dev.tipoff.transforms.model.PlayerGame;
import dev.tipoff.transforms.model.PlayerKey;
import dev.tipoff.transforms.model.Season;
import dev.tipoff.transforms.model.SeasonType;
import dev.tipoff.transforms.model.SlateRange;
import dev.tipoff.transforms.model.TeamCode;
import dev.tipoff.transforms.prediction.BettingPolicy;
import dev.tipoff.transforms.prediction.Predict;
import dev.tipoff.transforms.prediction.PredictionRequest;
import dev.tipoff.transforms.slate.SlateWindows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.schemas.NoSuchSchemaException;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;

/**
 * How long all systems take for a slate of 450 players and four markets, with what they are made of,
 * over the three seconds that they may. Graph, models and made-up side inputs are taken off: they are
 * what a single request takes. Prints a line for each of several runs in one process, the first of
 * them cold, and the median of the later half.
 *
 * <p>Takes the folder of a model and the availability that it was trained with.
 */
public final class SlateLatency {
  private static final double BAR_SECONDS = 3;
  private static final int RUNS = 10;
  private static final int GAMES = 15;
  private static final int PLAYERS_OF_TEAM = 15;
  private static final int EARLIER_GAMES = 40;
  private static final GameDay DAY = GameDay.parse("2031-02-10");
  private static final SlateRange SLATE = SlateRange.of(DAY);
  private static final String SEASON = Season.of(DAY).label();

  private final Random random = new Random(7);
  private final List<GameContext> contexts = new ArrayList<>();
  private final List<FeatureVector> features = new ArrayList<>();
  private final List<PlayerGame> games = new ArrayList<>();
  private final List<PredictionRequest> requests = new ArrayList<>();

  private SlateLatency() {
    List<TeamCode> teams = List.of(TeamCode.values()).subList(0, 2 * GAMES);
    for (int team = 0; team < teams.size(); team++) {
      int other = team % 2 == 0 ? team + 1 : team - 1;
      for (int i = 0; i < PLAYERS_OF_TEAM; i++) {
        player(
            PlayerKey.of(String.valueOf(1000 + team * PLAYERS_OF_TEAM + i)),
            "g" + team / 2,
            teams.get(team),
            teams.get(other),
            team % 2 == 0);
      }
    }
  }

  private void player(
      PlayerKey player, String game, TeamCode team, TeamCode opponent, boolean home) {
    GameContext context =
        GameContext.builder()
            .setGameDate(DAY)
            .setGameId(game)
            .setSeason(SEASON)
            .setSeasonType(SeasonType.REGULAR)
            .setPlayer(player)
            .setPlayerName("Player " + player)
            .setTeam(team)
            .setOpponent(opponent)
            .setHome(home)
            .build();
    contexts.add(context);
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      double least = feature.definition().min();
      double most = Math.min(feature.definition().max(), least + 40);
      values.put(feature, least + random.nextDouble() * (most - least));
    }
    features.add(FeatureVector.of(DAY, game, player, values));
    for (int i = 1; i <= EARLIER_GAMES; i++) {
      games.add(earlier(context, DAY.plusDays(-2 * i)));
    }
    for (Market market : Market.values()) {
      requests.add(PredictionRequest.of(context, market));
    }
  }

  private PlayerGame earlier(GameContext context, GameDay day) {
    return PlayerGame.builder()
        .setSeason(SEASON)
        .setSeasonType(SeasonType.REGULAR)
        .setGameId(context.getGameId() + day)
        .setGameDate(day)
        .setPlayer(context.getPlayer())
        .setPlayerName(context.getPlayerName())
        .setTeam(context.getTeam())
        .setOpponent(context.getOpponent())
        .setHome(context.getHome())
        .setStarter(random.nextBoolean())
        .setMinutes(10 + random.nextInt(28))
        .setPoints(random.nextInt(35))
        .setRebounds(random.nextInt(12))
        .setAssists(random.nextInt(10))
        .setSteals(random.nextInt(3))
        .setBlocks(random.nextInt(3))
        .setTurnovers(random.nextInt(5))
        .setFieldGoalsMade(random.nextInt(8))
        .setFieldGoalsAttempted(8 + random.nextInt(8))
        .setThreesMade(random.nextInt(4))
        .setThreesAttempted(4 + random.nextInt(4))
        .setFreeThrowsMade(random.nextInt(5))
        .setFreeThrowsAttempted(5)
        .setPlusMinus(random.nextInt(20) - 10)
        .build();
  }

  private static Coder<PredictionRequest> coder(Pipeline pipeline) {
    try {
      return pipeline.getSchemaRegistry().getSchemaCoder(PredictionRequest.class);
    } catch (NoSuchSchemaException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Seconds that so many requests take. */
  private double seconds(int asked, String folder, String availability) {
    long begin = System.nanoTime();
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Pipeline pipeline = Pipeline.create(options);
    SlateSideInputs slate =
        SlateSideInputs.of(
            SLATE,
            pipeline.apply("Features", Create.of(features)),
            pipeline.apply("Contexts", Create.of(contexts)),
            pipeline
                .apply("Games", Create.of(games))
                .apply("Histories", LeagueHistoryView.create()));
    pipeline
        .apply("Requests", Create.of(requests.subList(0, asked)))
        .apply("RequestSlates", SlateWindows.by(PredictionRequest::getGameDate))
        .apply("ByOneKey", WithKeys.<Integer, PredictionRequest>of(0))
        .setCoder(KvCoder.of(VarIntCoder.of(), coder(pipeline)))
        .apply("OneBundle", GroupByKey.create())
        .apply(Values.create())
        .apply(Flatten.iterables())
        .apply(
            Predict.with(Systems.BLIND)
                .combinedSystems(Systems.COMBINED)
                .policy(BettingPolicy.standard())
                .features(slate.features())
                .contexts(slate.contexts())
                .histories(slate.histories())
                .models(
                    pipeline
                        .apply(LoadModels.of(folder, ModelFeatures.blind(), availability))
                        .apply("Models", Models.view()))
                .reasons(true)
                .build());
    pipeline.run().waitUntilFinish();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Predicts several times and prints what each took. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: SlateLatency MODEL_FOLDER AVAILABILITY");
      System.exit(2);
    }
    SlateLatency slate = new SlateLatency();
    List<Double> whole = new ArrayList<>();
    List<Double> one = new ArrayList<>();
    for (int run = 1; run <= RUNS; run++) {
      whole.add(slate.seconds(slate.requests.size(), arguments[0], arguments[1]));
      one.add(slate.seconds(1, arguments[0], arguments[1]));
      System.out.printf(
          "run %d: all %,d requests %.2f s, one of them %.2f s%n",
          run, slate.requests.size(), Iterables.getLast(whole), Iterables.getLast(one));
    }
    double seconds = medianWarm(whole) - medianWarm(one);
    System.out.printf("warm: %.2f s, ratio to the bar %.2f%n", seconds, seconds / BAR_SECONDS);
    System.exit(0);
  }

  private static double medianWarm(List<Double> seconds) {
    return Quantiles.median().compute(seconds.subList(seconds.size() / 2, seconds.size()));
  }
}
