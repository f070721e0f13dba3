package dev.tipoff.transforms.features;

import com.google.auto.value.AutoValue;
import dev.tipoff.transforms.failure.Failure;
import dev.tipoff.transforms.failure.FailureCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithFailures;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The features of each player and game of the contexts, from earlier games and what was reported
 * before the tip. Box scores are one side input, whatever the number of slates; the same code
 * serves training, backtest and tonight, and a slate's features do not hang on which other slates
 * are asked for.
 *
 * <p>A vector comes out for every context; a player without an earlier game of the season has only
 * the features that need none. A value outside its feature's range says that an input is wrong: the
 * player's vector becomes a failure that names the features.
 */
@AutoValue
public abstract class ComputeFeatures
    extends PTransform<
        PCollection<GameContext>, WithFailures.Result<PCollection<FeatureVector>, Failure>> {
  private static final TupleTag<FeatureVector> VECTORS = new TupleTag<>("vectors") {};
  private static final TupleTag<Failure> FAILURES = new TupleTag<>("failures") {};

  abstract PCollectionView<LeagueHistory> league();

  abstract PCollectionView<InjuryReports> reports();

  abstract PCollectionView<ZoneHistory> zones();

  /**
   * Looks back on these box scores.
   *
   * @param league all box scores of four seasons; later ones than the slates' may be among them
   * @param reports who was reported to be out before each tip
   * @param zones shots by zone of the season, where a play-by-play is kept
   */
  public static ComputeFeatures from(
      PCollectionView<LeagueHistory> league,
      PCollectionView<InjuryReports> reports,
      PCollectionView<ZoneHistory> zones) {
    return new AutoValue_ComputeFeatures(league, reports, zones);
  }

  @Override
  public WithFailures.Result<PCollection<FeatureVector>, Failure> expand(
      PCollection<GameContext> contexts) {
    PCollectionTuple computed =
        contexts.apply(
            "Compute",
            ParDo.of(new ComputeFn(league(), reports(), zones()))
                .withSideInputs(league(), reports(), zones())
                .withOutputTags(VECTORS, TupleTagList.of(FAILURES)));
    return WithFailures.Result.of(computed.get(VECTORS), computed.get(FAILURES));
  }

  static Map<Feature, Double> features(Pregame known) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      feature.of(known).ifPresent(value -> values.put(feature, value));
    }
    return values;
  }

  private static final class ComputeFn extends DoFn<GameContext, FeatureVector> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<LeagueHistory> leagueView;
    private final PCollectionView<InjuryReports> reportsView;
    private final PCollectionView<ZoneHistory> zonesView;
    private transient @Nullable LeagueHistory league;
    private transient @Nullable InjuryReports reports;
    private transient @Nullable ZoneHistory zones;

    ComputeFn(
        PCollectionView<LeagueHistory> league,
        PCollectionView<InjuryReports> reports,
        PCollectionView<ZoneHistory> zones) {
      this.leagueView = league;
      this.reportsView = reports;
      this.zonesView = zones;
    }

    @StartBundle
    public void startBundle() {
      league = null;
      reports = null;
      zones = null;
    }

    @ProcessElement
    public void compute(@Element GameContext context, ProcessContext process) {
      if (league == null || reports == null || zones == null) {
        league = process.sideInput(leagueView);
        reports = process.sideInput(reportsView);
        zones = process.sideInput(zonesView);
      }
      Map<Feature, Double> values = features(Pregame.of(context, league, reports, zones));
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
